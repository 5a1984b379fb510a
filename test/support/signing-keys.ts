import { signingKeys } from '#shared/clients/signing-secrets.ts';

const keyOf = (letter: string) => `whsec_${letter.repeat(43)}=`;
/** The key that every receiver has at first, and those that it is given, in order. */
export const FIRST_KEY = keyOf('A');
export const NEW_KEYS = 'BCDEFGHI'.split('').map(keyOf);

/** The changes of signing keys over a store of secrets that keeps the first text written under a token. */
export function keptSigningKeys() {
  /** Each written text with its secret. */
  const keys: (readonly [arn: string, text: string])[] = [];
  const held = new Map<string, string>();
  const tokens = new Set<string>();
  let made = 0;
  const read = async (arn: string) => held.get(arn) ?? JSON.stringify({ secrets: [FIRST_KEY] });
  const write = async (arn: string, text: string, token: string) => {
    if (tokens.has(token)) return false;
    tokens.add(token);
    held.set(arn, text);
    keys.push([arn, text]);
    return true;
  };
  return { keys, read, signingKeys: signingKeys(read, write, () => NEW_KEYS[made++] ?? '') };
}
