import type { Provenance } from '#shared/domain/notification/dossier/sources.ts';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { PoliceDecision } from '#shared/domain/risk/decision.ts';
import { SIGNAL_KINDS, type Signal } from '#shared/domain/risk/facts/company-facts.ts';
import type { RegistrationRow } from '#shared/domain/risk/facts/fold-version.ts';
import { DOCUMENT_TYPES, PERSON_ROLES } from '#shared/domain/identity/registration.ts';
import { contentId } from '#shared/runtime/content-id.ts';
import { inParallel } from '#shared/runtime/in-parallel.ts';
import { batchWrite, putRequests } from './batch-write.ts';
import { correctRows } from '#shared/domain/risk/facts/correct-rows.ts';
import { DecisionDocument } from './decision-document.ts';
import { type OfficeDecisionFact, OfficeDecisionItem } from './office-decision-item.ts';
import { removeItem } from './conditional-write.ts';
import { byFirstKey, type ReferenceForms, renewedItem, renewedItems } from './stored-references.ts';
import { queryAll } from './query-all.ts';
import { ProvenanceItem } from './provenance.ts';
import { type FileDrop, removeSuperseded } from './superseded.ts';
import { signalPeriod, companyFactSubject } from './company-fact-subject.ts';

const text = z.string().optional();

const Person = z.strictObject({
  role: z.enum(PERSON_ROLES),
  fullName: z.string(),
  dateOfBirth: z.string(),
  gender: z.enum(['male', 'female']).optional(),
  nationality: text,
  documentType: z.enum(DOCUMENT_TYPES),
  documentNumber: z.string(),
  issuedOn: text,
  personalPhone: text,
});

const Company = z.strictObject({
  enterpriseCode: z.string(),
  name: z.string(),
  legalForm: z.string(),
  registeredOn: z.string(),
  amendedOn: text,
  headOfficeAddress: z.string(),
  mainIndustryCode: text,
  charterCapital: z.number(),
  plannedEmployees: z.number().optional(),
  phone: text,
  email: text,
});

const RegistrationItem = z.strictObject({ company: Company, person: Person, position: z.number() });
const SignalRow = z.strictObject({ kind: z.enum(SIGNAL_KINDS), on: z.string(), value: text, note: text });
const RepairRow = z.strictObject({
  field: z.string(),
  current: z.string(),
  proposed: z.string(),
  why: z.string(),
  /** Where it was read: the file under its feed, and the row as the sheet counts it. */
  file: text,
  row: z.number().optional(),
});

/** A repair in a company's row, for the office's worklist. */
export type RepairRow = z.infer<typeof RepairRow>;

const InvoiceRow = z.strictObject({
  side: z.enum(['sold', 'bought']),
  party: z.string(),
  period: z.string(),
  total: z.number(),
});
export type InvoiceRow = z.infer<typeof InvoiceRow>;

const DecisionRow = z.strictObject({
  outcome: z.enum(['confirmed', 'dismissed']),
  on: z.string(),
  codes: z.array(z.string()),
  document: DecisionDocument.optional(),
});

/** Everything recorded under one enterprise code, in no order. */
export interface RecordedCompany {
  readonly registrations: readonly RegistrationRow[];
  readonly signals: readonly Signal[];
  readonly accountRefs: readonly string[];
  readonly invoicePairs: readonly InvoiceRow[];
  readonly repairs: readonly RepairRow[];
  readonly decisions: readonly PoliceDecision[];
  /** Entries of the worklist that the office has decided on, by their tasks' ids: they are not asked again. */
  readonly settledTasks: ReadonlySet<string>;
}

/** The data for verifying a company's people: the rows as the office corrected them, and the office's decisions. */
export type RegisteredCompany = Pick<RecordedCompany, 'registrations' | 'settledTasks'>;

/** A row of a company and where it was read. */
export interface CompanyOrigin {
  readonly feed: 'registrations' | 'activities';
  /** The kind of signal in the activities feed. */
  readonly kind?: string | undefined;
  readonly period?: string | undefined;
  readonly from: Provenance;
}

export type CompanyFact = { readonly from?: Provenance | undefined } & (
  | { readonly enterpriseCode: string; readonly registration: RegistrationRow }
  | { readonly enterpriseCode: string; readonly signal: Signal }
  | { readonly enterpriseCode: string; readonly accountRef: string }
  | { readonly enterpriseCode: string; readonly invoicePair: InvoiceRow }
  | { readonly enterpriseCode: string; readonly repair: RepairRow }
  | { readonly enterpriseCode: string; readonly decision: PoliceDecision }
  | { readonly enterpriseCode: string; readonly officeDecision: OfficeDecisionFact }
);

const Item = z.union([
  z.object({ registration: RegistrationItem }),
  z.object({ signal: SignalRow }),
  z.object({ accountRef: z.string() }),
  z.object({ invoicePair: InvoiceRow }),
  z.object({ repair: RepairRow }),
  z.object({ decision: DecisionRow }),
  z.object({ officeDecision: OfficeDecisionItem }),
]);

const Repaired = z.object({ repair: RepairRow });
const REPAIRS_AT_ONCE = 8;

export type StoredFact = z.infer<typeof Item>;

const Origin = z.object({
  from: ProvenanceItem,
  signal: SignalRow.optional(),
  registration: z.unknown().optional(),
});

/** `companies`: PK enterpriseCode, SK fact. A fact's key is its content, so reading a file again changes nothing. */
export const companiesTable = (db: DynamoDBDocumentClient, table: string, hash: ReferenceForms) => ({
  async record(facts: readonly CompanyFact[], expiresAt: number): Promise<void> {
    const items = facts.map((fact) => ({ ...fact, fact: factKey(fact, hash), expiresAt }));
    await batchWrite(
      db,
      table,
      putRequests(items, (item) => `${item.enterpriseCode} ${item.fact}`),
    );
  },

  /** Takes back what an earlier drop of a file said of the company where this one says otherwise, and its repairs. */
  async supersede(enterpriseCode: string, facts: readonly CompanyFact[], drop: FileDrop): Promise<void> {
    const places = new Set(facts.flatMap((fact) => companyFactSubject(fact) ?? []));
    if (places.size === 0) return;
    const items = await queryAll(db, {
      TableName: table,
      KeyConditionExpression: 'enterpriseCode = :code',
      ExpressionAttributeValues: { ':code': enterpriseCode },
    });
    const placed = items.map((item) => {
      const key = { enterpriseCode, fact: String(item['fact']) };
      return { key, item, place: companyFactSubject(Item.parse(renewedItem(item, hash))) };
    });
    await removeSuperseded(db, table, placed, drop, places);
    const repairs = placed.filter(({ item }) => Repaired.safeParse(item).data?.repair.file === drop.file);
    await inParallel(repairs, REPAIRS_AT_ONCE, ({ key }) => removeItem(db, table, key));
  },

  async recorded(enterpriseCode: string): Promise<RecordedCompany> {
    const items = await queryAll(db, {
      TableName: table,
      KeyConditionExpression: 'enterpriseCode = :code',
      ExpressionAttributeValues: { ':code': enterpriseCode },
    });
    return sorted(renewedItems(items, ['fact'], hash));
  },

  /** Where its rows were read, as far as that is known. */
  async origins(enterpriseCode: string): Promise<readonly CompanyOrigin[]> {
    const items = await queryAll(db, {
      TableName: table,
      KeyConditionExpression: 'enterpriseCode = :code',
      ExpressionAttributeValues: { ':code': enterpriseCode },
    });
    return items.flatMap((item) => {
      const { data } = Origin.safeParse(item);
      if (!data) return [];
      const feed = data.signal ? 'activities' : 'registrations';
      const period = data.signal && signalPeriod(data.signal);
      return data.signal || data.registration
        ? [{ feed, kind: data.signal?.kind, period, from: data.from } as const]
        : [];
    });
  },

  /** The registration rows and what the office decided on them alone: both kinds of key begin alike. */
  async registered(enterpriseCode: string): Promise<RegisteredCompany> {
    const items = await queryAll(db, {
      TableName: table,
      KeyConditionExpression: 'enterpriseCode = :code AND begins_with(fact, :kind)',
      ExpressionAttributeValues: { ':code': enterpriseCode, ':kind': REGISTRATION },
    });
    return sorted(items);
  },
});
export type Companies = ReturnType<typeof companiesTable>;

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

function sorted(items: readonly Record<string, unknown>[]): RecordedCompany {
  const company = {
    registrations: new Array<RegistrationRow>(),
    signals: new Array<Signal>(),
    accountRefs: new Array<string>(),
    invoicePairs: new Array<InvoiceRow>(),
    repairs: new Array<RepairRow>(),
    decisions: new Array<PoliceDecision>(),
  };
  const office: OfficeDecisionFact[] = [];
  for (const item of items) {
    const fact = Item.parse(item);
    if ('registration' in fact) company.registrations.push(fact.registration);
    else if ('signal' in fact) company.signals.push(fact.signal);
    else if ('accountRef' in fact) company.accountRefs.push(fact.accountRef);
    else if ('invoicePair' in fact) company.invoicePairs.push(fact.invoicePair);
    else if ('repair' in fact) company.repairs.push(fact.repair);
    else if ('decision' in fact) company.decisions.push(fact.decision);
    else office.push(fact.officeDecision);
  }
  const corrections = office.flatMap(({ correction }) => correction ?? []);
  return {
    ...company,
    registrations: correctRows(company.registrations, corrections),
    settledTasks: new Set(office.map(({ taskId }) => taskId)),
  };
}
