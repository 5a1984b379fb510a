import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { inParallel } from '#shared/runtime/in-parallel.ts';
import { accountOf } from './recorded-account.ts';
import {
  ASKED,
  formerHolderOf,
  itemsFor,
  keyOf,
  AccountItemKeys,
  leadingTo,
  LISTED_FACT,
  LISTED_AT,
  ONCE_KNOWN,
  markOnceKnown,
  REGISTER,
} from './account-keys.ts';
import { type TakenAccount, TakenAccounts } from './taken-accounts.ts';
import type { AccountFact, RecordedAccount, UncertainAccountNumber } from './account-fact.ts';
import { AccountItem, accountFactSubject } from './account-item.ts';
import {
  pointedAccounts,
  hasUncertainNumber,
  hasExactNumber,
  hasSpreadsheetNumber,
  soleAccount,
} from './uncertain-account-numbers.ts';
import { batchWrite, putRequests } from './batch-write.ts';
import { type ReferenceForms, renewedItem, renewedItems, queryUnderEachKey } from './stored-references.ts';
import { FIRST_POSITION, queryAll, type QueryPage, queryPage } from './query-all.ts';
import { type FileDrop, scanDrops, removeSuperseded, type TakenDrops } from './superseded.ts';
import { removeItem } from './conditional-write.ts';

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
      const { accountRef, fact } = AccountItemKeys.parse(item);
      const isSaid = said.has(keyOf({ accountRef: hash.renewed(accountRef), fact }));
      const place = isSaid ? undefined : accountFactSubject(AccountItem.parse(renewedItem(item, hash)));
      // The item may be re-keyed meanwhile
      return hash.forms(accountRef).map((form) => ({ key: { accountRef: form, fact }, item, place }));
    });
    const former = new Set(items.flatMap((item) => AccountItem.parse(item).formerHolder ?? []));
    // A company that the drop still names is asked about anyway
    const named = new Set(facts.flatMap((fact) => ('register' in fact ? fact.register.enterpriseCode : [])));
    await removeSuperseded(db, table, placed, drop, places, async (gone) => {
      const holders = gone.flatMap(formerHolderOf).filter(({ formerHolder }) => !named.has(formerHolder));
      for (const { formerHolder } of holders) former.add(formerHolder);
      await batchWrite(db, table, putRequests(holders, keyOf));
    });
    return [...former];
  },

  /** The accounts with facts of drops that are taken back, and whom the facts concern. */
  async takenBack(drops: TakenDrops): Promise<readonly TakenAccount[]> {
    const found = new TakenAccounts(hash);
    await scanDrops(db, table, drops, (item) => found.add(item));
    return found.all;
  },

  /**
   * Deletes all facts of drops about an account, with the items that only lead to them. What is left says that the
   * account was once known, so that its notices are withdrawn.
   */
  async takeBack(accountRef: string, drops: TakenDrops): Promise<void> {
    const kept = { db, table, hash };
    const items = await rawItemsOf(kept, accountRef, '');
    const placed = items.flatMap((item) => {
      const { accountRef: ref, fact } = AccountItemKeys.parse(item);
      // The item may be re-keyed meanwhile
      return hash.forms(ref).map((form) => ({ key: { accountRef: form, fact }, item, place: undefined }));
    });
    await removeSuperseded(db, table, placed, drops, 'every', async (taken) => {
      const marks = [...taken.flatMap(formerHolderOf), ...taken.slice(0, 1).map(markOnceKnown)];
      await batchWrite(db, table, putRequests(marks, keyOf));
      const others = items.filter((item) => !taken.includes(item));
      const stay = new Set(others.flatMap((item) => leadingTo(item, hash).map(keyOf)));
      const leading = taken.flatMap((item) => leadingTo(item, hash)).filter((item) => !stay.has(keyOf(item)));
      const keys = leading.flatMap(({ accountRef: ref, fact }) =>
        hash.forms(ref).map((form) => ({ accountRef: form, fact })),
      );
      await inParallel(keys, 8, (key) => removeItem(db, table, key));
    });
    // Another file may have repeated a fact meanwhile
    const standing = await rawItemsOf(kept, accountRef, '');
    const leading = standing.flatMap((item) => leadingTo(item, hash));
    await batchWrite(db, table, putRequests(leading, keyOf));
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
      listed: items.some(({ fact }) => fact === LISTED_FACT),
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
      const readings = items.filter(hasSpreadsheetNumber);
      if (readings.length === 0 || soleAccount(readingRef, items) !== undefined) return [];
      const companies = [...new Set(readings.flatMap(({ register }) => register?.enterpriseCode ?? []))].sort();
      const known = pointedAccounts(items).length + (items.some(hasExactNumber) ? 1 : 0);
      return [{ bank, accountNumber, companies, known }];
    });
    return found.flat().sort((a, b) => (a.accountNumber < b.accountNumber ? -1 : 1));
  },
});
export type Accounts = ReturnType<typeof accountsTable>;

/** The table, with the keys under which its items may be stored. */
interface AccountStore {
  readonly db: DynamoDBDocumentClient;
  readonly table: string;
  readonly hash: ReferenceForms;
}

async function recordedOf(kept: AccountStore, accountRef: string): Promise<RecordedAccount | undefined> {
  const items = await itemsOf(kept, accountRef, '');
  const readingRef = items.find((item) => item.readingRef !== undefined)?.readingRef;
  if (readingRef !== undefined) {
    const readings = await itemsOf(kept, readingRef, '');
    const isJoined = soleAccount(readingRef, readings) === accountRef;
    const joined = isJoined ? readings.filter(hasUncertainNumber) : [];
    const joinedBeside = isJoined ? readings : [];
    return accountOf(accountRef, [...items, ...joined], [...items, ...joinedBeside]);
  }
  const sole = soleAccount(accountRef, items);
  const exact = items.filter(hasExactNumber);
  if (sole === accountRef) return accountOf(accountRef, items, items);
  if (exact.length > 0) return accountOf(accountRef, exact, items);
  const known = sole === undefined ? undefined : await recordedOf(kept, sole);
  const unsure = accountOf(accountRef, items.filter(hasUncertainNumber), items);
  const onceKnown = () =>
    accountOf(
      accountRef,
      items.filter(({ fact }) => fact === ONCE_KNOWN),
      items,
    );
  return known ?? (unsure ? { ...unsure, numberUnsure: true } : onceKnown());
}

async function itemsOf(kept: AccountStore, accountRef: string, kind: string) {
  const items = await rawItemsOf(kept, accountRef, kind);
  return renewedItems(items, ['accountRef', 'fact'], kept.hash).map((item) => AccountItem.parse(item));
}

const rawItemsOf = ({ db, table, hash }: AccountStore, accountRef: string, kind: string) =>
  queryUnderEachKey(accountRef, hash, (ref) =>
    queryAll(db, {
      TableName: table,
      KeyConditionExpression: kind === '' ? 'accountRef = :ref' : 'accountRef = :ref AND begins_with(fact, :kind)',
      ExpressionAttributeValues: kind === '' ? { ':ref': ref } : { ':ref': ref, ':kind': kind },
    }),
  );
