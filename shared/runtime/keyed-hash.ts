import { createHmac } from 'node:crypto';
import { sealedCodes, type SealedCodes } from './sealed-codes.ts';

/**
 * Makes keyed references to personal values: the same value and kind give the same text, and nobody without the secret
 * can enumerate them: `k1-` and 22 characters (HMAC-SHA256 of the value).
 */
export interface KeyedHash extends SealedCodes {
  (kind: string, value: string): string;
}

const CHARACTERS = 22;

export function keyedHash(secret: string): KeyedHash {
  const hash = (kind: string, value: string): string => {
    const digest = createHmac('sha256', secret).update(`${kind}\u0000${value}`).digest('base64url');
    return `k1-${digest.slice(0, CHARACTERS)}`;
  };
  return Object.assign(hash, sealedCodes(secret));
}
