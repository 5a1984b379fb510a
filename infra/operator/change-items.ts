import { isDeepStrictEqual } from 'node:util';
import { type DynamoDBDocumentClient, paginateScan } from '@aws-sdk/lib-dynamodb';
import { inParallel } from '#shared/runtime/in-parallel.ts';
import { type StoredItem, updateIf } from '#shared/tables/conditional-write.ts';
import { unchanged } from '#shared/tables/unchanged.ts';

const AT_ONCE = 8;

/** Reads a table page by page. @param change called for each item that `next` makes into another one @returns how many there were */
export async function eachChangedItem(
  client: DynamoDBDocumentClient,
  TableName: string,
  next: (item: StoredItem) => StoredItem,
  change: (before: StoredItem, after: StoredItem) => Promise<void>,
): Promise<number> {
  let found = 0;
  for await (const { Items = [] } of paginateScan({ client }, { TableName, ConsistentRead: true })) {
    const old = Items.map((before) => ({ before, after: next(before) })).filter(
      ({ before, after }) => !isDeepStrictEqual(before, after),
    );
    await inParallel(old, AT_ONCE, ({ before, after }) => change(before, after));
    found += old.length;
  }
  return found;
}

/** Writes the changed attributes, unless a function has written one of them since: then the next round looks at it again. */
export async function changeInPlace(
  db: DynamoDBDocumentClient,
  table: string,
  key: Record<string, string>,
  { before, after }: Readonly<Record<'before' | 'after', StoredItem>>,
): Promise<void> {
  const changed = Object.keys(after).filter((name) => !isDeepStrictEqual(before[name], after[name]));
  const only = (item: StoredItem) => Object.fromEntries(changed.map((name) => [name, item[name]]));
  await updateIf(db, table, key, { set: only(after) }, unchanged(only(before)));
}
