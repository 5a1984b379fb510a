import { comparePersonNames } from '#shared/domain/vietnamese/person-name/compare-person-names.ts';
import {
  namesIn,
  type PreparedPersonName,
  preparePersonName,
  readableName,
} from '#shared/domain/vietnamese/person-name/prepare-person-name.ts';
import { foldMarks } from '#shared/domain/vietnamese/text/fold.ts';
import { editDistance } from '#shared/domain/vietnamese/text/edit-distance.ts';

/**
 * How a declared name relates to the record. `near` means one wrong letter, lost marks or several missing middle names:
 * by the name alone another person's, but a typo where everything else agrees.
 */
export type NameEvidence = 'same' | 'loose' | 'typo' | 'near' | 'other';

const AS_EVIDENCE = { match: 'same', variation: 'loose', correctable: 'typo' } as const;

export function compareDeclaredName(declared: string, known: string): NameEvidence {
  const left = preparePersonName(declared);
  const right = preparePersonName(known);
  const { result } = comparePersonNames(left, right);
  if (result !== 'mismatch') return AS_EVIDENCE[result];
  // The cell names two people. The record belongs to one of them, and the cell must be corrected
  if (namesIn(declared).some((name) => comparePersonNames(name, right).result !== 'mismatch')) return 'typo';
  return isNear(left, right) ? 'near' : 'other';
}

const isNear = (declared: PreparedPersonName, known: PreparedPersonName): boolean => {
  if (declared.tokens.length === 0 || known.tokens.length === 0) return false;
  const [left, right] = [readableName(declared), readableName(known)];
  if (foldMarks(left) === foldMarks(right)) return true;
  const bothMarked = declared.marked && known.marked;
  const [mine, theirs] = [left, right].map((name) => (bothMarked ? name : foldMarks(name)).split(' '));
  if (!mine || !theirs) return false;
  return mine.length === theirs.length ? oneLetterWrong(mine, theirs) : middleNamesLeftOut(mine, theirs);
};

const oneLetterWrong = (left: readonly string[], right: readonly string[]): boolean => {
  const [wrong, ...more] = left.flatMap((word, n) => (word === right[n] ? [] : [[word, right[n] ?? ''] as const]));
  return wrong !== undefined && more.length === 0 && editDistance(...wrong) === 1;
};

/** Whether family and given name agree and the middle names of one side occur in the other's in the same order. */
const middleNamesLeftOut = (one: readonly string[], other: readonly string[]): boolean => {
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  if (short.length < 2 || short[0] !== long[0] || short.at(-1) !== long.at(-1)) return false;
  let from = 0;
  return short.every((word) => {
    const at = long.indexOf(word, from);
    from = at + 1;
    return at >= 0;
  });
};
