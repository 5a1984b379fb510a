import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { contentId } from '#shared/runtime/content-id.ts';
import type { KeyedHash } from '#shared/runtime/keyed-hash.ts';
import { batchWrite, putsOf } from './batch-write.ts';
import { DecisionDocument } from './decision-document.ts';
import { queryAll } from './query-all.ts';

const text = z.string().optional();
const count = z.number().optional();

/** What a bank's register says of a business account. */
const AccountRegister = z.strictObject({
  bank: z.string(),
  accountNumber: z.string(),
  enterpriseCode: z.string(),
  holderName: text,
  representativeName: text,
  representativeDocumentNumber: text,
  phone: text,
  openedOn: text,
  status: text,
  updatedOn: text,
});
export type AccountRegister = z.infer<typeof AccountRegister>;

const CounterpartyRow = z.strictObject({ ref: z.string(), period: z.string(), debit: z.number(), credit: z.number() });

const Flow = z.strictObject({
  period: z.string(),
  credit: z.number(),
  debit: z.number(),
  transactions: count,
  medianHoldMinutes: count,
  foreignIpShare: count,
});

/**
 * A listing of an account as suspicious; code 0 clears (State Bank's codes 0…8). `by`: the receiver who said so, the police
 * unless given; `until`: its last day, where its author gave one.
 */
export const Listing = z.strictObject({
  code: z.int().min(0).max(8),
  reason: text,
  on: z.string(),
  by: text,
  until: text,
  /** A competent authority's decision on the account. */
  decision: DecisionDocument.optional(),
});
export type Listing = z.infer<typeof Listing>;

const Item = z.object({
  bank: z.string(),
  accountNumber: z.string(),
  register: AccountRegister.optional(),
  flow: Flow.optional(),
  counterparty: CounterpartyRow.optional(),
  /** A keyed hash of the device's pseudonym. */
  device: text,
  listing: Listing.optional(),
  /** When it was last read (ISO instant): a listing becomes a notice only once it has stood for a while. */
  recordedAt: z.string(),
});

export type AccountFact = { readonly accountRef: string; readonly bank: string; readonly accountNumber: string } & (
  | { readonly register: AccountRegister }
  | { readonly flow: z.infer<typeof Flow> }
  | { readonly counterparty: z.infer<typeof CounterpartyRow> }
  | { readonly device: string }
  | { readonly listing: Listing }
);

/** Everything recorded of one account, in no order. */
export interface RecordedAccount {
  readonly accountRef: string;
  readonly bank: string;
  readonly accountNumber: string;
  readonly registers: readonly AccountRegister[];
  readonly flows: readonly z.infer<typeof Flow>[];
  readonly counterparties: readonly z.infer<typeof CounterpartyRow>[];
  readonly devices: readonly string[];
  readonly listings: readonly (Listing & { readonly recordedAt: string })[];
}

/** `accounts`: PK accountRef (keyed hash of bank and number), SK fact. */
export const accountsTable = (db: DynamoDBDocumentClient, table: string) => ({
  async record(facts: readonly AccountFact[], recordedAt: string, expiresAt: number): Promise<void> {
    const items = facts.map((fact) => ({ ...fact, fact: factKey(fact), recordedAt, expiresAt }));
    await batchWrite(
      db,
      table,
      putsOf(items, (item) => `${item.accountRef} ${item.fact}`),
    );
  },

  /** Undefined where nothing was ever heard of the account. */
  async recorded(accountRef: string): Promise<RecordedAccount | undefined> {
    const items = await itemsOf(db, table, accountRef, '');
    const [first] = items;
    if (!first) return undefined;
    return {
      accountRef,
      bank: first.bank,
      accountNumber: first.accountNumber,
      registers: items.flatMap(({ register }) => register ?? []),
      flows: items.flatMap(({ flow }) => flow ?? []),
      counterparties: items.flatMap(({ counterparty }) => counterparty ?? []),
      devices: items.flatMap(({ device }) => device ?? []),
      listings: items.flatMap(({ listing, recordedAt }) => (listing ? { ...listing, recordedAt } : [])),
    };
  },

  /** The companies that any register ever gave the account to. */
  async companiesOf(accountRef: string): Promise<readonly string[]> {
    const items = await itemsOf(db, table, accountRef, 'register#');
    return [...new Set(items.flatMap(({ register }) => register?.enterpriseCode ?? []))];
  },
});
export type Accounts = ReturnType<typeof accountsTable>;

/** An account's key is its bank and its number: the same number at two banks is two accounts. */
export const accountRefOf = (
  { bank, accountNumber }: { bank: string; accountNumber: string },
  hash: KeyedHash,
): string => hash('account', `${bank}#${accountNumber}`);

async function itemsOf(db: DynamoDBDocumentClient, TableName: string, accountRef: string, kind: string) {
  const items = await queryAll(db, {
    TableName,
    KeyConditionExpression: kind === '' ? 'accountRef = :ref' : 'accountRef = :ref AND begins_with(fact, :kind)',
    ExpressionAttributeValues: kind === '' ? { ':ref': accountRef } : { ':ref': accountRef, ':kind': kind },
  });
  return items.map((item) => Item.parse(item));
}

function factKey(fact: AccountFact): string {
  if ('register' in fact) return `register#${contentId(fact.register)}`;
  if ('counterparty' in fact) return `counterparty#${contentId(fact.counterparty)}`;
  if ('device' in fact) return `device#${fact.device}`;
  if ('flow' in fact) return `flow#${contentId(fact.flow)}`;
  return `listing#${contentId(fact.listing)}`;
}
