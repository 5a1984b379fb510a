import type { BirthEvidence } from './compare-birth-dates.ts';
import type { NameEvidence } from './compare-declared-name.ts';
import type { GenderEvidence } from './compare-genders.ts';
import type { NumberEvidence } from './compare-numbers.ts';

/** The result of comparing each field. */
export interface IdentityEvidence {
  readonly number: NumberEvidence;
  readonly name: NameEvidence;
  readonly birth: BirthEvidence;
  readonly gender: GenderEvidence;
}

/**
 * How far each field may differ while the records still count as one person's. Where the number is exact, several typos
 * in other fields are allowed. Among a million people a number one typo away exists with a chance of about one in five,
 * so then the other fields must nearly agree; two typos away there are several such numbers. A number of another kind
 * proves nothing, so all other fields must agree, including gender.
 */
const ALLOWANCE: Readonly<Record<NumberEvidence, number>> = {
  same: 4,
  typo: 3,
  near: 1,
  other_kind: 0,
  other: -1,
};
const NEVER = Number.POSITIVE_INFINITY;
const NAME_COST: Readonly<Record<NameEvidence, number>> = { same: 0, loose: 0, typo: 1, near: 2, other: NEVER };
const BIRTH_COST: Readonly<Record<BirthEvidence, number>> = {
  same: 0,
  typo: 1,
  year: 2,
  near_year: 3,
  // The birth year can be read from a stolen number, so it proves little without the owner's name
  same_year: 4,
  same_day: 4,
  other: NEVER,
};
const GENDER_COST: Readonly<Record<GenderEvidence, number>> = { same: 0, not_provided: 0, contradicts: 1, disputed: 1 };

/** Whether two records are very likely of one person, with typing errors at most. */
export const isSamePerson = (evidence: IdentityEvidence): boolean =>
  typoCost(evidence) <= ALLOWANCE[evidence.number] && (evidence.number !== 'other_kind' || evidence.gender === 'same');

/** Whether a person with the same name and birth has another number, so that the declared person is somebody else. */
export const isNamesake = (evidence: IdentityEvidence): boolean =>
  evidence.number === 'other' && typoCost(evidence) === 0;

/** A distance between a declared person and a candidate; the smallest is the likeliest. */
export const typoCost = ({ name, birth, gender }: IdentityEvidence): number =>
  NAME_COST[name] + BIRTH_COST[birth] + GENDER_COST[gender];
