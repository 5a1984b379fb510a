/**
 * The difference of two words by one keystroke: a letter too many or too few, two letters swapped, or another letter;
 * undefined for anything else.
 */
export type Typo = 'letter_more' | 'swapped' | 'other_letter';

/** The typo between two different words, in letters (UTF-16 units of NFC text). */
export function typoBetween(one: string, other: string): Typo | undefined {
  const gap = one.length - other.length;
  if (gap > 1 || gap < -1) return undefined;
  const shorter = Math.min(one.length, other.length);
  let head = 0;
  while (head < shorter && one.charCodeAt(head) === other.charCodeAt(head)) head += 1;
  let oneEnd = one.length;
  let otherEnd = other.length;
  while (oneEnd > head && otherEnd > head && one.charCodeAt(oneEnd - 1) === other.charCodeAt(otherEnd - 1)) {
    oneEnd -= 1;
    otherEnd -= 1;
  }
  const oneLeft = oneEnd - head;
  const otherLeft = otherEnd - head;
  if (gap !== 0) return oneLeft + otherLeft === 1 ? 'letter_more' : undefined;
  if (oneLeft === 1) return 'other_letter';
  return oneLeft === 2 && isSwap(one, other, head) ? 'swapped' : undefined;
}

const isSwap = (one: string, other: string, at: number): boolean =>
  one.charCodeAt(at) === other.charCodeAt(at + 1) && one.charCodeAt(at + 1) === other.charCodeAt(at);
