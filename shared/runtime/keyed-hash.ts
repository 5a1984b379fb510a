import { createHmac } from 'node:crypto';
import type { HashKeyPlan } from './hash-key-plan.ts';
import { deterministicCipher } from './deterministic-cipher.ts';
import { sealedCodes, type SealedCodes } from './sealed-codes.ts';

/**
 * Makes keyed references to personal values: the same value and kind give the same text, and nobody without the secret
 * can enumerate them. Each contains the version of its key: `k1-` and 22 characters (HMAC-SHA256 of the value), or
 * `kN-` and 43 (the first reference, wrapped by key N: AES key wrap with padding, RFC 5649, which is deterministic). So
 * a reference can be brought to another key where the value itself was never kept, and back.
 */
export interface KeyedHash extends SealedCodes {
  /** Makes the reference under the key for writing. */
  (kind: string, value: string): string;
  /** All forms under which a reference may be stored, the oldest key first; only one where no change of keys is running. */
  forms(ref: string): readonly string[];
  /** Replaces each reference in a text by its form under the key for writing. */
  renewed(text: string): string;
  /**
   * Replaces each reference in a text by its form under the first key, from which ids are made so that a change of keys
   * does not change them.
   */
  first(text: string): string;
  /** Whether there has been only one key, so that every reference has one form. */
  readonly single: boolean;
}

/** A key that the plan or a reference names is not in the secret. */
class HashKeyMissing extends Error {
  override readonly name = 'HashKeyMissing';
}

const REFERENCE = /(?<![\w-])k(\d{1,3})-([\w-]{43}|[\w-]{22})(?![\w-])/gu;
const FIRST_CHARACTERS = 22;
const ONE_KEY: HashKeyPlan = { writes: 1, asks: [1] };

/** @param secret the first key alone, or JSON of every key by its version @throws {HashKeyMissing} */
export function keyedHash(secret: string, plan: HashKeyPlan = ONE_KEY): KeyedHash {
  const secrets = hashKeysIn(secret);
  const secretOf = (version: number): string => {
    const found = secrets.get(version);
    if (found === undefined) throw new HashKeyMissing(String(version));
    return found;
  };
  const hmacKey = secretOf(1);
  const wraps = new Map(
    [...secrets]
      .filter(([version]) => version > 1)
      .map(([version, key]) => [version, deterministicCipher(key, 'wraps references')]),
  );
  for (const version of [plan.writes, ...plan.asks]) secretOf(version);
  const asks = plan.asks.toSorted((a, b) => a - b);

  const under = (version: number, first: string): string =>
    `k${version}-${version === 1 ? first : (wraps.get(version)?.wrap(first) ?? '')}`;
  /** Undefined where the text only looks like a reference. */
  const firstOf = (version: number, rest: string): string | undefined =>
    version === 1 ? (rest.length === FIRST_CHARACTERS ? rest : undefined) : wraps.get(version)?.unwrap(rest);
  // Under a single key each reference has its only form
  const to = (version: number, text: string): string =>
    secrets.size > 1 && text.includes('k')
      ? text.replaceAll(REFERENCE, (whole, from: string, rest: string) => {
          if (Number(from) === version) return whole;
          const first = firstOf(Number(from), rest);
          return first === undefined ? whole : under(version, first);
        })
      : text;

  const hash = (kind: string, value: string): string => {
    const digest = createHmac('sha256', hmacKey).update(`${kind}\u0000${value}`).digest('base64url');
    return under(plan.writes, digest.slice(0, FIRST_CHARACTERS));
  };
  return Object.assign(hash, {
    forms: (ref: string) => (asks.length === 1 ? [to(plan.writes, ref)] : asks.map((version) => to(version, ref))),
    renewed: (text: string) => to(plan.writes, text),
    first: (text: string) => to(1, text),
    single: secrets.size === 1,
    ...sealedCodes(secrets, asks[0] ?? plan.writes),
  });
}

/** The plan while everything is re-keyed to the newest key in the secret, or searched under each key. */
export function newestKeyPlan(secret: string): HashKeyPlan {
  const asks = [...hashKeysIn(secret).keys()];
  return { writes: Math.max(...asks), asks };
}

/** Adds a key to the secret, with the next version. */
export function withNewHashKey(secret: string, key: string): { readonly version: number; readonly secret: string } {
  const keys = hashKeysIn(secret);
  const version = Math.max(...keys.keys()) + 1;
  return { version, secret: JSON.stringify({ ...Object.fromEntries(keys), [version]: key }) };
}

/** All keys in the secret by version. */
function hashKeysIn(secret: string): ReadonlyMap<number, string> {
  // A generated first key has no punctuation
  if (!secret.startsWith('{')) return new Map([[1, secret]]);
  const keys: unknown = JSON.parse(secret);
  return new Map(Object.entries(keys ?? {}).map(([version, key]) => [Number(version), String(key)]));
}
