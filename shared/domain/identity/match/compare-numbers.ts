import { readPersonalNumber } from '../identity-document.ts';
import type { PoliceRecord } from '../police-record.ts';
import { editDistance } from '#shared/domain/vietnamese/text/edit-distance.ts';

/**
 * How a typed number relates to a person's own numbers. `typo`: one digit is wrong, missing or too many, or two digits
 * are swapped. `near`: 12 digits have two such typos. `other_kind`: one side is a personal number and the other a CMND,
 * so that neither confirms nor contradicts the other. `other`: it is another number.
 */
export type NumberEvidence = 'same' | 'typo' | 'near' | 'other_kind' | 'other';

const CLOSEST_FIRST: readonly NumberEvidence[] = ['same', 'typo', 'near'];

/** The numbers of a person in police data: số định danh and the old ones (số CMND cũ, số định danh xác lập lại). */
export function documentNumbersOf(versions: readonly PoliceRecord[]): readonly string[] {
  const all = versions.flatMap(({ documentNumber, oldNumber }) => [documentNumber, ...(oldNumber ? [oldNumber] : [])]);
  return [...new Set(all)];
}

/**
 * Compares the typed number with the closest of the person's numbers, so that a CMND with a typo is compared with the
 * old CMND.
 */
export function compareNumbers(declared: string, known: readonly string[]): NumberEvidence {
  const found = new Set(known.map((number) => compareTwo(bare(declared), bare(number))));
  const closest = CLOSEST_FIRST.find((evidence) => found.has(evidence));
  if (closest !== undefined) return closest;
  const kind = numberKindOf(declared);
  const another = kind !== undefined && known.every((number) => ![kind, undefined].includes(numberKindOf(number)));
  return another ? 'other_kind' : 'other';
}

export type NumberKind = 'cmnd' | 'personal';

/** Undefined for a number that is neither, such as a passport's. */
export const numberKindOf = (number: string): NumberKind | undefined => {
  const digits = bare(number);
  if (/^\d{9}$/u.test(digits)) return 'cmnd';
  return readPersonalNumber(digits) === undefined ? undefined : 'personal';
};

const bare = (number: string) => number.replaceAll(/[^\p{L}\p{N}]/gu, '').toUpperCase();

const compareTwo = (a: string, b: string): NumberEvidence => {
  if (a === b) return 'same';
  const typos = twoSwapped(a, b) ? 1 : editDistance(a, b);
  if (typos === 1) return 'typo';
  return typos === 2 && a.length === 12 && b.length === 12 ? 'near' : 'other';
};

/** Whether two digits, adjacent or not, are swapped. */
const twoSwapped = (a: string, b: string): boolean => {
  if (a.length !== b.length) return false;
  const [first, second, ...more] = Array.from(a).flatMap((digit, n) => (digit === b[n] ? [] : [n]));
  return (
    first !== undefined && second !== undefined && more.length === 0 && a[first] === b[second] && a[second] === b[first]
  );
};
