import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { PoliceDecision } from '#shared/domain/risk/decision.ts';
import type { Signal } from '#shared/domain/risk/facts/company-facts.ts';
import type { RegistrationRow } from '#shared/domain/risk/facts/fold-version.ts';
import type { OfficeDecisionFact } from './office-decision-item.ts';
import { contentId } from '#shared/runtime/content-id.ts';
import { inParallel } from '#shared/runtime/in-parallel.ts';
import { batchWrite, putRequests } from './batch-write.ts';
import { correctRows } from '#shared/domain/risk/facts/correct-rows.ts';
import { removeItem } from './conditional-write.ts';
import { type AssignedAccount, countedAccounts } from './counted-accounts.ts';
import { byFirstKey, type ReferenceForms, renewedItem, renewedItems } from './stored-references.ts';
import { queryAll } from './query-all.ts';
import { type FileDrop, scanDrops, removeSuperseded, type TakenDrops } from './superseded.ts';
import { signalPeriod, companyFactSubject } from './company-fact-subject.ts';
import {
  type CompanyFact,
  CompanyItem,
  type CompanyOrigin,
  CompanyOriginItem,
  type RecordedCompany,
  type RegisteredCompany,
  RepairedItem,
  type InvoiceRow,
  type RepairRow,
} from './company-item.ts';

const REPAIRS_AT_ONCE = 8;

/**
 * The table `companies`: PK enterpriseCode, SK fact. A fact's key is made from its content, so reading a file again
 * changes nothing.
 */
export const companiesTable = (db: DynamoDBDocumentClient, table: string, hash: ReferenceForms) => ({
  async record(facts: readonly CompanyFact[], expiresAt: number): Promise<void> {
    const items = facts.map((fact) => ({ ...fact, fact: factKey(fact, hash), expiresAt }));
    await batchWrite(
      db,
      table,
      putRequests(items, (item) => `${item.enterpriseCode} ${item.fact}`),
    );
  },

  /** Deletes the facts of an earlier drop of a file about the company that this drop contradicts, with their repairs. */
  async supersede(enterpriseCode: string, facts: readonly CompanyFact[], drop: FileDrop): Promise<void> {
    const places = new Set(facts.flatMap((fact) => companyFactSubject(fact) ?? []));
    if (places.size === 0) return;
    const items = await itemsOf(db, table, enterpriseCode);
    const said = new Set(facts.map((fact) => factKey(fact, hash)));
    const placed = items.map((item) => {
      const key = { enterpriseCode, fact: String(item['fact']) };
      const place = companyFactSubject(CompanyItem.parse(renewedItem(item, hash)));
      return { key, item, place: said.has(key.fact) ? undefined : place };
    });
    await removeSuperseded(db, table, placed, drop, places);
    const repairs = placed.filter(({ item }) => RepairedItem.safeParse(item).data?.repair.file === drop.file);
    await inParallel(repairs, REPAIRS_AT_ONCE, ({ key }) => removeItem(db, table, key));
  },

  /**
   * The companies with facts of drops that are taken back, and whether a registration is among the facts. A slow reader
   * may have written a repair after the facts of its company were deleted.
   */
  async takenBack(drops: TakenDrops): Promise<readonly TakenCompany[]> {
    const found = new Map<string, boolean>();
    const visit = (item: Readonly<Record<string, unknown>>) => {
      const code = String(item['enterpriseCode']);
      found.set(code, found.get(code) === true || 'registration' in item);
    };
    await scanDrops(db, table, drops, visit, 'repair');
    return [...found].map(([enterpriseCode, wasRegistered]) => ({ enterpriseCode, wasRegistered }));
  },

  /**
   * Deletes all facts of drops about the company, and first the repairs of the file where none of its facts stay: a
   * function that follows one that was ended finds the company only by its facts.
   */
  async takeBack(enterpriseCode: string, drops: TakenDrops): Promise<void> {
    const items = await itemsOf(db, table, enterpriseCode);
    const placed = items.map((item) => ({
      key: { enterpriseCode, fact: String(item['fact']) },
      item,
      place: undefined,
    }));
    const repairs = placed.filter(({ item }) => RepairedItem.safeParse(item).data?.repair.file === drops.file);
    const isOfFile = (item: object) => CompanyOriginItem.safeParse(item).data?.from.file === drops.file;
    await removeSuperseded(db, table, placed, drops, 'every', async (gone) => {
      if (items.some((item) => isOfFile(item) && !gone.includes(item))) return;
      await inParallel(repairs, REPAIRS_AT_ONCE, ({ key }) => removeItem(db, table, key));
    });
  },

  async recorded(enterpriseCode: string): Promise<RecordedCompany> {
    const items = await itemsOf(db, table, enterpriseCode);
    return sorted(renewedItems(items, ['fact'], hash), hash);
  },

  /** The sources of the company's rows, as far as they are known. */
  async origins(enterpriseCode: string): Promise<readonly CompanyOrigin[]> {
    const items = await itemsOf(db, table, enterpriseCode);
    return items.flatMap(originOf);
  },

  /** Reads only the registration rows and the office's decisions on them, whose keys have the same prefix. */
  async registered(enterpriseCode: string): Promise<RegisteredCompany> {
    const items = await queryAll(db, {
      TableName: table,
      KeyConditionExpression: 'enterpriseCode = :code AND begins_with(fact, :kind)',
      ExpressionAttributeValues: { ':code': enterpriseCode, ':kind': REGISTRATION },
    });
    return sorted(items, hash);
  },
});

/** A company with facts that are taken back. */
export interface TakenCompany {
  readonly enterpriseCode: string;
  readonly wasRegistered: boolean;
}

export type Companies = ReturnType<typeof companiesTable>;

const itemsOf = (db: DynamoDBDocumentClient, TableName: string, enterpriseCode: string) =>
  queryAll(db, {
    TableName,
    KeyConditionExpression: 'enterpriseCode = :code',
    ExpressionAttributeValues: { ':code': enterpriseCode },
  });

function originOf(item: Record<string, unknown>): CompanyOrigin[] {
  const { data } = CompanyOriginItem.safeParse(item);
  if (!data) return [];
  const { from, signal, registration, invoicePair } = data;
  if (signal) return [{ feed: 'activities', kind: signal.kind, period: signalPeriod(signal), from }];
  if (invoicePair) return [{ feed: 'invoice-pairs', period: invoicePair.period, from }];
  return registration ? [{ feed: 'registrations', from }] : [];
}

const REGISTRATION = 'registration';
function factKey(fact: CompanyFact, hash: ReferenceForms): string {
  if ('registration' in fact) return `${REGISTRATION}#${contentId(fact.registration)}`;
  if ('officeDecision' in fact) return `${REGISTRATION}-decided#${fact.officeDecision.taskId}`;
  if ('signal' in fact) return `signal#${contentId(fact.signal)}`;
  if ('accountRef' in fact) return `account#${fact.accountRef}`;
  if ('invoicePair' in fact) return `invoice#${contentId(byFirstKey(fact.invoicePair, hash))}`;
  if ('repair' in fact) return `repair#${contentId(fact.repair)}`;
  return `decision#${contentId(fact.decision)}`;
}

function sorted(items: readonly Record<string, unknown>[], hash: ReferenceForms): RecordedCompany {
  const company = {
    registrations: new Array<RegistrationRow>(),
    signals: new Array<Signal>(),
    invoicePairs: new Array<InvoiceRow>(),
    repairs: new Array<RepairRow>(),
    decisions: new Array<PoliceDecision>(),
  };
  const assigned: AssignedAccount[] = [];
  const office: OfficeDecisionFact[] = [];
  for (const item of items) {
    const fact = CompanyItem.parse(item);
    if ('registration' in fact) company.registrations.push(fact.registration);
    else if ('signal' in fact) company.signals.push(fact.signal);
    else if ('accountRef' in fact) assigned.push(fact);
    else if ('invoicePair' in fact) company.invoicePairs.push(fact.invoicePair);
    else if ('repair' in fact) company.repairs.push(fact.repair);
    else if ('decision' in fact) company.decisions.push(fact.decision);
    else office.push(fact.officeDecision);
  }
  const corrections = office.flatMap(({ correction }) => correction ?? []);
  return {
    ...company,
    ...countedAccounts(assigned, hash),
    registrations: correctRows(company.registrations, corrections),
    settledTasks: new Set(office.map(({ taskId }) => taskId)),
  };
}
