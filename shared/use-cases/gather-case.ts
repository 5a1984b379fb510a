import { isNameAlone } from '#shared/domain/identity/registration.ts';
import { type CaseFile, caseFileOf, type CaseOwners } from '#shared/domain/notification/dossier/case-file.ts';
import type { PoliceNoticeContent } from '#shared/domain/notification/notice/police-notice-content.ts';
import { shownRows } from '#shared/domain/notification/dossier/shown-rows.ts';
import type { SourcedRow } from '#shared/domain/notification/dossier/sources.ts';
import { type AccountRow, foldAccount } from '#shared/domain/risk/facts/fold-accounts.ts';
import type { RegistrationRow } from '#shared/domain/risk/facts/fold-version.ts';
import { type DeclaredOwner, holderKey, type Holding, holdingsOn } from '#shared/domain/risk/owners/holding.ts';
import { latestOf, type Owner, ownersOf } from '#shared/domain/risk/owners/persons-behind.ts';
import { rowsUntil } from '#shared/domain/risk/facts/rows-until.ts';
import type { IsoDate } from '#shared/domain/vietnamese/dates.ts';
import { daysOfPeriod } from '#shared/domain/vietnamese/periods.ts';
import { ownPhones } from '#shared/domain/risk/rings/shared-values.ts';
import { foldVersions } from '#shared/domain/risk/facts/fold-versions.ts';
import { inParallel } from '#shared/runtime/in-parallel.ts';
import type { Accounts } from '#shared/tables/accounts.ts';
import type { RecordedAccount } from '#shared/tables/account-fact.ts';
import type { Companies } from '#shared/tables/companies.ts';
import type { RecordedCompany } from '#shared/tables/company-item.ts';
import { dropOf } from '#shared/tables/drop-key.ts';
import type { Files } from '#shared/tables/files.ts';
import type { PoliceRecords } from '#shared/tables/police-records.ts';
import type { Subscribers } from '#shared/tables/subscribers.ts';
import { accountUntil } from './company-facts/account-until.ts';
import { gatherOwners } from './company-facts/gather-owners.ts';

export interface CasePorts {
  readonly companies: Pick<Companies, 'recorded' | 'origins' | 'registered' | 'holdings'>;
  readonly accounts: Pick<Accounts, 'recorded'>;
  readonly policeRecords: Pick<PoliceRecords, 'byNumber' | 'byReference' | 'origins'>;
  readonly subscribers: Pick<Subscribers, 'of' | 'origins'>;
  readonly files: Pick<Files, 'drop'>;
}

const AT_ONCE = 4;

/** Reads the facts of a notice as they stood on a day: the company, its people, its accounts, and its neighbours. */
export async function gatherCase(
  content: PoliceNoticeContent,
  day: IsoDate,
  ports: CasePorts,
): Promise<CaseFile | undefined> {
  const { enterpriseCode, network } = content;
  const { accountRefs, uncountedAccounts, holdings, ...recorded } = await ports.companies.recorded(enterpriseCode);
  const registrations = rowsUntil(recorded.registrations, day);
  const signals = recorded.signals.filter(({ on }) => on <= day);
  const declaredOwners = recorded.declaredOwners.filter(({ declaredOn }) => declaredOn <= day);
  const numbers = numbersIn(registrations);
  const others = (network?.members ?? [])
    .map((member) => member.enterpriseCode)
    .filter((code) => code !== enterpriseCode);
  const accounts = (await accountsOf(accountRefs, ports)).flatMap((account) => {
    const then = accountUntil(account, day);
    return then.registers.length === 0 ? [] : [then];
  });
  const records = await inParallel(numbers, AT_ONCE, async (number) => {
    const told = await ports.policeRecords.byNumber(number);
    // The day on which a file was received is no part of what the police say of a person
    return [number, told.map(({ toldOn: _toldOn, ...record }) => record)] as const;
  });
  const members = await inParallel(
    others,
    AT_ONCE,
    async (code) => [code, rowsUntil((await ports.companies.registered(code)).registrations, day)] as const,
  );
  const all = await rowsOf(enterpriseCode, numbers, { registrations, accounts }, ports);
  const { rows, leftOut } = shownRows(
    all.filter(({ period = day, on = day }) => on <= day && daysOfPeriod(period).from <= day),
  );
  return caseFileOf(content, {
    registrations,
    signals,
    owners: {
      ...shownOwners(holdings, declaredOwners, day),
      behind: await ownersBehind({ registrations, holdings, declaredOwners }, day, ports),
    },
    policeRecords: new Map(records),
    accounts,
    phoneHolders: await holdersOfPhones(accounts, ports),
    members: new Map(members),
    registersOf: new Map([
      [enterpriseCode, registersIn(accounts)],
      ...(hasHolderTie(content) ? await registersOfOthers(others, ports) : []),
    ]),
    rows: await withFiles(rows, ports),
    leftOut,
    leftOutAccounts: uncountedAccounts,
  });
}

const MOST_MEMBERS = 50;

/** The largest members of the last list, and the last declaration. */
const shownOwners = (holdings: readonly Holding[], declared: readonly DeclaredOwner[], day: IsoDate): CaseOwners => ({
  members: holdingsOn(holdings, day)
    .toSorted((a, b) => b.share - a.share)
    .slice(0, MOST_MEMBERS),
  declared: latestOf(declared),
});

/** Who owns it through other organisations, without being a member, an owner by role or a declared one. */
async function ownersBehind(
  { registrations, ...lists }: Pick<RecordedCompany, 'registrations' | 'holdings' | 'declaredOwners'>,
  day: IsoDate,
  { companies }: CasePorts,
): Promise<readonly Owner[]> {
  if (registrations.length === 0) return [];
  const { current } = foldVersions(registrations);
  const asked = await gatherOwners(current, lists, { asOf: day, changes: [], heard: true }, companies);
  const listed = [...(asked.holdings.get(current.enterpriseCode) ?? []), ...asked.declared];
  const known = new Set(listed.flatMap(({ holder }) => (holder ? [holderKey(holder)] : [])));
  return ownersOf(asked, day).filter(({ holder }) => !known.has(holderKey(holder)));
}

async function accountsOf(accountRefs: readonly string[], { accounts }: CasePorts): Promise<RecordedAccount[]> {
  const found = await inParallel(accountRefs, AT_ONCE, (ref) => accounts.recorded(ref));
  return [...new Map(found.flatMap((account) => (account ? [[account.accountRef, account] as const] : []))).values()];
}

/** The document numbers of the company's present people, and of its former representatives, who may have received the money. */
function numbersIn(registrations: readonly RegistrationRow[]): readonly string[] {
  if (registrations.length === 0) return [];
  const { current, formerHeads } = foldVersions(registrations);
  const people = [...current.people, ...formerHeads.map(({ person }) => person)];
  return [...new Set(people.flatMap((person) => (isNameAlone(person) ? [] : [person.documentNumber])))].sort();
}

const registersIn = (accounts: readonly RecordedAccount[]): readonly AccountRow[] =>
  accounts.flatMap(({ registers }) => registers);

const hasHolderTie = ({ network }: PoliceNoticeContent): boolean =>
  network?.ties.some(({ kind }) => kind === 'holder' || kind === 'phone') ?? false;

const registersOfOthers = (codes: readonly string[], ports: CasePorts) =>
  inParallel(codes, AT_ONCE, async (code) => {
    const { accountRefs } = await ports.companies.recorded(code);
    return [code, registersIn(await accountsOf(accountRefs, ports))] as const;
  });

/** The phones of the accounts, each once. */
function phonesOf(accounts: readonly RecordedAccount[]): readonly string[] {
  const present = accounts.flatMap(({ registers }) => (registers.length === 0 ? [] : [foldAccount(registers)]));
  return [...new Set(present.flatMap(({ phone }) => phone ?? []))].sort();
}

/** The police's records of those who hold the accounts' phones: carriers' rows are stored without names. */
async function holdersOfPhones(accounts: readonly RecordedAccount[], { subscribers, policeRecords }: CasePorts) {
  const found = await inParallel(phonesOf(accounts), AT_ONCE, async (phone) => {
    const { holders } = await subscribers.of(phone);
    const records = holders === 'too-many' ? [] : await inParallel(holders, AT_ONCE, policeRecords.byReference);
    return [phone, records.flat()] as const;
  });
  return new Map(found);
}

async function rowsOf(
  enterpriseCode: string,
  numbers: readonly string[],
  {
    registrations,
    accounts,
  }: { readonly registrations: readonly RegistrationRow[]; readonly accounts: readonly RecordedAccount[] },
  ports: CasePorts,
): Promise<readonly SourcedRow[]> {
  const own = await ports.companies.origins(enterpriseCode);
  const police = await inParallel(numbers, AT_ONCE, (number) => ports.policeRecords.origins(number));
  const ofAccounts = phonesOf(accounts);
  const phones = registrations.length === 0 ? ofAccounts : ownPhones(foldVersions(registrations).current, ofAccounts);
  const ofPhones = await inParallel(phones, AT_ONCE, (phone) => ports.subscribers.origins(phone));
  return [
    ...own,
    ...police.flat().map((from) => ({ feed: 'identities', from }) as const),
    ...ofPhones.flat(),
    ...accounts.flatMap(({ origins }) => origins),
  ];
}

/** Adds the day and the checksum of the drop that was read. */
async function withFiles(rows: readonly SourcedRow[], { files }: CasePorts): Promise<readonly SourcedRow[]> {
  const named = new Map(rows.map(({ from: { file, version } }) => [`${file}\n${version}`, { file, version }]));
  const read = await inParallel(
    [...named],
    AT_ONCE,
    async ([name, origin]) => [name, await files.drop(dropOf(origin))] as const,
  );
  const known = new Map(read);
  return rows.map((row) => {
    const drop = known.get(`${row.from.file}\n${row.from.version}`);
    return drop ? { ...row, receivedAt: drop.startedAt, sha256: drop.sha256 } : row;
  });
}
