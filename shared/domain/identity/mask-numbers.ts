import { maskNumber } from './identity-document.ts';

/** The least number of masked digits, because numbers of people, accounts and phones are not shorter. */
const SHORTEST = 8;
/**
 * Matches digits of any script with any separators. The digits are counted afterwards, because a pattern with `{7,}`
 * takes 150 ms to compile.
 */
const RUN_OF_DIGITS = /\p{N}(?:[^\p{L}\p{N}]{0,8}\p{N})*/gu;
/** Matches the same with letters that are typed for 0 and 1. */
const RUN_WITH_LETTERS = /[\p{N}OoIl](?:[^\p{L}\p{N}]{0,8}[\p{N}OoIl])*/gu;
const LETTER_BESIDE_DIGIT = /\p{N}[OoIl]|[OoIl]\p{N}/u;
const DAY = /^(?:\d{1,2}[/.-]\d{1,2}[/.-]\d{4}|\d{4}-\d{2}-\d{2})$/u;

/**
 * Masks every long number in a text except its last 4 digits, also one with an O for a 0 or an l for a 1. A date is
 * left as it is.
 */
export function maskNumbers(text: string): string {
  if (text.length < SHORTEST || DAY.test(text.trim())) return text;
  const masked = text.replace(RUN_OF_DIGITS, maskedRun);
  return LETTER_BESIDE_DIGIT.test(masked) ? masked.replace(RUN_WITH_LETTERS, maskedTyped) : masked;
}

/** Normalises the digits, so that no character is cut in half. */
const maskedRun = (run: string): string => {
  const digits = run.normalize('NFKC').replace(/\P{N}/gu, '');
  return digits.length < SHORTEST ? run : maskNumber(digits);
};

/** Masks a run whose letters stand within groups of digits, so that none is a word or the end of one. */
const maskedTyped = (run: string, at: number, text: string): string => {
  const groups = run.split(/[^\p{L}\p{N}]+/u);
  const isWord = /\p{L}$/u.test(text.slice(Math.max(0, at - 2), at)) || /^\p{L}/u.test(text.slice(at + run.length));
  if (isWord || groups.every((group) => !/\p{L}/u.test(group)) || groups.some((group) => !/\p{N}/u.test(group)))
    return run;
  const digits = run.replaceAll(/[Oo]/gu, '0').replaceAll(/[Il]/gu, '1');
  const masked = maskedRun(digits);
  return masked === digits ? run : masked;
};
