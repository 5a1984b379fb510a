import type { IsoDate } from '#shared/domain/vietnamese/dates.ts';
import {
  COMPANY_FIELDS,
  type CompanyOnly,
  type DeclaredPerson,
  isNameAlone,
  MOST_PEOPLE,
  PERSON_FIELDS,
  type Registration,
} from '#shared/domain/identity/registration.ts';
import { plainValue } from './same-value.ts';
import { parseLegalForm } from '#shared/domain/vietnamese/legal-form.ts';
import { sameAddress } from './same-address.ts';

/** One row of the registrations feed: a person in a company, and the person's place in the file's rows of it. */
export interface RegistrationRow {
  readonly company: CompanyOnly;
  /** Absent in a row of the register's own export that names nobody. */
  readonly person?: DeclaredPerson | undefined;
  readonly position: number;
  /** Set for a row of the register's own export, which knows a company by less than a declaration does. */
  readonly ofRegister?: true | undefined;
}

/** Two values of one field in rows of one date; `kept` sorts first and is used. */
export interface RowConflict {
  readonly field: string;
  readonly kept: string;
  readonly other: string;
  /** The full name of the person whose field it is; undefined for the company's own. */
  readonly person?: string | undefined;
  /** The certificate's day, where the register's own export has the other value. */
  readonly certifiedOn?: IsoDate | undefined;
}

/** A company's registration from the rows of one date. */
export interface RegistrationVersion {
  /** The day of change (ngày thay đổi) or, where there is none, the day of registration (ngày đăng ký). */
  readonly date: IsoDate;
  readonly registration: Registration;
  readonly conflicts: readonly RowConflict[];
}

type Value = string | number | undefined;
type Choose = <T extends Value>(field: string, values: readonly T[]) => T | undefined;

/**
 * Joins the rows of one company and one date: people by role and document number, and of several values of a field the
 * one that sorts first. Of more than `MOST_PEOPLE` people, whom several files or pieces of one named, the first ones count;
 * a conflict in the field `people` then has both numbers.
 */
export function foldVersion(date: IsoDate, rows: readonly RegistrationRow[]): RegistrationVersion {
  const conflicts: RowConflict[] = [];
  const choose = chooser(conflicts);
  const company = joined(
    rows.map((row) => row.company),
    COMPANY_FIELDS,
    choose,
  );
  const everyone = peopleOf(rows);
  if (everyone.length > MOST_PEOPLE)
    conflicts.push({ field: 'people', kept: String(MOST_PEOPLE), other: String(everyone.length) });
  const people = everyone.slice(0, MOST_PEOPLE).map((ofPerson) => {
    const own: RowConflict[] = [];
    const person = joined(ofPerson, PERSON_FIELDS, chooser(own));
    conflicts.push(...own.map((conflict) => ({ ...conflict, person: person.fullName })));
    return person;
  });
  return { date, registration: { ...company, people }, conflicts };
}

/** The rows of each person, the people in the order of their files. */
function peopleOf(rows: readonly RegistrationRow[]): DeclaredPerson[][] {
  const named = rows.flatMap(({ person, position }) => (person ? [{ person, position }] : []));
  return [...Map.groupBy(named, ({ person }) => identityOf(person))]
    .map(([key, own]) => ({ key, position: Math.min(...own.map((row) => row.position)), own }))
    .sort((a, b) => a.position - b.position || compare(a.key, b.key))
    .map(({ own }) => own.map((row) => row.person));
}

const identityOf = (person: DeclaredPerson): string =>
  isNameAlone(person) ? nameInRole(person) : `${person.role} ${person.documentNumber}`;

/** A person by the role and the name, where no number is known. */
export const nameInRole = ({ role, fullName }: DeclaredPerson): string => `${role} ${plainValue(fullName)}`;

/** Joins rows field by field. */
function joined<T extends Readonly<Partial<Record<keyof T, Value>>>>(
  rows: readonly T[],
  fields: Readonly<Record<keyof T, true>>,
  choose: Choose,
): T {
  const whole = { ...firstOf(rows) };
  if (rows.length === 1) return whole;
  for (const field in fields)
    whole[field] =
      choose(
        field,
        rows.map((row) => row[field]),
      ) ?? whole[field];
  return whole;
}

/**
 * Joins the values of a field: the first in order is used, and each different one is a conflict. An absent value is no
 * conflict.
 */
function chooser(conflicts: RowConflict[]): Choose {
  return (field, values) => {
    const present = [...new Set(values.filter((value) => value !== undefined))].sort(compare);
    const [kept, ...others] = present;
    // Nearly every value has one spelling, and plain forms cost more than all the rest of a row
    if (kept === undefined || others.length === 0) return kept;
    const seen = new Set([plain(kept)]);
    for (const other of others) {
      if (seen.has(plain(other))) continue;
      seen.add(plain(other));
      conflicts.push({ field, kept: String(kept), other: String(other) });
    }
    return kept;
  };
}

const plain = (value: string | number) => (typeof value === 'number' ? String(value) : plainValue(value));

const compare = (a: string | number, b: string | number) => {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  if (a === b) return 0;
  return String(a) < String(b) ? -1 : 1;
};

function firstOf<T>(rows: readonly T[]): T {
  const [first] = rows;
  if (first === undefined) throw new RangeError('a version has at least one row');
  return first;
}

/**
 * Adds what the register's own export says to the declared version that was in force on the day of its certificate. What
 * a version lacks is taken from the latest such row; where both say something, the declaration counts, and another value
 * is a conflict for the office.
 * @param declared the declared versions, the oldest first
 * @param ofRegister the export's versions, the oldest first, none of them before the first declared one
 */
export function withRegister(
  declared: readonly RegistrationVersion[],
  ofRegister: readonly RegistrationVersion[],
): RegistrationVersion[] {
  if (ofRegister.length === 0) return [...declared];
  return declared.map((version, place) => {
    const until = declared[place + 1]?.date;
    return ofRegister
      .filter(({ date }) => date >= version.date && (until === undefined || date < until))
      .toReversed()
      .reduce(completed, version);
  });
}

function completed(
  version: RegistrationVersion,
  { date: certifiedOn, registration: register }: RegistrationVersion,
): RegistrationVersion {
  const { registration } = version;
  return {
    ...version,
    registration: {
      ...registration,
      legalForm: registration.legalForm ?? register.legalForm,
      charterCapital: registration.charterCapital ?? register.charterCapital,
      mainIndustryCode: registration.mainIndustryCode ?? register.mainIndustryCode,
      industryCodes: registration.industryCodes ?? register.industryCodes,
      phone: registration.phone ?? register.phone,
      email: registration.email ?? register.email,
    },
    conflicts: [
      ...version.conflicts,
      ...conflictsBetween(registration, register).map((one) => ({ ...one, certifiedOn })),
    ],
  };
}

/** The values of the register's export that are others than the declared ones, after harmless spelling. */
function conflictsBetween(declared: Registration, register: Registration): RowConflict[] {
  const conflict = (field: string, kept: string | number | undefined, other: string | number | undefined) =>
    kept === undefined || other === undefined ? [] : [{ field, kept: String(kept), other: String(other) }];
  const isSameForm =
    formOf(declared) === undefined || formOf(register) === undefined || formOf(declared) === formOf(register);
  const isSameCapital = declared.charterCapital === register.charterCapital;
  return [
    ...(plainValue(declared.name) === plainValue(register.name) ? [] : conflict('name', declared.name, register.name)),
    ...(sameAddress(declared.headOfficeAddress, register.headOfficeAddress)
      ? []
      : conflict('headOfficeAddress', declared.headOfficeAddress, register.headOfficeAddress)),
    ...(isSameForm ? [] : conflict('legalForm', declared.legalForm, register.legalForm)),
    ...(isSameCapital ? [] : conflict('charterCapital', declared.charterCapital, register.charterCapital)),
    ...representativeConflicts(declared, register),
  ];
}

const formOf = ({ legalForm }: Registration) => (legalForm === undefined ? undefined : parseLegalForm(legalForm));

/** A representative whom the declaration does not name. The export may name only one of several. */
function representativeConflicts(declared: Registration, register: Registration): RowConflict[] {
  const heads = declared.people.filter(({ role }) => role === 'legal_representative');
  const names = new Set(heads.map(nameInRole));
  const [head] = heads;
  if (head === undefined) return [];
  return register.people
    .filter((person) => isNameAlone(person) && !names.has(nameInRole(person)))
    .map(({ fullName }) => ({ field: 'fullName', kept: head.fullName, other: fullName, person: head.fullName }));
}
