import { createCipheriv, createDecipheriv, hkdfSync } from 'node:crypto';

/** RFC 5649, section 3. */
const IV = Buffer.from('a65959a6', 'hex');

/** AES key wrap with padding (RFC 5649): deterministic, and a text that another key wrapped is recognised. */
export interface DeterministicCipher {
  wrap(text: string): string;
  /** Undefined for a text that this key did not wrap. */
  unwrap(wrapped: string): string | undefined;
}

/** @param use what the key is for: another use has another key */
export function deterministicCipher(secret: string, use: string): DeterministicCipher {
  const key = Buffer.from(hkdfSync('sha256', secret, 'haukiem', use, 32));
  return {
    wrap(text) {
      const cipher = createCipheriv('id-aes256-wrap-pad', key, IV);
      return Buffer.concat([cipher.update(text, 'latin1'), cipher.final()]).toString('base64url');
    },
    unwrap(wrapped) {
      try {
        const decipher = createDecipheriv('id-aes256-wrap-pad', key, IV);
        return Buffer.concat([decipher.update(wrapped, 'base64url'), decipher.final()]).toString('latin1');
      } catch {
        return undefined;
      }
    },
  };
}
