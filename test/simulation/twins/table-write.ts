import { type Attributes, condition, updated } from './expressions.ts';
import { keptValue } from './kept-value.ts';
import { TableRefuses } from './table-refusal.ts';
import type { TableTwin } from './table.ts';

export function putItem(table: TableTwin, input: Attributes): void {
  const item = input['Item'] as Attributes;
  const key = table.keyOf(item);
  refuse(table.get(key), input);
  table.write(key, keptValue(item));
}

export function updateItem(table: TableTwin, input: Attributes): Attributes {
  const given = input['Key'] as Attributes;
  const key = table.keyOf(given);
  const before = table.get(key);
  refuse(before, input);
  const kept = keptValue(updated(before ?? { ...given }, String(input['UpdateExpression']), placeholdersOf(input)));
  table.write(key, kept);
  return input['ReturnValues'] === 'ALL_NEW' ? { Attributes: kept } : {};
}

export function deleteItem(table: TableTwin, input: Attributes): void {
  const key = table.keyOf(input['Key'] as Attributes);
  refuse(table.get(key), input);
  table.write(key, undefined);
}

function refuse(item: Attributes | undefined, input: Attributes): void {
  const { ConditionExpression } = input;
  if (typeof ConditionExpression !== 'string') return;
  if (condition(ConditionExpression, placeholdersOf(input))(item)) return;
  throw new TableRefuses('ConditionalCheckFailedException', 'The conditional request failed');
}

const placeholdersOf = ({ ExpressionAttributeNames, ExpressionAttributeValues }: Attributes) => ({
  names: ExpressionAttributeNames as Record<string, string>,
  values: ExpressionAttributeValues as Attributes,
});
