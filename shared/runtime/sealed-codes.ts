import { deterministicCipher } from './deterministic-cipher.ts';

/**
 * A household business's code has twelve digits and may be its owner's personal number, so it is encrypted in queues,
 * dead-letter queues and parked messages. Sealing is deterministic: equal messages stay equal.
 */
export interface SealedCodes {
  /** The text with each such code in it sealed: `s1-` and 32 characters. */
  readonly sealed: (text: string) => string;
  /** The text with each sealed code in it as it was; what another key sealed stays. */
  readonly opened: (text: string) => string;
}

const CODE = /(?<![\w-])\d{12}(?![\w-])/gu;
const SEALED = /(?<![\w-])s(\d{1,3})-([\w-]{32})(?![\w-])/gu;

/**
 * @param secrets every key by its version
 * @param version the key that seals: while keys are changed, the one that every function knows
 */
export function sealedCodes(secrets: ReadonlyMap<number, string>, version: number): SealedCodes {
  const wraps = new Map([...secrets].map(([of, key]) => [of, deterministicCipher(key, 'seals codes in messages')]));
  return {
    sealed: (text) => text.replaceAll(CODE, (code) => `s${version}-${wraps.get(version)?.wrap(code) ?? ''}`),
    opened: (text) =>
      text.replaceAll(SEALED, (whole, by: string, wrapped: string) => wraps.get(Number(by))?.unwrap(wrapped) ?? whole),
  };
}
