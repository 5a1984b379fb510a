import { comparePersonNames } from '../person-name/compare-person-names.ts';
import { preparePersonName } from '../person-name/prepare-person-name.ts';
import { cleanText } from '../text/clean.ts';
import { foldMarks } from '../text/fold.ts';
import { typingDistance } from './typing-distance.ts';

/** `near`: as a name another person's, yet one letter or the marks alone away: a slip where everything else agrees. */
export type NameEvidence = 'same' | 'loose' | 'slip' | 'near' | 'other';

export function compareDeclaredName(declared: string, known: string): NameEvidence {
  const { result } = comparePersonNames(preparePersonName(declared), preparePersonName(known));
  switch (result) {
    case 'match':
      return 'same';
    case 'variation':
      return 'loose';
    case 'correctable':
      return 'slip';
    case 'mismatch':
      return isNear(declared, known) ? 'near' : 'other';
  }
}

const isNear = (declared: string, known: string): boolean => {
  const left = wordsOf(declared);
  const right = wordsOf(known);
  if (foldMarks(left.join(' ')) === foldMarks(right.join(' '))) return true;
  if (left.length !== right.length) return false;
  const [wrong, ...more] = left.flatMap((word, n) => (word === right[n] ? [] : [[word, right[n] ?? ''] as const]));
  return wrong !== undefined && more.length === 0 && typingDistance(...wrong) === 1;
};

const wordsOf = (name: string) => cleanText(name).toLowerCase().split(' ');
