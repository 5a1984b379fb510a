import { createHmac } from 'node:crypto';

/** A keyed reference to a personal value: the same value and kind give the same 22 characters, and nobody without the secret can list them. */
export type KeyedHash = (kind: string, value: string) => string;

export function keyedHash(secret: string): KeyedHash {
  return (kind, value) => createHmac('sha256', secret).update(`${kind}\u0000${value}`).digest('base64url').slice(0, 22);
}
