import { base64Of, bytesOfBase64, bytesOfText } from './base64.ts';
import type { Sha256 } from './tree-hash.ts';

/** The types of keys: signatures over the note's text (1), or a witness's with the time before it (4). */
export const KEY_TYPES = { note: 1, cosignature: 4 } as const;
export type KeyType = keyof typeof KEY_TYPES;
const PUBLIC_KEY_BYTES = 32;
const ID_BYTES = 4;

/** A trusted signer: an Ed25519 key with a name (signed-note). */
export interface VerifierKey {
  readonly name: string;
  readonly type: KeyType;
  /** The key's id: 4 bytes made from the other fields, which find the key and prove nothing. */
  readonly id: Uint8Array;
  /** The public key of 32 bytes. */
  readonly publicKey: Uint8Array;
}

/** Whether a name contains no separator of a signature line or a key. */
export const isKeyName = (name: string): boolean => /^[^\s+\p{Z}\p{Cc}]+$/u.test(name);

export function verifierKey(sha256: Sha256, key: Pick<VerifierKey, 'name' | 'type' | 'publicKey'>): VerifierKey {
  const { name, type, publicKey } = key;
  const named = [...bytesOfText(`${name}\n`), KEY_TYPES[type], ...publicKey];
  return { ...key, id: sha256(Uint8Array.from(named)).slice(0, ID_BYTES) };
}

/** Writes a key as `name+c74f20a3+ARpc2…`, in which form it is handed over. */
export const textOfKey = ({ name, type, id, publicKey }: VerifierKey): string =>
  `${name}+${Buffer.from(id).toString('hex')}+${base64Of(Uint8Array.of(KEY_TYPES[type], ...publicKey))}`;

/** Parses a key; undefined where the text is no Ed25519 key or its id does not match its name and key. */
export function keyOfText(sha256: Sha256, text: string): VerifierKey | undefined {
  const [, name = '', , encoded = ''] = /^([^+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/]+={0,2})$/u.exec(text) ?? [];
  const bytes = bytesOfBase64(encoded);
  const [number, ...publicKey] = bytes ?? [];
  const type = number === KEY_TYPES.note ? 'note' : 'cosignature';
  if (!isKeyName(name) || number !== KEY_TYPES[type] || publicKey.length !== PUBLIC_KEY_BYTES) return undefined;
  const key = verifierKey(sha256, { name, type, publicKey: Uint8Array.from(publicKey) });
  return textOfKey(key) === text ? key : undefined;
}

/** Reads keys from a text with one on each line; other lines are left out. */
export const keysOfText = (sha256: Sha256, text: string): VerifierKey[] =>
  text
    .split('\n')
    .filter((line) => line !== '')
    .flatMap((line) => keyOfText(sha256, line.trim()) ?? []);
