import { createPrivateKey, createPublicKey, hash, hkdfSync, type KeyObject, sign, verify } from 'node:crypto';
import type { VerifySignature } from '#shared/domain/transparency-log/signed-note.ts';
import type { Sha256 } from '#shared/domain/transparency-log/tree-hash.ts';

/** The hash comes as text, because a buffer with memory of its own takes longer than the hash itself. */
export const sha256: Sha256 = (bytes) => plain(Buffer.from(hash('sha256', bytes, 'binary'), 'binary'));

/** Copies bytes into a plain Uint8Array, because Node's Buffer is a subclass. */
const plain = ({ buffer, byteOffset, length }: Buffer): Uint8Array => new Uint8Array(buffer, byteOffset, length);

/** The bytes before the 32 bytes of an Ed25519 key in its DER forms (RFC 8410). */
const PRIVATE = Buffer.from('302e020100300506032b657004220420', 'hex');
const PUBLIC = Buffer.from('302a300506032b6570032100', 'hex');
const SEED_BYTES = 32;

export const verifyEd25519: VerifySignature = (publicKey, message, signature) => {
  const key = createPublicKey({ key: Buffer.concat([PUBLIC, publicKey]), format: 'der', type: 'spki' });
  return verify(null, message, key, signature);
};

/** An Ed25519 key pair that signs. */
export interface SigningKey {
  readonly publicKey: Uint8Array;
  sign(message: Uint8Array): Uint8Array;
}

export function signingKeyOf(seed: Uint8Array): SigningKey {
  const key = createPrivateKey({ key: Buffer.concat([PRIVATE, seed]), format: 'der', type: 'pkcs8' });
  return { publicKey: publicBytes(createPublicKey(key)), sign: (message) => plain(sign(null, message, key)) };
}

/** Derives the same key each time from a secret text, because Secrets Manager generates only texts. */
export const signingKeyFrom = (secret: string): SigningKey =>
  signingKeyOf(Buffer.from(hkdfSync('sha256', secret, 'haukiem', 'the key of the log', SEED_BYTES)));

const publicBytes = (key: KeyObject): Uint8Array =>
  plain(key.export({ format: 'der', type: 'spki' }).subarray(PUBLIC.length));
