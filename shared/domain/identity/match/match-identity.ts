import type { IsoDate } from '#shared/domain/vietnamese/dates.ts';
import { readPersonalNumber } from '../identity-document.ts';
import type { ComparedField, Correction, DocumentStatus, FieldResult, PersonVerdict } from '../person-verdict.ts';
import type { PoliceRecord, StatedRecord } from '../police-record.ts';
import type { DeclaredPerson, Gender } from '../registration.ts';
import { type BirthEvidence, birthYearOf, compareBirthDates, isDay } from './compare-birth-dates.ts';
import { compareDeclaredName, type NameEvidence } from './compare-declared-name.ts';
import { compareNumbers, documentNumbersOf, type NumberEvidence } from './compare-numbers.ts';
import { documentStatusOn, reissuedOn, isOfThePerson } from './document-status.ts';

/**
 * How a declared gender relates: `contradicts` means police data and the number; `disputed` means that the two disagree
 * with each other, so that neither corrects the declared one.
 */
type GenderEvidence = 'same' | 'contradicts' | 'disputed' | 'not_provided';

/** Where police data give no gender, the digit of the personal number (số định danh cá nhân) decides. */
function compareGenders(declared: Gender | undefined, record: PoliceRecord): GenderEvidence {
  const inNumber = genderInNumber(record);
  const known = record.gender ?? inNumber;
  if (!declared || !known) return 'not_provided';
  if (declared === known) return 'same';
  return inNumber === undefined || inNumber === known ? 'contradicts' : 'disputed';
}

const knownGender = (record: PoliceRecord): Gender | undefined => record.gender ?? genderInNumber(record);

const genderInNumber = ({ documentNumber }: PoliceRecord) => readPersonalNumber(documentNumber)?.gender;

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

type Fields = Record<ComparedField, FieldResult>;

/**
 * Compares a declared person with one person of the police data by all fields together: `match`, `variation`,
 * `correctable` with its correction, or `mismatch`. Where police data have only a number of another kind, the declared
 * number is `unchecked`, because somebody who knows name and birth date could have invented it.
 *
 * @param versions all rows of the person that `record` was folded from: old numbers and dates of status
 */
export function matchIdentity(
  declared: DeclaredPerson,
  roleTakenOn: IsoDate,
  record: PoliceRecord,
  versions: readonly StatedRecord[] = [record],
): PersonVerdict {
  const evidence = weighEvidence(declared, record, versions);
  const documentStatus = documentStatusOn(versions, declared, roleTakenOn);
  if (!isSamePerson(evidence)) {
    const contradicted = versions.some((version) => isSamePerson(weighEvidence(declared, version)));
    const fields = fieldsOfAnother(evidence);
    return { result: 'mismatch', fields, documentStatus, ...(contradicted && { contradicted }) };
  }
  const fields = fieldsOfTheSame(evidence);
  if (evidence.number === 'other_kind')
    return { result: 'unchecked', fields, documentStatus: isOfThePerson(documentStatus) ? documentStatus : undefined };
  const result = worstOf(fields);
  const reissued = reissuedOn(versions, declared, roleTakenOn);
  const contradicted =
    isDenied(documentStatus, versions, roleTakenOn) ||
    versions.some((version) => hasAnotherPerson(weighEvidence(declared, version)));
  return {
    result,
    fields,
    documentStatus,
    ...(reissued !== undefined && { reissuedOn: reissued }),
    ...(contradicted && { contradicted: true as const }),
    correction: correctionOf(fields, record),
  };
}

/** Whether the very number is another person's. */
const hasAnotherPerson = (evidence: IdentityEvidence): boolean => evidence.number === 'same' && !isSamePerson(evidence);

/** Whether the police also told that nothing was amiss, when the person already had the role. */
const isDenied = (status: DocumentStatus, versions: readonly StatedRecord[], roleTakenOn: IsoDate): boolean =>
  status !== 'valid' &&
  status !== 'expired' &&
  versions.some(({ status: told, toldOn = '' }) => told === 'BINH_THUONG' && toldOn > roleTakenOn);

export function weighEvidence(
  declared: DeclaredPerson,
  record: PoliceRecord,
  versions: readonly PoliceRecord[] = [record],
): IdentityEvidence {
  const number = compareNumbers(declared.documentNumber, documentNumbersOf(versions));
  return {
    number: number === 'other_kind' && !couldBeNumberOf(declared.documentNumber, record) ? 'other' : number,
    name: compareDeclaredName(declared.fullName, record.fullName),
    birth: compareBirthDates(declared.dateOfBirth, record.dateOfBirth),
    gender: compareGenders(declared.gender, record),
  };
}

/** The gender, birth year and province in a personal number must be the person's. */
const couldBeNumberOf = (number: string, record: PoliceRecord): boolean => {
  const parts = readPersonalNumber(number);
  const gender = knownGender(record);
  if (parts === undefined) return true;
  return (
    String(parts.birthYear) === birthYearOf(record.dateOfBirth) && (gender === undefined || parts.gender === gender)
  );
};

const fieldsOfTheSame = ({ number, name, birth, gender }: IdentityEvidence): Fields => ({
  documentNumber: number === 'same' ? 'match' : number === 'other_kind' ? 'not_provided' : 'correctable',
  fullName: name === 'same' ? 'match' : name === 'loose' ? 'variation' : 'correctable',
  dateOfBirth: birth === 'same' || birth === 'year' ? 'match' : 'correctable',
  gender: gender === 'same' ? 'match' : gender === 'contradicts' ? 'correctable' : unsettled(gender),
});

/** For another person, a difference counts in full even where it would be a typo for the same person. */
const fieldsOfAnother = ({ number, name, birth, gender }: IdentityEvidence): Fields => ({
  documentNumber: number === 'same' ? 'match' : 'mismatch',
  fullName: name === 'same' ? 'match' : name === 'loose' ? 'variation' : 'mismatch',
  dateOfBirth: birth === 'same' || birth === 'year' ? 'match' : 'mismatch',
  gender: gender === 'same' ? 'match' : gender === 'contradicts' ? 'mismatch' : unsettled(gender),
});

const unsettled = (gender: 'disputed' | 'not_provided'): FieldResult =>
  gender === 'disputed' ? 'mismatch' : 'not_provided';

const worstOf = (fields: Fields): 'match' | 'variation' | 'correctable' => {
  const results = Object.values(fields);
  if (results.includes('correctable') || results.includes('mismatch')) return 'correctable';
  return results.includes('variation') ? 'variation' : 'match';
};

/** Chooses the field to correct: the most identifying one. A birth year alone corrects no full date. */
const correctionOf = (fields: Fields, record: PoliceRecord): Correction | undefined => {
  const { documentNumber, fullName, dateOfBirth, gender } = fields;
  if (documentNumber === 'correctable') return { field: 'documentNumber', value: record.documentNumber };
  if (dateOfBirth === 'correctable' && isDay(record.dateOfBirth))
    return { field: 'dateOfBirth', value: record.dateOfBirth };
  if (fullName === 'correctable') return { field: 'fullName', value: record.fullName };
  const known = knownGender(record);
  return gender === 'correctable' && known ? { field: 'gender', value: known } : undefined;
};
