import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { isDeepStrictEqual } from 'node:util';
import { bandOf, membersRead } from '#shared/domain/risk/rings/band.ts';
import { valueOfKey } from '#shared/domain/risk/rings/value-key.ts';
import type { SendMessages } from '#shared/clients/queue.ts';
import type { CompanyTouched } from '#shared/contracts/messages.ts';
import { contentId } from '#shared/runtime/content-id.ts';
import type { KeyedHash } from '#shared/runtime/keyed-hash.ts';
import { OVERTAKEN, type Overtaken, untilWritten } from '#shared/runtime/until-written.ts';
import { putIf, removeIf, removeItem, type StoredItem, updateIf } from '#shared/tables/conditional-write.ts';
import { renewedItem } from '#shared/tables/stored-references.ts';
import { BAND, linksTable, type Links } from '#shared/tables/links.ts';
import { keyOfItem } from '#shared/tables/key-of-item.ts';
import { TABLE_DESIGNS, type TableName } from '#shared/tables/table-designs.ts';
import { changeInPlace, eachChangedItem } from './change-items.ts';

/**
 * The tables whose items are looked up by references or whose references are compared. Other tables keep their
 * references, because a notice's id is made from its subject's reference and a log entry must not change.
 */
export const TABLES_TO_REKEY = [
  'links',
  'subscribers',
  'policeRecords',
  'accounts',
  'companies',
  'verifications',
  'assessments',
] as const satisfies readonly TableName[];
type Rekeyed = (typeof TABLES_TO_REKEY)[number];

export interface RekeyPorts {
  readonly db: DynamoDBDocumentClient;
  readonly tables: Readonly<Record<Rekeyed, string>>;
  /** Writes with the newest key and looks up with every key. */
  readonly hash: KeyedHash;
  readonly assess: SendMessages<CompanyTouched>;
}
const SECONDS_A_YEAR = 365 * 86_400;

/**
 * Changes every reference of these tables to the newest key while the functions run. An item is written under its new
 * key before the old one is deleted, and no later write of a function is overwritten. After an interruption the command
 * is started again, and finds only the remaining items. @returns the number of changed items by table
 */
export async function rekeyTables(ports: RekeyPorts): Promise<Readonly<Record<string, number>>> {
  const changed: Record<string, number> = {};
  for (const table of TABLES_TO_REKEY) {
    changed[table] = await eachItem(table, ports, (before, after) => rekeyItem(table, before, after, ports));
  }
  return changed;
}

/** The number of items by table that still have a reference under another key. */
export async function countNotRekeyed(ports: RekeyPorts): Promise<Readonly<Record<string, number>>> {
  const left: Record<string, number> = {};
  for (const table of TABLES_TO_REKEY) {
    const items = await eachItem(table, ports, async () => {});
    if (items > 0) left[table] = items;
  }
  return left;
}

const eachItem = (
  table: Rekeyed,
  { db, tables, hash }: RekeyPorts,
  change: (before: StoredItem, after: StoredItem) => Promise<void>,
): Promise<number> => eachChangedItem(db, tables[table], (item) => renewedItem(item, hash), change);

async function rekeyItem(table: Rekeyed, before: StoredItem, after: StoredItem, ports: RekeyPorts): Promise<void> {
  const { db, tables } = ports;
  const [key, next] = [keyOfItem(table, before), keyOfItem(table, after)];
  if (isDeepStrictEqual(key, next)) return changeInPlace(db, tables[table], key, { before, after });
  if (table === 'links' && before['enterpriseCode'] === BAND) await rekeyBand(String(next['value']), ports);
  else await copyItem(tables[table], { old: key, next }, after, TABLE_DESIGNS[table].partition, db);
  await removeItem(db, tables[table], key);
}

/** Where a function deleted the item meanwhile, its copy is deleted too, unless a function has written it again. */
async function copyItem(
  table: string,
  { old, next }: Readonly<Record<'old' | 'next', Record<string, string>>>,
  item: StoredItem,
  partition: string,
  db: DynamoDBDocumentClient,
): Promise<void> {
  const names = { '#key': partition };
  await putIf(db, table, next, item, { when: 'attribute_not_exists(#key)', names });
  const stands = await updateIf(db, table, old, {}, { when: 'attribute_exists(#key)', names });
  // Functions write items of these tables in batches, without write ids
  if (!stands) await removeIf(db, table, next, { when: 'attribute_exists(writeId)' });
}

/**
 * Counts a value again from its members under every key: functions that still wrote with the earlier key may have left
 * a band beside another one. Where the band changes, its members are sent to be assessed, as when a company joins.
 */
async function rekeyBand(value: string, { db, tables, hash, assess }: RekeyPorts): Promise<void> {
  const links = linksTable(db, tables.links, hash);
  await untilWritten(() => countAgain(value, links, assess));
}

async function countAgain(
  value: string,
  links: Links,
  assess: SendMessages<CompanyTouched>,
): Promise<void | Overtaken> {
  const shared = valueOfKey(value);
  if (!shared) return undefined;
  const { stored, members } = await links.counted(value, membersRead(shared.kind));
  if (!stored) return undefined;
  const band = bandOf(shared.kind, shared.ref, members);
  const same = contentId(band) === contentId(stored.band);
  const expiresAt = stored.expiresAt ?? Math.floor(Date.now() / 1000) + SECONDS_A_YEAR;
  const notified = same && stored.notified;
  const next = { value, kept: stored.kept, band, revision: stored.revision + 1, notified, expiresAt };
  if (!(await links.writeBand(next))) return OVERTAKEN;
  if (next.notified) return undefined;
  await assess((await links.companiesOf(value)).map((enterpriseCode) => ({ enterpriseCode })));
  await links.writeBand({ ...next, kept: undefined, revision: next.revision + 1, notified: true });
  return undefined;
}
