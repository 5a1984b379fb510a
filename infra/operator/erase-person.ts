import { type DynamoDBDocumentClient, paginateScan } from '@aws-sdk/lib-dynamodb';
import { itemAt, putIf, removeIf, type StoredItem } from '#shared/tables/conditional-write.ts';
import { rowsIn } from '#shared/tables/fact-groups.ts';
import { isLinkList } from '#shared/tables/links.ts';
import { unchanged } from '#shared/tables/unchanged.ts';
import { RETENTION_REGISTER } from '#shared/tables/retention-register.ts';
import { keyOfItem } from '#shared/tables/key-of-item.ts';
import type { TableName } from '#shared/tables/table-designs.ts';
import { itemsAbout, entriesNaming, redacted } from './items-about-person.ts';
import { type IdentifierRows, type PersonIdentifiers, turnOf } from './person-identifiers.ts';
import { TABLE_NAMES } from '#shared/tables/table-designs.ts';

/** The number of items of one table that name the person, by what was done to them. */
export interface Erased {
  readonly table: TableName;
  readonly done: 'removed' | 'redacted' | 'kept';
  readonly items: number;
  /** The reason for which items of a table are kept. */
  readonly basis?: string;
}
interface FoundInTables {
  readonly companies: readonly string[];
  readonly entries: number;
}
interface TablesToErase {
  readonly db: DynamoDBDocumentClient;
  readonly tables: Readonly<Record<TableName, string>>;
}

/**
 * Removes a person from every table as the register says, wherever a key or a value of an item leads to the number. A
 * repetition finds nothing more, and after an interruption it finds the rest.
 * @param beforeLast is told the companies that have to be verified and assessed again, and how many plain entries of
 * the log will be emptied, before the rows are removed by which a repetition would find them
 * @returns what was done where, and the companies
 */
export async function erasePerson(
  person: PersonIdentifiers,
  system: TablesToErase,
  beforeLast: (found: FoundInTables) => Promise<void>,
) {
  const done: Erased[] = [];
  const last: { readonly table: TableName; readonly item: StoredItem; readonly turn: number }[] = [];
  const companies = new Set(person.companies);
  let entries = 0;
  for (const table of TABLE_NAMES) {
    const found = await itemsNaming(person, table, system);
    const { onErasure, basis } = RETENTION_REGISTER[table];
    for (const item of found) {
      if (typeof item['enterpriseCode'] === 'string') companies.add(item['enterpriseCode']);
      const turn = onErasure === 'keep' ? undefined : turnOf(table, item, person);
      if (turn === 0) await take(person, table, item, system);
      else if (turn !== undefined) last.push({ table, item, turn });
      if (table === 'log') entries += entriesNaming(person, item);
    }
    if (found.length === 0) continue;
    const how = { remove: 'removed', redact: 'redacted', keep: 'kept' } as const;
    done.push({ table, done: how[onErasure], items: found.length, ...(onErasure === 'keep' && { basis }) });
  }
  const concerned = [...companies].sort();
  await beforeLast({ companies: concerned, entries });
  for (const { table, item } of last.toSorted((a, b) => a.turn - b.turn)) await take(person, table, item, system);
  return { done, companies: concerned };
}

/** How many items still name the person, by table; those that the register keeps are left out. */
export async function remainingItems(
  person: PersonIdentifiers,
  system: TablesToErase,
): Promise<Readonly<Record<string, number>>> {
  const left: Record<string, number> = {};
  for (const table of TABLE_NAMES) {
    if (RETENTION_REGISTER[table].onErasure === 'keep') continue;
    const { length } = await itemsNaming(person, table, system);
    if (length > 0) left[table] = length;
  }
  return left;
}

/** The rows that link the number of an order to the person's other identifiers, see `identifiersOfPerson`. */
export async function identifierRows(system: TablesToErase): Promise<IdentifierRows> {
  const [companies, policeRecords, accounts] = await Promise.all([
    itemsOf('companies', system, () => true),
    itemsOf('policeRecords', system, () => true),
    itemsOf('accounts', system, () => true),
  ]);
  return { companies, policeRecords, accounts };
}

const itemsNaming = (person: PersonIdentifiers, table: TableName, system: TablesToErase): Promise<StoredItem[]> =>
  itemsOf(table, system, itemsAbout(person));

async function itemsOf(
  table: TableName,
  { db, tables }: TablesToErase,
  wanted: (item: StoredItem) => boolean,
): Promise<StoredItem[]> {
  const found: StoredItem[] = [];
  for await (const { Items = [] } of paginateScan({ client: db }, { TableName: tables[table], ConsistentRead: true }))
    found.push(...Items.filter(wanted));
  return found;
}

/**
 * Removes or redacts one item. Where a function has written it since it was read, what it says now is looked at, so that
 * no fact of others is lost.
 */
async function take(
  person: PersonIdentifiers,
  table: TableName,
  item: StoredItem,
  { db, tables }: TablesToErase,
): Promise<void> {
  const key = keyOfItem(table, item);
  const isAbout = itemsAbout(person);
  let found: StoredItem | undefined = item;
  while (found && isAbout(found)) {
    if (isRemovedWhole(table, found)) await removeIf(db, tables[table], key, unchanged(found));
    else if (await putIf(db, tables[table], key, redacted(person, table, found), unchanged(found))) return;
    found = await itemAt(db, tables[table], key);
  }
}

/** The list of a company's links is about others too, and so are the facts that stand in one item. */
const isRemovedWhole = (table: TableName, item: StoredItem): boolean =>
  RETENTION_REGISTER[table].onErasure === 'remove' && !isLinkList(item) && !rowsIn(item);
