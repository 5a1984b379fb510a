import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { PoliceDecision } from '#shared/domain/risk/decision.ts';
import type { CrimeReport } from '#shared/domain/risk/facts/crime-reports.ts';
import type { Signal } from '#shared/domain/risk/facts/company-facts.ts';
import type { RegistrationRow } from '#shared/domain/risk/facts/fold-version.ts';
import { type DeclaredOwner, holderKey, type Holding } from '#shared/domain/risk/owners/holding.ts';
import type { OfficeDecisionFact } from './office-decision-item.ts';
import { contentId } from '#shared/runtime/content-id.ts';
import { batchWrite } from './batch-write.ts';
import { grouped, rowsIn } from './fact-groups.ts';
import { countedFacts } from '#shared/domain/drops/counted-facts.ts';
import { correctRows } from '#shared/domain/risk/facts/correct-rows.ts';
import { dayInAnyOrder } from '#shared/domain/drops/day-in-any-order.ts';
import { type AssignedAccount, countedAccounts } from './counted-accounts.ts';
import { byFirstKey, type ReferenceForms, renewedItems } from './stored-references.ts';
import { queryAll } from './query-all.ts';
import { contentKey, factEnding } from './drop-key.ts';
import type { DropStates } from './drop-states.ts';
import {
  type CompanyFact,
  CompanyItem,
  type CompanyOrigin,
  type RecordedCompany,
  type RegisteredCompany,
  type InvoiceRow,
  type RepairRow,
  type StoredFact,
} from './company-item.ts';

/** The repairs in a file's rows about a company. A later drop that says anything about the company replaces them. */
const REPAIRS = 'repairs';

/**
 * The place of a fact, which is its subject without its value: a version of the company, a signal of a period or day, an
 * invoice total. Facts that no row of a file can contradict have none.
 */
function placeOfCompanyFact(fact: StoredFact): { place?: string; states?: readonly string[] } {
  if ('repair' in fact) return { place: REPAIRS, states: [] };
  const place = placeOfRow(fact);
  return place === undefined ? {} : { place, states: [place, REPAIRS] };
}

function placeOfRow(fact: StoredFact): string | undefined {
  if ('registration' in fact) return `registration ${dayInAnyOrder(fact.registration.company.amendedOn)}`;
  if ('signal' in fact) {
    const period = signalPeriod(fact.signal);
    return `signal ${fact.signal.kind} ${period.length === 10 ? dayInAnyOrder(period) : period}`;
  }
  if ('owners' in fact) return placeOfOwners(fact.owners);
  if ('crimeReport' in fact) return `report ${fact.crimeReport.caseId}`;
  if (!('invoicePair' in fact)) return undefined;
  const { side, party, period } = fact.invoicePair;
  return `invoice ${side} ${party} ${period}`;
}

/** A list says of a holder what holds since a day, and a declaration whom it names on a day. */
const placeOfOwners = ({ holding, declared }: OwnersFact['owners']): string =>
  holding
    ? `holding ${holderKey(holding.holder)} ${dayInAnyOrder(holding.since)}`
    : `owner ${declared?.holder ? holderKey(declared.holder) : ''} ${dayInAnyOrder(declared?.declaredOn)}`;

/** The period of a signal, otherwise its day. */
type OwnersFact = Extract<StoredFact, { owners: unknown }>;
const signalPeriod = ({ note, on }: Pick<Signal, 'note' | 'on'>): string =>
  note !== undefined && PERIOD.test(note) ? note : on;

/** Matches periods such as `2025-Q1`, `2025-10` or `2025`. */
const PERIOD = /^\d{4}(?:-(?:Q[1-4]|\d{2}))?$/u;

/**
 * The table `companies`: PK enterpriseCode, SK fact. A fact's key is made from its content and its drop, so a fact is
 * never changed, and reading a drop again writes the same items.
 */
export const companiesTable = (
  db: DynamoDBDocumentClient,
  table: string,
  hash: ReferenceForms,
  drops: Pick<DropStates, 'standingOf'>,
) => ({
  async record(facts: readonly CompanyFact[], expiresAt: number): Promise<void> {
    const items = facts.map((fact) => ({ ...fact, fact: `${factKey(fact, hash)}${factEnding(fact.from)}`, expiresAt }));
    const isRow = (item: object) => 'signal' in item || 'invoicePair' in item;
    const written = grouped(items, 'enterpriseCode', isRow);
    await batchWrite(db, table, written, ({ enterpriseCode, fact }) => `${String(enterpriseCode)} ${String(fact)}`);
  },

  async recorded(enterpriseCode: string): Promise<RecordedCompany> {
    const items = renewedItems(await queryAll(db, table, { enterpriseCode }), ['fact'], hash);
    return sorted(await counted(items, hash, drops), hash);
  },

  /** The sources of the company's rows that count. */
  async origins(enterpriseCode: string): Promise<readonly CompanyOrigin[]> {
    const items = renewedItems(await queryAll(db, table, { enterpriseCode }), ['fact'], hash);
    return (await counted(items, hash, drops)).flatMap(originOf);
  },

  /** Reads only who holds the company. */
  async holdings(enterpriseCode: string): Promise<readonly Holding[]> {
    const items = await queryAll(db, table, { enterpriseCode, fact: ['begins_with', OWNERS] });
    return sorted(await counted(items, hash, drops), hash).holdings;
  },

  /** Reads only the registration rows and the office's decisions on them, whose keys have the same prefix. */
  async registered(enterpriseCode: string): Promise<RegisteredCompany> {
    const items = await queryAll(db, table, { enterpriseCode, fact: ['begins_with', REGISTRATION] });
    return sorted(await counted(items, hash, drops), hash);
  },
});

export type Companies = ReturnType<typeof companiesTable>;

/** The facts that count. */
async function counted(
  items: readonly Readonly<Record<string, unknown>>[],
  hash: ReferenceForms,
  drops: Pick<DropStates, 'standingOf'>,
): Promise<readonly StoredFact[]> {
  const facts = items.flatMap((item) => {
    const rows = rowsIn(item)?.map((row) => CompanyItem.parse(row));
    const stored = rows?.map((fact) => [fact, factKey(fact, hash)] as const) ?? [
      [CompanyItem.parse(item), contentKey(String(item['fact']))] as const,
    ];
    return stored.map(([fact, id]) => {
      const isOfDesk = 'taskId' in fact && fact.taskId !== undefined;
      const from = isOfDesk ? undefined : fact.from;
      return { fact, id, from, ...placeOfCompanyFact(fact) };
    });
  });
  // The order of their contents, whatever groups they stand in
  facts.sort((a, b) => (a.id < b.id ? -1 : 1));
  const since = await drops.standingOf(facts.map(({ from }) => from));
  return countedFacts(facts, since).map(({ fact }) => fact);
}

function originOf(fact: StoredFact): CompanyOrigin[] {
  const { from } = fact;
  if (!from) return [];
  if ('signal' in fact)
    return [
      { feed: 'activities', kind: fact.signal.kind, period: signalPeriod(fact.signal), on: fact.signal.on, from },
    ];
  if ('invoicePair' in fact) return [{ feed: 'invoice-pairs', period: fact.invoicePair.period, from }];
  if ('crimeReport' in fact) return [{ feed: 'crime-reports', from }];
  if (!('registration' in fact)) return [];
  const { amendedOn, registeredOn } = fact.registration.company;
  return [{ feed: 'registrations', on: amendedOn ?? registeredOn, from }];
}

const REGISTRATION = 'registration';
const OWNERS = 'owners';
function factKey(fact: CompanyFact | StoredFact, hash: ReferenceForms): string {
  if ('registration' in fact) return `${REGISTRATION}#${contentId(fact.registration)}`;
  if ('officeDecision' in fact) return `${REGISTRATION}-decided#${fact.officeDecision.taskId}`;
  if ('signal' in fact) return `signal#${contentId(fact.signal)}`;
  if ('accountRef' in fact) return `account#${fact.accountRef}`;
  if ('owners' in fact) return `${OWNERS}#${contentId(fact.owners)}`;
  if ('invoicePair' in fact) return `invoice#${contentId(byFirstKey(fact.invoicePair, hash))}`;
  if ('crimeReport' in fact) return `report#${contentId(fact.crimeReport)}`;
  if ('repair' in fact) return `repair#${contentId(fact.repair)}`;
  return `decision#${contentId(fact.decision)}`;
}

function sorted(facts: readonly StoredFact[], hash: ReferenceForms): RecordedCompany {
  const company = {
    registrations: new Array<RegistrationRow>(),
    signals: new Array<Signal>(),
    invoicePairs: new Array<InvoiceRow>(),
    holdings: new Array<Holding>(),
    declaredOwners: new Array<DeclaredOwner>(),
    crimeReports: new Array<CrimeReport>(),
    repairs: new Array<RepairRow>(),
    decisions: new Array<PoliceDecision>(),
  };
  const assigned: AssignedAccount[] = [];
  const office: OfficeDecisionFact[] = [];
  for (const fact of facts) {
    if ('registration' in fact) company.registrations.push(fact.registration);
    else if ('signal' in fact) company.signals.push(fact.signal);
    else if ('accountRef' in fact) assigned.push(fact);
    else if ('invoicePair' in fact) company.invoicePairs.push(fact.invoicePair);
    else if ('owners' in fact) {
      const { owners } = fact;
      const from = fact.from && { file: fact.from.file, row: fact.from.row };
      if (owners.holding) company.holdings.push({ ...owners.holding, from });
      if (owners.declared) company.declaredOwners.push({ holder: undefined, ...owners.declared, from });
    } else if ('crimeReport' in fact) company.crimeReports.push(fact.crimeReport);
    else if ('repair' in fact) company.repairs.push(fact.repair);
    else if ('decision' in fact) company.decisions.push(fact.decision);
    else office.push(fact.officeDecision);
  }
  const corrections = office.flatMap(({ correction }) => correction ?? []);
  return {
    ...company,
    ...countedAccounts(assigned, hash),
    registrations: correctRows(company.registrations, corrections),
    settledTasks: new Map(office.map(({ taskId, at }) => [taskId, at])),
  };
}
