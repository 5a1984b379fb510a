import type { IsoDate } from '#shared/domain/vietnamese/dates.ts';
import { type DeclaredPerson, isNameAlone, type Registration } from '#shared/domain/identity/registration.ts';
import type { RegistrationChange } from './company-facts.ts';
import {
  foldVersion,
  nameInRole,
  type RegistrationRow,
  type RegistrationVersion,
  type RowConflict,
  withRegister,
} from './fold-version.ts';
import { sameAddress } from './same-address.ts';
import { plainValue } from './same-value.ts';

/** A company's registration from all its rows, whatever their order and files. */
export interface FoldedVersions {
  /**
   * The version in force: the one with the latest ngày thay đổi, otherwise ngày đăng ký. People are in the order of
   * their file.
   */
  readonly current: Registration;
  /** The versions before it, the oldest first. */
  readonly former: readonly Registration[];
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
  const versions = versionsOf(rows);
  const last = versions.at(-1);
  if (!last) throw new RangeError('a company has at least one registration row');
  return {
    current: last.registration,
    former: versions.slice(0, -1).map(({ registration }) => registration),
    roleTakenOn: last.date,
    peopleSince: heldSince(versions),
    formerHeads: formerHeads(versions),
    changes: versions.slice(1).flatMap((version, index) => changesBetween(versions[index], version)),
    conflicts: last.conflicts,
  };
}

/** The versions, the oldest first. The register's own export dates one only before the first declaration. */
function versionsOf(rows: readonly RegistrationRow[]): RegistrationVersion[] {
  const [ofRegister, declared] = [rows.filter((row) => row.ofRegister), rows.filter((row) => !row.ofRegister)];
  const versions = datedVersions(declared);
  const first = versions[0]?.date;
  const isBefore = (row: RegistrationRow) => first === undefined || dateOf(row) < first;
  const earlier = datedVersions(sinceFirst(ofRegister.filter(isBefore)));
  return [...earlier, ...withRegister(versions, datedVersions(ofRegister.filter((row) => !isBefore(row))))];
}

const dateOf = ({ company }: RegistrationRow): IsoDate => company.amendedOn ?? company.registeredOn;

const datedVersions = (rows: readonly RegistrationRow[]): RegistrationVersion[] =>
  [...Map.groupBy(rows, dateOf)].sort(([a], [b]) => (a < b ? -1 : 1)).map(([date, own]) => foldVersion(date, own));

/** The register states the day of a certificate, so the earliest one is the company's registration and a later one a change. */
function sinceFirst(rows: readonly RegistrationRow[]): RegistrationRow[] {
  const registeredOn = rows.map(dateOf).toSorted()[0] ?? '';
  return rows.map((row) => {
    const amendedOn = dateOf(row) === registeredOn ? undefined : dateOf(row);
    return { ...row, company: { ...row.company, registeredOn, amendedOn } };
  });
}

/** The date from which each person of the last version has had the role without a break, in their order. */
function heldSince(versions: readonly RegistrationVersion[]): IsoDate[] {
  const backwards = versions.map(({ date, registration: { people } }) => ({ date, people, holds: holdersIn(people) }));
  backwards.reverse();
  return (backwards[0]?.people ?? []).map((person) => {
    let since = '';
    for (const { date, people, holds } of backwards) {
      if (holds(person)) since = date;
      else if (!isSilentOn(person, people)) break;
    }
    return since;
  });
}

/** The register's own export names no one but legal representatives, and not always these. */
const isSilentOn = ({ role }: DeclaredPerson, people: readonly DeclaredPerson[]): boolean =>
  people.length === 0 || (role !== 'legal_representative' && people.every(isNameAlone));

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
 * date agree, and one of whom only the name is known where role and name do.
 */
function holdersIn(people: readonly DeclaredPerson[]): (person: DeclaredPerson) => boolean {
  const known = new Set(people.flatMap(formsOf));
  const alone = new Set(people.filter(isNameAlone).map(nameInRole));
  return (person) =>
    isNameAlone(person)
      ? people.some((one) => nameInRole(one) === nameInRole(person))
      : formsOf(person).some((form) => known.has(form)) || (alone.size > 0 && alone.has(nameInRole(person)));
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
  const { charterCapital: from = is.charterCapital } = was;
  const { charterCapital: to = from } = is;
  if (from !== undefined && to !== undefined && from !== to)
    changes.push({ kind: 'capital', on, capital: { from, to } });
  if (plainValue(was.name) !== plainValue(is.name)) changes.push({ kind: 'name', on });
  return changes;
}

function sameRepresentatives(was: Registration, is: Registration): boolean {
  const [before, after] = [representatives(was), representatives(is)];
  if (was.people.length === 0 || is.people.length === 0) return true;
  return before.every(holdersIn(after)) && after.every(holdersIn(before));
}

const representatives = ({ people }: Registration) => people.filter(({ role }) => role === 'legal_representative');
