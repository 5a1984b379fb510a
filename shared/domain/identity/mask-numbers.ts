import { maskNumber } from './identity-document.ts';

/** Of eight digits or more: no number of a person, an account or a phone is shorter. */
const SHORTEST = 8;
/**
 * Digits of any script, whatever separates them. The count is taken afterwards: asked for here, by `{7,}`, it makes a
 * pattern that takes 150 ms to compile.
 */
const RUN_OF_DIGITS = /\p{N}(?:[^\p{L}\p{N}]{0,8}\p{N})*/gu;
const DAY = /^(?:\d{1,2}[/.-]\d{1,2}[/.-]\d{4}|\d{4}-\d{2}-\d{2})$/u;

/** A text in which every long number shows its last 4 digits alone; a day alone is none. */
export const maskNumbers = (text: string): string =>
  text.length < SHORTEST || DAY.test(text.trim()) ? text : text.replace(RUN_OF_DIGITS, masked);

/** Digits of one form, so that none is cut in half. */
const masked = (run: string): string => {
  const digits = run.normalize('NFKC').replace(/\P{N}/gu, '');
  return digits.length < SHORTEST ? run : maskNumber(digits);
};
