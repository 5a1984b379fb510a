import type { IsoDate } from '#shared/domain/vietnamese/dates.ts';
import type { PersonVerdict, PoliceCoverage } from '../person-verdict.ts';
import type { PoliceRecord, StatedRecord } from '../police-record.ts';
import type { DeclaredPerson } from '../registration.ts';
import { documentNumbersOf } from './compare-numbers.ts';
import { documentStatusOn, isOfThePerson } from './document-status.ts';
import { foldRecords } from './fold-records.ts';
import {
  type IdentityEvidence,
  isNamesake,
  isSamePerson,
  matchIdentity,
  typoCost,
  weighEvidence,
} from './match-identity.ts';

/**
 * Population data (Cơ sở dữ liệu quốc gia về dân cư) contain personal numbers and CMND, not passports: a foreigner's
 * passport may look like somebody's CMND, so it isn't even looked up.
 */
export function hasForeignPassport({ documentType, nationality }: DeclaredPerson): boolean {
  return documentType === 'HC' && !isVietnamese(nationality);
}

/** Whether a number is a passport's (a letter among the digits), whose absence in population data proves nothing. */
export function hasPassportNumber({ documentType, documentNumber }: DeclaredPerson): boolean {
  return documentType === 'HC' && !/^(\d{9}|\d{12})$/u.test(documentNumber.replaceAll(/[\s.-]/gu, ''));
}

const VIETNAMESE = new Set(['', 'vn', 'vnm', 'vietnam', 'vietnamese', 'nguoivietnam', 'kinh']);

const isVietnamese = (nationality: string | undefined): boolean =>
  VIETNAMESE.has(
    (nationality ?? '')
      .normalize('NFD')
      .replaceAll(/[^A-Za-z]/gu, '')
      .toLowerCase(),
  );

export interface ChosenMatch {
  readonly verdict: PersonVerdict;
  /** The person found; absent where nobody was found or the number belongs to another person. */
  readonly record?: PoliceRecord;
  /** The same person under their present number, where it replaced the found one. */
  readonly present?: PoliceRecord | undefined;
}

const NOTHING_COMPARED = {
  documentNumber: 'not_provided',
  fullName: 'not_provided',
  dateOfBirth: 'not_provided',
  gender: 'not_provided',
} as const;

/**
 * The result where no police data were read yet, the extract doesn't list the person, or population data don't contain
 * such documents.
 */
export const UNCHECKED: PersonVerdict = { result: 'unchecked', fields: NOTHING_COMPARED };
export const NOT_FOUND: PersonVerdict = {
  result: 'not_found',
  fields: { ...NOTHING_COMPARED, documentNumber: 'mismatch' },
};

/**
 * The result for a declared person from all police data.
 * @param exact every version under the declared number, as a current or an old one
 * @param candidates every version of people that a search by name and birth found
 * @param policeData the coverage: before an extract was read nobody is called another person, and only a complete
 * extract can prove that somebody is absent
 */
export function chooseMatch(
  declared: DeclaredPerson,
  roleTakenOn: IsoDate,
  exact: readonly StatedRecord[],
  candidates: readonly StatedRecord[],
  policeData: PoliceCoverage,
): ChosenMatch {
  if (hasForeignPassport(declared)) return { verdict: UNCHECKED };
  const owners = likeliest(declared, exact);
  const [owner] = owners;
  if (owner?.same) return ownerMatched(declared, roleTakenOn, owner, successorOf(owner, owners));
  const found = searched(declared, roleTakenOn, candidates, owner === undefined);
  if (found) return found;
  if (policeData === 'none' || (hasPassportNumber(declared) && !owner)) return { verdict: UNCHECKED };
  if (!owner && policeData === 'listed') return { verdict: UNCHECKED };
  return owner ? { verdict: matched(declared, roleTakenOn, owner).verdict } : { verdict: NOT_FOUND };
}

const ownerMatched = (
  declared: DeclaredPerson,
  roleTakenOn: IsoDate,
  owner: WeighedRecord,
  later: WeighedRecord | undefined,
): ChosenMatch => {
  const match = matched(declared, roleTakenOn, owner);
  if (later === undefined) return match;
  const fate = documentStatusOn(later.versions, declared, roleTakenOn);
  const own = match.verdict.documentStatus;
  const documentStatus = isOfThePerson(fate) && own !== 'deceased' ? fate : own;
  return { ...match, verdict: { ...match.verdict, documentStatus }, present: later.record };
};

const searched = (
  declared: DeclaredPerson,
  roleTakenOn: IsoDate,
  candidates: readonly StatedRecord[],
  unowned: boolean,
): ChosenMatch | undefined => {
  const all = likeliest(declared, candidates);
  const [likeliestOne] = all;
  if (!likeliestOne?.same) return undefined;
  const chosen = successorOf(likeliestOne, all) ?? likeliestOne;
  const saysNothing = likeliestOne.evidence.number === 'other_kind';
  const rival = all.find(
    (one) => one.same && (saysNothing || one.rank === likeliestOne.rank) && !areOne(one, likeliestOne),
  );
  if (saysNothing && (rival || !unowned || all.some(({ evidence }) => isNamesake(evidence)))) return undefined;
  const match = matched(declared, roleTakenOn, chosen);
  // Two people fit equally well, so the field has a typo but the intended person is unknown
  return rival ? { verdict: { ...match.verdict, correction: undefined } } : match;
};

/** The later record of the same person, which has this number as an old one. */
const successorOf = (
  { record: { documentNumber } }: WeighedRecord,
  all: readonly WeighedRecord[],
): WeighedRecord | undefined =>
  all.find(({ same, record, versions }) => {
    return same && record.documentNumber !== documentNumber && documentNumbersOf(versions).includes(documentNumber);
  });

/** A CMND and the later personal number are two rows of police data about one person. */
const areOne = (one: WeighedRecord, other: WeighedRecord): boolean => {
  const numbers = documentNumbersOf(one.versions);
  return documentNumbersOf(other.versions).some((number) => numbers.includes(number));
};

interface WeighedRecord {
  readonly record: PoliceRecord;
  readonly versions: readonly StatedRecord[];
  readonly evidence: IdentityEvidence;
  readonly same: boolean;
  readonly rank: number;
}

const CLOSENESS = { same: 0, typo: 10, near: 20, other_kind: 25, other: 30 } as const;
const LOOSELY = 0.5;
/** A cancelled number that was replaced keeps its own status. */
const BY_OLD_NUMBER = 0.25;

/** Sorts people by likelihood, and equal ones by number, so that the order of rows does not matter. */
const likeliest = (declared: DeclaredPerson, records: readonly StatedRecord[]): WeighedRecord[] =>
  [...Map.groupBy(records, ({ documentNumber }) => documentNumber).values()]
    .map((versions) => {
      const record = foldRecords(versions);
      const evidence = weighEvidence(declared, record, versions);
      const rank =
        CLOSENESS[evidence.number] +
        typoCost(evidence) +
        (evidence.name === 'loose' ? LOOSELY : 0) +
        (record.documentNumber === declared.documentNumber ? 0 : BY_OLD_NUMBER);
      return { record, versions, evidence, same: isSamePerson(evidence), rank };
    })
    .sort(
      (a, b) =>
        Number(b.same) - Number(a.same) ||
        a.rank - b.rank ||
        (a.record.documentNumber < b.record.documentNumber ? -1 : 1),
    );

const matched = (declared: DeclaredPerson, roleTakenOn: IsoDate, { record, versions }: WeighedRecord): ChosenMatch => ({
  verdict: matchIdentity(declared, roleTakenOn, record, versions),
  record,
});
