import { createPrivateKey, createPublicKey, hkdfSync, sign } from 'node:crypto';

/** The bytes before the 32 bytes of a private Ed25519 key in its DER form (RFC 8410). */
const PREFIX = Buffer.from('302e020100300506032b657004220420', 'hex');
const SEED_BYTES = 32;

/** An Ed25519 key pair that signs. */
export interface Ed25519Key {
  /** The public part in its DER form. */
  readonly publicDer: Uint8Array;
  sign(message: Uint8Array): Uint8Array;
}

export function ed25519Key(seed: Uint8Array): Ed25519Key {
  const key = createPrivateKey({ key: Buffer.concat([PREFIX, seed]), format: 'der', type: 'pkcs8' });
  return {
    publicDer: createPublicKey(key).export({ format: 'der', type: 'spki' }),
    sign: (message) => sign(null, message, key),
  };
}

/** The same key each time for the same name, so that two local runs can be compared. */
export const ed25519KeyNamed = (name: string): Ed25519Key =>
  ed25519Key(Buffer.from(hkdfSync('sha256', name, 'haukiem', 'a key of a local run', SEED_BYTES)));
