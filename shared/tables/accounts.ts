import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { inParallel } from '#shared/runtime/in-parallel.ts';
import { countedFacts } from '#shared/domain/drops/counted-facts.ts';
import { ASKED, itemsFor, keyOfFact, LISTED_AT, LISTED_FACT, OF_REGISTER } from './account-keys.ts';
import type { AccountFact, RecordedAccount, UncertainAccountNumber, AccountOrigin } from './account-fact.ts';
import { AccountItem, placeOfAccountFact } from './account-item.ts';
import {
  pointedAccounts,
  hasContent,
  hasUncertainNumber,
  hasExactNumber,
  hasSpreadsheetNumber,
  soleAccount,
} from './uncertain-account-numbers.ts';
import { batchWrite } from './batch-write.ts';
import { grouped, rowsIn } from './fact-groups.ts';
import { contentKey } from './drop-key.ts';
import type { DropStates } from './drop-states.ts';
import { type ReferenceForms, renewedItems, queryUnderEachKey } from './stored-references.ts';
import { queryAll, type QueryPage, queryPage } from './query-all.ts';

/**
 * The table `accounts`: PK accountRef (keyed hash of bank and number), SK fact. A fact under a spreadsheet's number has
 * the hash of that number, where the exact number also stores a pointer, so that the order of files does not matter.
 */
export const accountsTable = (
  db: DynamoDBDocumentClient,
  table: string,
  hash: ReferenceForms,
  drops: Pick<DropStates, 'standingOf'>,
) => ({
  /** @param recordedAt the instant, for facts that no file states; those of a file count since its drop does */
  async record(facts: readonly AccountFact[], recordedAt: string | undefined, expiresAt: number): Promise<void> {
    const items = facts
      .flatMap((fact) => itemsFor(fact, hash))
      .map((item) => ({ ...item, expiresAt, ...(recordedAt !== undefined && { recordedAt }) }));
    const isRow = (item: object) => 'flow' in item || 'counterparty' in item || 'device' in item;
    const written = grouped(items, 'accountRef', isRow);
    await batchWrite(db, table, written, ({ accountRef, fact }) => `${String(accountRef)} ${String(fact)}`);
  },

  /** Reads the account of a reference; undefined where no fact about it was ever read. */
  recorded(accountRef: string): Promise<RecordedAccount | undefined> {
    return recordedOf({ db, table, hash, drops }, hash.renewed(accountRef));
  },

  /**
   * The companies of a number, to which any register ever assigned it or an account that it can mean, and whether a
   * listing is stored under a spreadsheet's number. @param readingRef the key of the number without its zeros
   */
  async concernedBy(readingRef: string): Promise<{ companies: readonly string[]; listed: boolean }> {
    const kept = { db, table, hash, drops };
    const items = await itemsOf(kept, readingRef, OF_REGISTER);
    const pointed = await inParallel([...new Set(pointedAccounts(items))], 4, (ref) =>
      itemsOf(kept, ref, `${OF_REGISTER}#`),
    );
    const registers = [items, ...pointed].flat().flatMap(({ register }) => register ?? []);
    return {
      companies: [...new Set(registers.map(({ enterpriseCode }) => enterpriseCode))],
      listed: items.some(({ fact }) => fact === LISTED_FACT),
    };
  },

  /**
   * The accounts of a bank that anybody ever listed, whether a company has them or not. @param after the page before's
   * `next`
   */
  async listedAt(bank: string, after: string | undefined, most: number): Promise<QueryPage<string>> {
    const listed = { accountRef: `${LISTED_AT}${bank}` };
    const { items, next } = await queryPage(db, table, listed, ['fact', after], most);
    return { found: items.map((item) => hash.renewed(AccountItem.parse(item).fact)), next };
  },

  /**
   * The spreadsheet numbers that fit no account of their bank or two, about which it is asked; of each bank that ever sent
   * such numbers.
   */
  async questions(): Promise<ReadonlyMap<string, readonly UncertainAccountNumber[]>> {
    const kept = { db, table, hash, drops };
    const asked = await itemsOf(kept, ASKED, '');
    const found = await inParallel(asked, 16, async ({ bank, fact: readingRef, accountNumber }) => {
      const items = await countedReadings(kept, await itemsOf(kept, readingRef, ''));
      const readings = items.filter(hasSpreadsheetNumber);
      if (readings.length === 0 || soleAccount(readingRef, items) !== undefined) return [];
      const companies = [...new Set(readings.flatMap(({ register }) => register?.enterpriseCode ?? []))].sort();
      const known = pointedAccounts(items).length + (items.some(hasExactNumber) ? 1 : 0);
      return [{ bank, accountNumber, companies, known }];
    });
    const open = found.flat().sort((a, b) => (a.accountNumber < b.accountNumber ? -1 : 1));
    const byBank = Map.groupBy(open, ({ bank }) => bank);
    const banks = asked.map(({ bank }) => bank).sort();
    return new Map(banks.map((bank) => [bank, byBank.get(bank) ?? []]));
  },
});
export type Accounts = ReturnType<typeof accountsTable>;

/** The table, with the keys under which its items may be stored. */
interface AccountStore {
  readonly db: DynamoDBDocumentClient;
  readonly table: string;
  readonly hash: ReferenceForms;
  readonly drops: Pick<DropStates, 'standingOf'>;
}

async function recordedOf(kept: AccountStore, accountRef: string): Promise<RecordedAccount | undefined> {
  const stored = await itemsOf(kept, accountRef, '');
  const readingRef = stored.find((item) => item.readingRef !== undefined)?.readingRef;
  if (readingRef !== undefined) {
    const readings = await itemsOf(kept, readingRef, '');
    const [items, counting] = await counted(kept, stored, readings);
    const isJoined = soleAccount(readingRef, counting) === accountRef;
    const joined = isJoined ? counting.filter(hasUncertainNumber) : [];
    const account = accountOf(accountRef, [...items, ...joined], [...stored, ...(isJoined ? readings : [])]);
    return account && isJoined ? { ...account, readingRef } : account;
  }
  const items = await countedReadings(kept, stored);
  const sole = soleAccount(accountRef, items);
  const exact = items.filter(hasExactNumber);
  if (sole === accountRef) return accountOf(accountRef, items.filter(hasContent), stored);
  if (exact.length > 0) return accountOf(accountRef, exact, stored);
  const known = sole === undefined ? undefined : await recordedOf(kept, sole);
  if (known) return known;
  const unsure = items.filter(hasUncertainNumber);
  const account = accountOf(accountRef, unsure, stored);
  return account && unsure.length > 0 ? { ...account, numberUnsure: true } : account;
}

/** The items under a number without its zeros that count beside what is said about the exact numbers. */
async function countedReadings(kept: AccountStore, stored: readonly AccountItem[]): Promise<CountedAccountItem[]> {
  const refs = [...new Set(pointedAccounts(stored))];
  const exact = await inParallel(refs, 4, (ref) => itemsOf(kept, ref, ''));
  const [items] = await counted(kept, stored, exact.flat());
  return items;
}

async function itemsOf(kept: AccountStore, accountRef: string, kind: string): Promise<AccountItem[]> {
  const items = await queryUnderEachKey(accountRef, kept.hash, (ref) =>
    queryAll(kept.db, kept.table, { accountRef: ref, ...(kind !== '' && { fact: ['begins_with', kind] }) }),
  );
  const facts = renewedItems(items, ['accountRef', 'fact'], kept.hash).flatMap((item) => {
    const rows = rowsIn(item)?.map((row) => AccountRow.parse(row));
    return rows?.map((row) => ({ ...row, fact: keyOfFact(row, kept.hash) })) ?? [AccountItem.parse(item)];
  });
  // The order of their contents, whatever groups they stand in
  return facts.sort((a, b) => (a.fact < b.fact ? -1 : 1));
}

const AccountRow = AccountItem.omit({ fact: true });

/** The items of an account and of others beside it that count, each content once. */
async function counted(
  { drops }: AccountStore,
  own: readonly AccountItem[],
  beside: readonly AccountItem[],
): Promise<readonly [own: CountedAccountItem[], beside: CountedAccountItem[]]> {
  const facts = [...own, ...beside].map((item) => {
    const { accountRef, fact, from } = item;
    return { item, id: `${accountRef} ${contentKey(fact)}`, from, ...placeOfAccountFact(item) };
  });
  const standingOf = await drops.standingOf(facts.map(({ from }) => from));
  const items = countedFacts(facts, standingOf).map(({ item, from, since }) => ({
    ...item,
    since: from ? since : (item.recordedAt ?? ''),
  }));
  const ownRefs = new Set(own.map(({ accountRef }) => accountRef));
  return [
    items.filter(({ accountRef }) => ownRefs.has(accountRef)),
    items.filter(({ accountRef }) => !ownRefs.has(accountRef)),
  ];
}

/** An item that counts, and since when. */
type CountedAccountItem = AccountItem & { readonly since: string };

/**
 * An account of the facts that count; one without any, where none of its facts counts any more, so that its notices are
 * withdrawn. @param stored the account's items, whether they count or not
 */
function accountOf(
  accountRef: string,
  items: readonly CountedAccountItem[],
  stored: readonly AccountItem[],
): RecordedAccount | undefined {
  const named = items.find(hasExactNumber) ?? items[0] ?? stored.find(hasContent);
  if (!named) return undefined;
  const registers = items.flatMap(({ register }) => register ?? []);
  return {
    accountRef,
    bank: named.bank,
    accountNumber: named.accountNumber,
    registers,
    formerHolders: [...new Set(stored.flatMap(({ register }) => register?.enterpriseCode ?? []))]
      .filter((code) => !registers.some(({ enterpriseCode }) => enterpriseCode === code))
      .sort(),
    flows: items.flatMap(({ flow }) => flow ?? []),
    counterparties: items.flatMap(({ counterparty }) => counterparty ?? []),
    devices: [...new Set(items.flatMap(({ device }) => device ?? []))],
    listings: items.flatMap(({ listing, since }) => (listing ? { ...listing, recordedAt: since } : [])),
    origins: items.flatMap(originOf),
  };
}

function originOf({ from, register, flow, counterparty, device, listing }: AccountItem): AccountOrigin[] {
  if (!from) return [];
  if (register) return [{ feed: 'accounts', from }];
  if (flow) return [{ feed: 'flows', period: flow.period, from }];
  if (counterparty) return [{ feed: 'counterparties', period: counterparty.period, from }];
  if (device !== undefined) return [{ feed: 'devices', from }];
  return listing ? [{ feed: listing.report ? 'crime-reports' : 'suspicious-accounts', from }] : [];
}
