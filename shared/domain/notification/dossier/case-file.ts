import { ascending } from '#shared/domain/vietnamese/text/text-order.ts';
import { type CompanyState, companyStateOf } from './company-state.ts';
import type { LeftOutAccounts } from './left-out-accounts.ts';
import { type AccountMonths, withShownMonths } from './shown-rows.ts';
import { valuesOfTie } from './shared-values-of.ts';
import { maskNumber } from '#shared/domain/identity/identity-document.ts';
import type { PoliceRecord } from '#shared/domain/identity/police-record.ts';
import type { DeclaredPerson, Registration } from '#shared/domain/identity/registration.ts';
import type { Flow, Signal } from '#shared/domain/risk/facts/company-facts.ts';
import type { IsoDate } from '#shared/domain/vietnamese/dates.ts';
import { foldFlows } from '#shared/domain/risk/facts/fold-flows.ts';
import { foldVersions } from '#shared/domain/risk/facts/fold-versions.ts';
import type { RegistrationRow } from '#shared/domain/risk/facts/fold-version.ts';
import { type AccountRow, foldAccount } from '#shared/domain/risk/facts/fold-accounts.ts';
import type { DeclaredOwner, Holding } from '#shared/domain/risk/owners/holding.ts';
import type { Owner } from '#shared/domain/risk/owners/persons-behind.ts';
import type { SharedKind } from '#shared/domain/risk/rings/band.ts';
import type { NoticedAccount, NoticedPerson, PoliceNoticeContent } from '../notice/police-notice-content.ts';
import { type LeftOutRows, numberSources, type SourcedRow, type SourceTable } from './sources.ts';

/** A person of the company, with the declared data and the police's record. */
export interface CasePerson {
  readonly declared: DeclaredPerson;
  /** The latest record of the police extract. */
  readonly known?: PoliceRecord | undefined;
  readonly compared?: NoticedPerson | undefined;
}

/** The person of the police's data who holds a phone by a carrier's row. */
export interface PhoneOwner {
  readonly fullName: string;
  readonly documentNumber: string;
}

export interface CaseAccount extends AccountMonths {
  readonly register: AccountRow;
  readonly representativeMismatch: boolean;
  /** The holders of the account's phone who are none of the company's people; undefined where none is known. */
  readonly phoneOwners?: readonly PhoneOwner[] | undefined;
  /** The days on which the police or the bank listed it as suspicious. */
  readonly listedOn?: readonly IsoDate[] | undefined;
}

/**
 * One shared value of the ring with its companies. `values` are its texts, and empty where the facts don't contain them;
 * those in the registration of one of the companies are `registered`, and only banks gave the others.
 */
export interface CaseTie {
  readonly kind: SharedKind;
  readonly since: string;
  readonly companies: readonly string[];
  readonly values: readonly string[];
  readonly registered: readonly string[];
}

/**
 * The facts behind a notice to the police, with names and numbers, which only the police may see (Luật 91/2025/QH15
 * Art. 3, 19). The notice itself names no person.
 */
export interface CaseFile {
  readonly registration: Registration;
  readonly people: readonly CasePerson[];
  readonly state: CompanyState;
  /** The police's records of the former representatives, in their order. */
  readonly formerHeads: readonly Pick<CasePerson, 'declared' | 'known'>[];
  readonly accounts: readonly CaseAccount[];
  readonly names: Readonly<Record<string, string>>;
  readonly ties: readonly CaseTie[];
  /** The members with their shares, and the owners by the last declaration; undefined where neither was received. */
  readonly owners?: CaseOwners | undefined;
  readonly sources: SourceTable;
  /** The rows that are left out; undefined where none are. */
  readonly leftOut?: readonly LeftOutRows[] | undefined;
  /** The accounts that are left out; undefined where none are. */
  readonly leftOutAccounts?: readonly LeftOutAccounts[] | undefined;
}

export interface CaseOwners {
  readonly members: readonly Holding[];
  /** Those who are owners through other organisations, and of whom neither list tells; absent where there is none. */
  readonly behind?: readonly Owner[] | undefined;
  readonly declared: readonly DeclaredOwner[];
}

/** All facts of an account that any register ever assigned to the company. */
interface AccountInCase {
  readonly accountRef: string;
  readonly registers: readonly AccountRow[];
  readonly flows: readonly Flow[];
  readonly listings?: readonly { readonly code: number; readonly on: IsoDate }[];
}

/** The police's records of those who hold each phone by the carriers' rows. */
type HoldersOfPhones = ReadonlyMap<string, readonly PoliceRecord[]>;

/** The facts of a company and of those around it, as they were recorded. */
export interface CaseFacts {
  readonly registrations: readonly RegistrationRow[];
  readonly signals: readonly Signal[];
  readonly owners: CaseOwners;
  /** The police records of each document number of the company's people. */
  readonly policeRecords: ReadonlyMap<string, readonly PoliceRecord[]>;
  readonly accounts: readonly AccountInCase[];
  /** The registrations of the ring's companies, including the company's own. */
  readonly members: ReadonlyMap<string, readonly RegistrationRow[]>;
  /** The registers of the accounts of the ring's companies. */
  readonly registersOf: ReadonlyMap<string, readonly AccountRow[]>;
  readonly phoneHolders: HoldersOfPhones;
  readonly rows: readonly SourcedRow[];
  readonly leftOut?: readonly LeftOutRows[];
  readonly leftOutAccounts?: readonly LeftOutAccounts[];
}

/** The same facts give the same file, in whatever order they come. Undefined where no registration is known. */
export function caseFileOf(content: PoliceNoticeContent, facts: CaseFacts): CaseFile | undefined {
  if (facts.registrations.length === 0) return undefined;
  const versions = foldVersions(facts.registrations);
  const { current: registration, formerHeads } = versions;
  const knownOf = (declared: DeclaredPerson) => latestOf(facts.policeRecords.get(declared.documentNumber) ?? []);
  const registrations = new Map(
    [...facts.members].flatMap(([code, rows]) =>
      rows.length > 0 ? [[code, foldVersions(rows).current] as const] : [],
    ),
  );
  registrations.set(registration.enterpriseCode, registration);
  return {
    registration,
    people: registration.people.map((declared, place) => ({
      declared,
      known: knownOf(declared),
      compared: comparedTo(declared, place, content.people),
    })),
    state: companyStateOf(versions, facts.signals),
    formerHeads: formerHeads.map(({ person }) => ({ declared: person, known: knownOf(person) })),
    accounts: withShownMonths(
      caseAccounts(content, facts).sort((a, b) => ascending(keyOf(a.register), keyOf(b.register))),
    ),
    names: Object.fromEntries([...registrations].map(([code, { name }]) => [code, name])),
    ties: (content.network?.ties ?? []).map(({ kind, since, companies }) => ({
      kind,
      since,
      companies,
      ...valuesOfTie(kind, companies, registrations, facts.registersOf),
    })),
    ...(facts.owners.members.length + facts.owners.declared.length > 0 && { owners: facts.owners }),
    sources: numberSources(facts.rows),
    ...(facts.leftOut && facts.leftOut.length > 0 && { leftOut: facts.leftOut }),
    ...(facts.leftOutAccounts && facts.leftOutAccounts.length > 0 && { leftOutAccounts: facts.leftOutAccounts }),
  };
}

/** The company's present accounts, with what the notice says of their representatives. */
function caseAccounts(
  { enterpriseCode, accounts: noticed }: PoliceNoticeContent,
  { accounts: all, phoneHolders, policeRecords }: CaseFacts,
): CaseAccount[] {
  const own = new Set([...policeRecords].flatMap(([number, records]) => [number, ...records.flatMap(numbersOf)]));
  const noticedBy = Map.groupBy(noticed, maskedKey);
  const held = all
    .toSorted((a, b) => ascending(a.accountRef, b.accountRef))
    .flatMap(({ registers, flows, listings = [] }) => {
      const register = registers.length === 0 ? undefined : foldAccount(registers);
      if (register?.enterpriseCode !== enterpriseCode) return [];
      const owners = strangersAmong(phoneHolders.get(register.phone ?? '') ?? [], own);
      const listedOn = [...new Set(listings.flatMap(({ code, on }) => (code === 0 ? [] : [on])))].sort();
      return [
        {
          register,
          months: foldFlows(flows).flows,
          ...(owners.length > 0 && { phoneOwners: owners }),
          ...(listedOn.length > 0 && { listedOn }),
        },
      ];
    });
  const alike = Map.groupBy(held, ({ register: { bank, accountNumber } }) =>
    maskedKey({ bank, accountNumber: maskNumber(accountNumber) }),
  );
  return [...alike].flatMap(([key, accounts]) => {
    const mismatches = mismatchesOf(noticedBy.get(key) ?? [], accounts.length);
    return accounts.map((account, place) => ({ ...account, representativeMismatch: mismatches[place] ?? false }));
  });
}

/**
 * Of several accounts with one masked number. The notice has accounts in the order of their references; where it has
 * another number of them, a mismatch holds only if it holds for all.
 */
function mismatchesOf(noticed: readonly NoticedAccount[], count: number): readonly boolean[] {
  const said = noticed.map(({ representativeMismatch }) => representativeMismatch);
  if (said.length === count) return said;
  return Array.from({ length: count }, () => said.length > 0 && said.every(Boolean));
}

const maskedKey = ({ bank, accountNumber }: Pick<NoticedAccount, 'bank' | 'accountNumber'>): string =>
  `${bank} ${accountNumber}`;

function comparedTo(
  declared: DeclaredPerson,
  place: number,
  people: readonly NoticedPerson[],
): NoticedPerson | undefined {
  const isSame = ({ role, documentNumber }: NoticedPerson) =>
    role === declared.role && documentNumber === maskNumber(declared.documentNumber);
  const there = people[place];
  return there && isSame(there) ? there : people.find(isSame);
}

const numbersOf = ({ documentNumber, oldNumber }: PoliceRecord): readonly string[] =>
  oldNumber === undefined ? [documentNumber] : [documentNumber, oldNumber];

/** The holders who are none of the company's people, each once. */
function strangersAmong(holders: readonly PoliceRecord[], own: ReadonlySet<string>): readonly PhoneOwner[] {
  const latest = [...Map.groupBy(holders, ({ documentNumber }) => documentNumber).values()].map(latestOf);
  return latest
    .flatMap((record) => (record === undefined || numbersOf(record).some((number) => own.has(number)) ? [] : [record]))
    .map(({ fullName, documentNumber }) => ({ fullName, documentNumber }))
    .sort((a, b) => ascending(a.documentNumber, b.documentNumber));
}

/** The record with the latest status and, for one date, the record that sorts first. */
const latestOf = (records: readonly PoliceRecord[]): PoliceRecord | undefined =>
  [...records].sort(
    (a, b) => ascending(b.statusOn ?? '', a.statusOn ?? '') || ascending(JSON.stringify(a), JSON.stringify(b)),
  )[0];

const keyOf = ({ bank, accountNumber }: AccountRow): string => `${bank} ${accountNumber}`;
