import {
  createHmac as hmac,
  createPrivateKey as privateKey,
  createPublicKey as publicKey,
  hkdfSync as derived,
  type KeyObject,
  sign as signed,
  verify as verified,
} from 'node:crypto';
import { remembering } from './remembered.ts';

/**
 * Replaces Node's own functions: keys and signatures would cost more than everything else about an entry of the log.
 */
export * from 'node:crypto';
export { randomBytes, randomUUID } from './virtual.ts';

interface Der {
  readonly key: Buffer;
  readonly format: 'der';
  readonly type: 'spki' | 'pkcs8';
}

const keys = remembering<KeyObject>();
const codes = remembering<string | Buffer>();
const checks = remembering<boolean>();
const derivations = remembering<ArrayBuffer>();
const names = new WeakMap<KeyObject, string>();
const publicNames = new WeakMap<KeyObject, string>();
const publicKeys = new WeakMap<KeyObject, KeyObject>();

export const createPrivateKey = (given: Der): KeyObject =>
  keys(`private ${textOf(given.key)}`, () => privateKey({ ...given, type: 'pkcs8' }));

export function createPublicKey(given: Der | KeyObject): KeyObject {
  if ('format' in given) {
    const name = textOf(given.key);
    const key = keys(`public ${name}`, () => publicKey({ ...given, type: 'spki' }));
    names.set(key, name);
    return key;
  }
  const key = publicKeys.get(given) ?? publicKey(given);
  publicKeys.set(given, key);
  return key;
}

export function verify(algorithm: null, message: Uint8Array, key: KeyObject, signature: Uint8Array): boolean {
  const check = () => verified(algorithm, message, key, signature);
  const name = names.get(key);
  return name === undefined ? check() : checks([name, textOf(message), textOf(signature)].join(' '), check);
}

/** Whatever was signed here need not be verified to be known as right. */
export function sign(algorithm: null, message: Uint8Array, key: KeyObject): Buffer {
  const signature = signed(algorithm, message, key);
  const name = publicNames.get(key) ?? textOf(publicKey(key).export({ format: 'der', type: 'spki' }));
  publicNames.set(key, name);
  checks([name, textOf(message), textOf(signature)].join(' '), () => true);
  return signature;
}

export const hkdfSync = (digest: string, secret: string, salt: string, info: string, length: number): ArrayBuffer =>
  derivations([digest, secret, salt, info, length].join(' '), () => derived(digest, secret, salt, info, length));

/** A hash of one text under a key that is a text. */
export const createHmac = (algorithm: string, key: string) => ({
  update: (data: string) => ({
    digest: (encoding?: 'base64url' | 'hex') =>
      codes([algorithm, key, encoding, data].join(' '), () => {
        const code = hmac(algorithm, key).update(data);
        return encoding === undefined ? code.digest() : code.digest(encoding);
      }),
  }),
});

const textOf = ({ buffer, byteOffset, length }: Uint8Array): string =>
  Buffer.from(buffer, byteOffset, length).toString('latin1');
