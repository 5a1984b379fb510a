import { maskNumber } from './identity-document.ts';

/** Eight digits or more, whatever separates them: no number of a person, an account or a phone is shorter. */
const LONG_NUMBER = /\p{Nd}(?:[^\p{L}\p{N}]{0,3}\p{Nd}){7,}/gu;
const DAY = /^(?:\d{1,2}[/.-]\d{1,2}[/.-]\d{4}|\d{4}-\d{2}-\d{2})$/u;

/** A text in which every long number shows its last 4 digits alone; a day alone is none. */
export const maskNumbers = (text: string): string =>
  DAY.test(text.trim()) ? text : text.replace(LONG_NUMBER, (number) => maskNumber(number.replace(/[^\p{Nd}]/gu, '')));
