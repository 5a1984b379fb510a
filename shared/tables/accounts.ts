import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { contentId } from '#shared/runtime/content-id.ts';
import { inParallel } from '#shared/runtime/in-parallel.ts';
import type { KeyedHash } from '#shared/runtime/keyed-hash.ts';
import { spreadsheetFormOf } from '#shared/domain/vietnamese/spreadsheet-account-number.ts';
import type {
  AccountFact,
  AccountKeys,
  AccountOrigin,
  RecordedAccount,
  UncertainAccountNumber,
} from './account-fact.ts';
import { AccountItem, accountFactSubject } from './account-item.ts';
import {
  pointedAccounts,
  isUncertainNumber,
  hasExactNumber,
  isSpreadsheetNumber,
  POINTER_PREFIX,
  soleAccount,
} from './uncertain-account-numbers.ts';
import { batchWrite, putRequests } from './batch-write.ts';
import { byFirstKey, type ReferenceForms, renewedItem, renewedItems, queryUnderEachKey } from './stored-references.ts';
import { FIRST_POSITION, queryAll, type QueryPage, queryPage } from './query-all.ts';
import { type FileDrop, removeSuperseded } from './superseded.ts';

/**
 * The table `accounts`: PK accountRef (keyed hash of bank and number), SK fact. A fact under a spreadsheet's number has
 * the hash of that number, where the exact number also stores a pointer, so that the order of files does not matter.
 */
export const accountsTable = (db: DynamoDBDocumentClient, table: string, hash: ReferenceForms) => ({
  async record(facts: readonly AccountFact[], recordedAt: string, expiresAt: number): Promise<void> {
    const items = facts.flatMap((fact) => itemsFor(fact, hash)).map((item) => ({ ...item, recordedAt, expiresAt }));
    await batchWrite(db, table, putRequests(items, keyOf));
  },

  /**
   * Deletes the facts of an earlier drop of a file about one account that this drop contradicts, also under the
   * spreadsheet's form of the number. @returns other companies that a deleted register entry ever assigned the account
   * to. They are stored before the entries are deleted, so that a reader finds them again that was ended before it had
   * told them.
   */
  async supersede(facts: readonly AccountFact[], drop: FileDrop): Promise<readonly string[]> {
    const places = new Set(facts.flatMap((fact) => accountFactSubject(fact) ?? []));
    const refs = new Set(
      facts.flatMap(({ accountRef, readingRef }) => [accountRef, ...(readingRef ? [readingRef] : [])]),
    );
    const kept = { db, table, hash };
    const items = (await inParallel([...refs], 2, (ref) => rawItemsOf(kept, ref, ''))).flat();
    const said = new Set(facts.flatMap((fact) => itemsFor(fact, hash)).map(keyOf));
    const placed = items.flatMap((item) => {
      const { accountRef, fact } = Keys.parse(item);
      const isSaid = said.has(keyOf({ accountRef: hash.renewed(accountRef), fact }));
      const place = isSaid ? undefined : accountFactSubject(AccountItem.parse(renewedItem(item, hash)));
      // The item may be re-keyed meanwhile
      return hash.forms(accountRef).map((form) => ({ key: { accountRef: form, fact }, item, place }));
    });
    const former = new Set(items.flatMap((item) => AccountItem.parse(item).formerHolder ?? []));
    const named = new Set(facts.flatMap((fact) => ('register' in fact ? fact.register.enterpriseCode : [])));
    await removeSuperseded(db, table, placed, drop, places, async (gone) => {
      const holders = gone.flatMap(formerHolderOf).filter(({ formerHolder }) => !named.has(formerHolder));
      for (const { formerHolder } of holders) former.add(formerHolder);
      await batchWrite(db, table, putRequests(holders, keyOf));
    });
    return [...former];
  },

  /** Reads the account of a reference; undefined where no fact about it was ever read. */
  recorded(accountRef: string): Promise<RecordedAccount | undefined> {
    return recordedOf({ db, table, hash }, hash.renewed(accountRef));
  },

  /**
   * The companies of a number, to which any register ever assigned it or an account that it can mean, and whether a
   * listing is stored under a spreadsheet's number. @param readingRef the key of the number without its zeros
   */
  async concernedBy(readingRef: string): Promise<{ companies: readonly string[]; listed: boolean }> {
    const kept = { db, table, hash };
    const items = await itemsOf(kept, readingRef, REGISTER);
    const pointed = await inParallel(pointedAccounts(items), 4, (ref) => itemsOf(kept, ref, `${REGISTER}#`));
    const registers = [items, ...pointed].flat().flatMap(({ register }) => register ?? []);
    return {
      companies: [...new Set(registers.map(({ enterpriseCode }) => enterpriseCode))],
      listed: items.some(({ fact }) => fact === LISTED),
    };
  },

  /**
   * The accounts of a bank that anybody ever listed, whether a company has them or not. @param after the page before's
   * `next`
   */
  async listedAt(bank: string, after: string | undefined, most: number): Promise<QueryPage<string>> {
    const { items, next } = await queryPage(db, 'fact', {
      TableName: table,
      KeyConditionExpression: 'accountRef = :listed AND fact > :after',
      ExpressionAttributeValues: { ':listed': `${LISTED_AT}${bank}`, ':after': after ?? FIRST_POSITION },
      Limit: most,
    });
    return { found: items.map((item) => hash.renewed(AccountItem.parse(item).fact)), next };
  },

  /**
   * The spreadsheet numbers that fit no account of a bank or two, about which the bank is asked. Undefined where the
   * bank never sent such a number.
   */
  async questionsFor(bank: string): Promise<readonly UncertainAccountNumber[] | undefined> {
    const kept = { db, table, hash };
    const asked = await itemsOf(kept, `${ASKED}${bank}`, '');
    if (asked.length === 0) return undefined;
    const found = await inParallel(asked, 16, async ({ fact: readingRef, accountNumber }) => {
      const items = await itemsOf(kept, readingRef, '');
      const readings = items.filter(isSpreadsheetNumber);
      if (readings.length === 0 || soleAccount(readingRef, items) !== undefined) return [];
      const companies = [...new Set(readings.flatMap(({ register }) => register?.enterpriseCode ?? []))].sort();
      const known = pointedAccounts(items).length + (items.some(hasExactNumber) ? 1 : 0);
      return [{ bank, accountNumber, companies, known }];
    });
    return found.flat().sort((a, b) => (a.accountNumber < b.accountNumber ? -1 : 1));
  },
});
export type Accounts = ReturnType<typeof accountsTable>;

const keyOf = ({ accountRef, fact }: { accountRef: string; fact: string }) => `${accountRef} ${fact}`;

/** The key has bank and number, because the same number at two banks means two accounts. */
export function accountKeysOf(
  { bank, accountNumber, written }: { bank: string; accountNumber: string; written?: AccountItem['written'] },
  hash: KeyedHash,
): AccountKeys {
  const bare = spreadsheetFormOf(accountNumber);
  const readingRef = hash('account', `${bank}#${bare}`);
  if (written === 'number') return { accountRef: readingRef, written };
  if (bare === accountNumber) return { accountRef: readingRef, written };
  return { accountRef: hash('account', `${bank}#${accountNumber}`), readingRef };
}

/** Registers and the facts about a spreadsheet's number are found by one request, because their keys begin alike. */
const REGISTER = 'register';
const LISTED = 'register-listed#';
/** The partition of a bank's spreadsheet numbers; no reference of an account begins like this. */
const ASKED = 'asked#';
/** A bank's accounts that were listed: a sweep finds those of no company by them. */
const LISTED_AT = 'listed-at#';

/** The prefix of the sort key of a company that a deleted register entry named. */
const FORMER_HOLDER = 'former-holder#';

const SUFFIX = { number: '#number', 'perhaps-without-zeros': '#perhaps' } as const;

/**
 * The items of a fact: its own, the pointer from a spreadsheet's number to the exact one, and the mark of a waiting
 * listing.
 */
function itemsFor(fact: AccountFact, hash: ReferenceForms) {
  const { accountRef, readingRef, bank, accountNumber, written } = fact;
  const own = { ...fact, fact: `${factKey(fact, hash)}${written === undefined ? '' : SUFFIX[written]}` };
  const beside = { accountRef: readingRef ?? accountRef, bank, accountNumber };
  const found = 'listing' in fact ? [{ accountRef: `${LISTED_AT}${bank}`, fact: accountRef, bank, accountNumber }] : [];
  if (readingRef !== undefined) return [own, ...found, { ...beside, fact: `${POINTER_PREFIX}${accountRef}` }];
  if (written === undefined) return [own, ...found];
  if (written !== 'number') return 'listing' in fact ? [own, ...found, { ...beside, fact: LISTED }] : [own];
  const asked = { accountRef: `${ASKED}${bank}`, fact: accountRef, bank, accountNumber };
  return 'listing' in fact ? [own, ...found, asked, { ...beside, fact: LISTED }] : [own, asked];
}

/** The table, with the keys under which its items may be stored. */
interface Kept {
  readonly db: DynamoDBDocumentClient;
  readonly table: string;
  readonly hash: ReferenceForms;
}

async function recordedOf(kept: Kept, accountRef: string): Promise<RecordedAccount | undefined> {
  const items = await itemsOf(kept, accountRef, '');
  const readingRef = items.find((item) => item.readingRef !== undefined)?.readingRef;
  if (readingRef !== undefined) {
    const readings = await itemsOf(kept, readingRef, '');
    const joined = soleAccount(readingRef, readings) === accountRef ? readings.filter(isUncertainNumber) : [];
    return accountOf(accountRef, [...items, ...joined]);
  }
  const sole = soleAccount(accountRef, items);
  const exact = items.filter(hasExactNumber);
  if (sole === accountRef) return accountOf(accountRef, items);
  if (exact.length > 0) return accountOf(accountRef, exact);
  const known = sole === undefined ? undefined : await recordedOf(kept, sole);
  const unsure = accountOf(accountRef, items.filter(isUncertainNumber));
  return known ?? (unsure && { ...unsure, numberUnsure: true });
}

function accountOf(accountRef: string, items: readonly AccountItem[]): RecordedAccount | undefined {
  const named = items.find(hasExactNumber) ?? items[0];
  if (!named) return undefined;
  return {
    accountRef,
    bank: named.bank,
    accountNumber: named.accountNumber,
    registers: items.flatMap(({ register }) => register ?? []),
    flows: items.flatMap(({ flow }) => flow ?? []),
    counterparties: items.flatMap(({ counterparty }) => counterparty ?? []),
    devices: items.flatMap(({ device }) => device ?? []),
    listings: items.flatMap(({ listing, recordedAt }) => (listing ? { ...listing, recordedAt } : [])),
    origins: items.flatMap(originOf),
  };
}

function originOf({ from, register, flow, counterparty, device, listing }: AccountItem): AccountOrigin[] {
  if (!from) return [];
  if (register) return [{ feed: 'accounts', from }];
  if (flow) return [{ feed: 'flows', period: flow.period, from }];
  if (counterparty) return [{ feed: 'counterparties', period: counterparty.period, from }];
  if (device !== undefined) return [{ feed: 'devices', from }];
  return listing ? [{ feed: 'suspicious-accounts', from }] : [];
}

async function itemsOf(kept: Kept, accountRef: string, kind: string) {
  const items = await rawItemsOf(kept, accountRef, kind);
  return renewedItems(items, ['accountRef', 'fact'], kept.hash).map((item) => AccountItem.parse(item));
}

const rawItemsOf = ({ db, table, hash }: Kept, accountRef: string, kind: string) =>
  queryUnderEachKey(accountRef, hash, (ref) =>
    queryAll(db, {
      TableName: table,
      KeyConditionExpression: kind === '' ? 'accountRef = :ref' : 'accountRef = :ref AND begins_with(fact, :kind)',
      ExpressionAttributeValues: kind === '' ? { ':ref': ref } : { ':ref': ref, ':kind': kind },
    }),
  );

const Keys = z.object({ accountRef: z.string(), fact: z.string() });

/** The item by which the company of a deleted register entry is found again. */
function formerHolderOf(item: Readonly<Record<string, unknown>>) {
  const { register, bank, accountNumber, recordedAt } = AccountItem.parse(item);
  if (!register) return [];
  const { accountRef } = Keys.parse(item);
  const { enterpriseCode: formerHolder } = register;
  const fact = `${FORMER_HOLDER}${formerHolder}`;
  return [{ accountRef, fact, bank, accountNumber, formerHolder, recordedAt, expiresAt: item['expiresAt'] }];
}

function factKey(fact: AccountFact, hash: ReferenceForms): string {
  if ('register' in fact) return `${REGISTER}#${contentId(fact.register)}`;
  if ('counterparty' in fact) return `counterparty#${contentId(byFirstKey(fact.counterparty, hash))}`;
  if ('device' in fact) return `device#${fact.device}`;
  if ('flow' in fact) return `flow#${contentId(fact.flow)}`;
  return `listing#${contentId(fact.listing)}`;
}
