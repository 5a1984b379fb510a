import { createPublicKey, hash, verify } from 'node:crypto';
import type { VerifySignature } from '#shared/domain/transparency-log/signed-note.ts';
import type { Sha256 } from '#shared/domain/transparency-log/tree-hash.ts';

/** The hash comes as text, because a buffer with memory of its own takes longer than the hash itself. */
export const sha256: Sha256 = (bytes) => plain(Buffer.from(hash('sha256', bytes, 'binary'), 'binary'));

/** Copies bytes into a plain Uint8Array, because Node's Buffer is a subclass. */
const plain = ({ buffer, byteOffset, length }: Buffer): Uint8Array => new Uint8Array(buffer, byteOffset, length);

/** The bytes before the 32 bytes of a public Ed25519 key in its DER form (RFC 8410). */
const PREFIX = Buffer.from('302a300506032b6570032100', 'hex');
const KEY_BYTES = 32;

export const verifyEd25519: VerifySignature = (publicKey, message, signature) => {
  const key = createPublicKey({ key: Buffer.concat([PREFIX, publicKey]), format: 'der', type: 'spki' });
  return verify(null, message, key, signature);
};

/** The 32 bytes of a public Ed25519 key in its DER form; undefined where the bytes are no such key. */
export function keyInDer(der: Uint8Array): Uint8Array | undefined {
  const isKey = der.length === PREFIX.length + KEY_BYTES && PREFIX.every((byte, n) => der[n] === byte);
  return isKey ? plain(Buffer.from(der.subarray(PREFIX.length))) : undefined;
}
