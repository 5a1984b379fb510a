import { parseAddress } from '#shared/domain/vietnamese/address/parse-address.ts';
import { isSamePlace } from '#shared/domain/vietnamese/address/same-place.ts';
import type { IsoDate } from '#shared/domain/vietnamese/dates.ts';
import type { DeclaredPerson, Registration } from '#shared/domain/identity/registration.ts';
import type { RegistrationChange } from './company-facts.ts';
import { type RowConflict, foldVersion, type RegistrationRow, type RegistrationVersion } from './fold-version.ts';
import { plainValue } from './same-value.ts';

/** A company's registration from all its rows, whatever their order and files. */
export interface FoldedVersions {
  /**
   * The version in force: the one with the latest ngày thay đổi, otherwise ngày đăng ký. People are in the order of
   * their file.
   */
  readonly current: Registration;
  /** The date of the version in force. */
  readonly roleTakenOn: IsoDate;
  /**
   * For each of `current.people`, in their order: the date of the version in which the person took the role that they
   * still have.
   */
  readonly peopleSince: readonly IsoDate[];
  /** The legal representatives of earlier versions who are none any more, the earliest first. */
  readonly formerHeads: readonly FormerHead[];
  /** The changes between one version and the next, dated by the later. */
  readonly changes: readonly RegistrationChange[];
  /**
   * The conflicts of the version in force. A correction has its own ngày thay đổi, so two values of one date contradict
   * each other.
   */
  readonly conflicts: readonly RowConflict[];
}

/** A former legal representative, from the day of the first version with the role to that of the first one without it. */
export interface FormerHead {
  readonly person: DeclaredPerson;
  readonly from: IsoDate;
  readonly until: IsoDate;
}

/**
 * Folds the rows of one company (nội dung đăng ký doanh nghiệp) into the version in force, its history and its
 * conflicts. Rows of one date are one version. Order and repetition of the rows do not matter.
 * @throws RangeError where there is no row: a company without a registration has no versions.
 */
export function foldVersions(rows: readonly RegistrationRow[]): FoldedVersions {
  const byDate = Map.groupBy(rows, ({ company }) => company.amendedOn ?? company.registeredOn);
  const versions = [...byDate].sort(([a], [b]) => (a < b ? -1 : 1)).map(([date, ofDate]) => foldVersion(date, ofDate));
  const last = versions.at(-1);
  if (!last) throw new RangeError('a company has at least one registration row');
  return {
    current: last.registration,
    roleTakenOn: last.date,
    peopleSince: heldSince(versions),
    formerHeads: formerHeads(versions),
    changes: versions.slice(1).flatMap((version, index) => changesBetween(versions[index], version)),
    conflicts: last.conflicts,
  };
}

/** The date from which each person of the last version has had the role without a break, in their order. */
function heldSince(versions: readonly RegistrationVersion[]): IsoDate[] {
  const holders = versions.map(({ registration }) => holdersIn(registration.people));
  const people = versions.at(-1)?.registration.people ?? [];
  return people.map((person) => {
    const without = holders.findLastIndex((holds) => !holds(person));
    return versions[without + 1]?.date ?? '';
  });
}

function formerHeads(versions: readonly RegistrationVersion[]): FormerHead[] {
  return versions.flatMap(({ registration }, place) => {
    const next = versions[place + 1];
    if (next === undefined) return [];
    const holdsLater = holdersIn(representatives(next.registration));
    return representatives(registration)
      .filter((person) => !holdsLater(person))
      .map((person) => {
        const without = versions
          .slice(0, place)
          .findLastIndex((earlier) => !holdersIn(representatives(earlier.registration))(person));
        return { person, from: versions[without + 1]?.date ?? '', until: next.date };
      });
  });
}

/**
 * Tells whether somebody is one of these people. A person with a corrected number is the same where role, name and birth
 * date agree.
 */
function holdersIn(people: readonly DeclaredPerson[]): (person: DeclaredPerson) => boolean {
  const known = new Set(people.flatMap(formsOf));
  return (person) => formsOf(person).some((form) => known.has(form));
}

const formsOf = ({ role, documentNumber, fullName, dateOfBirth }: DeclaredPerson): string[] => [
  `${role} ${documentNumber}`,
  `${role} ${plainValue(fullName)} ${dateOfBirth}`,
];

function changesBetween(before: RegistrationVersion | undefined, after: RegistrationVersion): RegistrationChange[] {
  if (!before) return [];
  const [was, is] = [before.registration, after.registration];
  const { date: on } = after;
  const changes: RegistrationChange[] = [];
  if (!sameRepresentatives(was, is)) changes.push({ kind: 'representative', on });
  if (!sameAddress(was.headOfficeAddress, is.headOfficeAddress)) changes.push({ kind: 'address', on });
  if (was.charterCapital !== is.charterCapital) {
    changes.push({ kind: 'capital', on, capital: { from: was.charterCapital, to: is.charterCapital } });
  }
  if (plainValue(was.name) !== plainValue(is.name)) changes.push({ kind: 'name', on });
  return changes;
}

function sameRepresentatives(was: Registration, is: Registration): boolean {
  const [before, after] = [representatives(was), representatives(is)];
  return before.every(holdersIn(after)) && after.every(holdersIn(before));
}

const representatives = ({ people }: Registration) => people.filter(({ role }) => role === 'legal_representative');

/** Another spelling of the same place is no change of address. */
function sameAddress(was: string, is: string): boolean {
  return plainValue(was) === plainValue(is) || isSamePlace(parseAddress(was), parseAddress(is));
}
