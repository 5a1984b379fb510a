import { maskNumber } from './identity-document.ts';

/** The least number of masked digits, because numbers of people, accounts and phones are not shorter. */
const SHORTEST = 8;
/**
 * Matches digits of any script with any separators. The digits are counted afterwards, because a pattern with `{7,}`
 * takes 150 ms to compile.
 */
const RUN_OF_DIGITS = /\p{N}(?:[^\p{L}\p{N}]{0,8}\p{N})*/gu;
const DAY = /^(?:\d{1,2}[/.-]\d{1,2}[/.-]\d{4}|\d{4}-\d{2}-\d{2})$/u;

/** Masks every long number in a text except its last 4 digits; a date is left as it is. */
export const maskNumbers = (text: string): string =>
  text.length < SHORTEST || DAY.test(text.trim()) ? text : text.replace(RUN_OF_DIGITS, masked);

/** Normalises the digits, so that no character is cut in half. */
const masked = (run: string): string => {
  const digits = run.normalize('NFKC').replace(/\P{N}/gu, '');
  return digits.length < SHORTEST ? run : maskNumber(digits);
};
