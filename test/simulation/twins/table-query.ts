import { type Attributes, condition } from './expressions.ts';
import { byKeys, keysOf } from './table-keys.ts';
import { TableRefuses } from './table-refusal.ts';
import type { TableTwin } from './table.ts';

/** @param lagMs how late the answer is */
export function queryTable(table: TableTwin, input: Attributes, lagMs: number): Attributes {
  const { design } = table;
  const index = typeof input['IndexName'] === 'string' ? design.indexes[input['IndexName']] : undefined;
  if (input['IndexName'] !== undefined && !index) throw new TableRefuses('ValidationException', 'no such index');
  if (index && input['ConsistentRead'] === true)
    throw new TableRefuses('ValidationException', 'an index is never consistent');
  const order = index ?? design;
  const text = String(input['KeyConditionExpression']);
  const values = input['ExpressionAttributeValues'] as Attributes;
  const placeholders = { names: input['ExpressionAttributeNames'] as Record<string, string>, values };
  const isWanted = condition(text, placeholders);
  const filter = input['FilterExpression'];
  const isKept = filter === undefined ? () => true : condition(String(filter), placeholders);
  // A key condition begins with its partition
  const [, partition = ''] = /^\S+ = (:\w+)/u.exec(text) ?? [];
  const items = index || lagMs > 0 ? table.asOf(lagMs) : table.partition(values[partition]);
  const found = [...items.values()]
    .filter((item) => keysOf(order).every((name) => item[name] !== undefined) && isWanted(item))
    .sort((a, b) => byKeys(a, b, order, design));
  const all = input['ScanIndexForward'] === false ? found.reverse() : found;
  const start = input['ExclusiveStartKey'] as Attributes | undefined;
  // The item after which a page begins may be gone by now
  const isBackwards = input['ScanIndexForward'] === false;
  const isAfter = (item: Attributes, last: Attributes) =>
    byKeys(item, last, order, design) * (isBackwards ? -1 : 1) > 0;
  const rest = start === undefined ? all : all.filter((item) => isAfter(item, start));
  const page = typeof input['Limit'] === 'number' ? rest.slice(0, input['Limit']) : rest;
  const last = page.at(-1);
  const stopped = last !== undefined && page.length === input['Limit'];
  const keys = [...new Set([...keysOf(order), ...keysOf(design)])];
  const projected = index?.projected;
  // The filter comes after the page was cut
  const kept = page.filter(isKept);
  return {
    Items: kept.map((item) => (projected ? pick(item, [...keys, ...projected]) : item)),
    Count: kept.length,
    ...(stopped && { LastEvaluatedKey: pick(last, keys) }),
  };
}

const pick = (item: Attributes, names: readonly string[]): Attributes =>
  Object.fromEntries(names.flatMap((name) => (item[name] === undefined ? [] : [[name, item[name]]])));
