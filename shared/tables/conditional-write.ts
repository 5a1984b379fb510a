import { randomUUID } from 'node:crypto';
import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import {
  DeleteCommand,
  type DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  UpdateCommand,
  type UpdateCommandInput,
} from '@aws-sdk/lib-dynamodb';
import { NeverPossible } from '#shared/runtime/errors.ts';

type Key = Readonly<Record<string, string>>;
type Item = Record<string, unknown>;

/**
 * The condition on the present item, in DynamoDB's language; `names` and `values` are the meanings of its `#` and `:`.
 */
export interface Condition {
  readonly when: string;
  readonly names?: Readonly<Record<string, string>> | undefined;
  readonly values?: Readonly<Record<string, unknown>> | undefined;
}

/** Attributes that are set, and attributes that are taken away. */
export interface Change {
  readonly set?: Readonly<Record<string, unknown>>;
  readonly remove?: readonly string[];
}

/**
 * Every write of one item goes through this file, and every condition is written here. When an answer is lost, the SDK
 * sends the write again, and the condition that let the first one pass refuses the second. Each conditional write
 * therefore leaves an id of its own in the item. Where a condition fails, the item is read back, and the write counts
 * as another writer's only where the id is another.
 * @returns true once the write is done, false where another writer's stands
 * @throws {NeverPossible} where the item is larger than DynamoDB takes: no number of tries makes it smaller
 */
export async function putIf(
  db: DynamoDBDocumentClient,
  table: string,
  key: Key,
  rest: Item,
  condition: Condition,
): Promise<boolean> {
  const writeId = randomUUID();
  const command = new PutCommand({ TableName: table, Item: { ...rest, ...key, writeId }, ...conditionOf(condition) });
  const written = await unlessRefused(
    db.send(command).then(() => ({})),
    () => ownWrite(db, table, key, writeId),
  );
  return written !== undefined;
}

/**
 * Changes one item where the condition holds.
 * @returns the item as it stands after the write, undefined where somebody else's write stands
 * @throws {NeverPossible} where the item grows larger than DynamoDB takes
 */
export function updateIf(
  db: DynamoDBDocumentClient,
  table: string,
  key: Key,
  change: Change,
  condition: Condition,
): Promise<Item | undefined> {
  const writeId = randomUUID();
  const { ConditionExpression, ExpressionAttributeNames, ExpressionAttributeValues } = conditionOf(condition);
  const assigned = assignments({ ...change, set: { ...change.set, writeId } });
  const command = new UpdateCommand({
    TableName: table,
    Key: key,
    ...assigned,
    ConditionExpression,
    ExpressionAttributeNames: { ...assigned.ExpressionAttributeNames, ...ExpressionAttributeNames },
    ExpressionAttributeValues: { ...assigned.ExpressionAttributeValues, ...ExpressionAttributeValues },
    ReturnValues: 'ALL_NEW',
  });
  return unlessRefused(
    db.send(command).then(({ Attributes = {} }) => Attributes),
    () => ownWrite(db, table, key, writeId),
  );
}

/** Writes an item whatever stands there: done twice it is the same. */
export async function putItem(db: DynamoDBDocumentClient, table: string, item: Item): Promise<void> {
  await db.send(new PutCommand({ TableName: table, Item: item }));
}

/** Changes an item, or makes it, whatever stands there: done twice it is the same. */
export async function updateItem(db: DynamoDBDocumentClient, table: string, key: Key, change: Change): Promise<void> {
  await db.send(new UpdateCommand({ TableName: table, Key: key, ...assignments(change) }));
}

/** Counts one more in an attribute. Of no use where it has to be exact: an answer that is lost makes the SDK count again. */
export async function addOne(
  db: DynamoDBDocumentClient,
  table: string,
  key: Key,
  counter: string,
  set: Readonly<Record<string, unknown>>,
): Promise<number> {
  const { UpdateExpression, ExpressionAttributeNames, ExpressionAttributeValues } = assignments({ set });
  const { Attributes } = await db.send(
    new UpdateCommand({
      TableName: table,
      Key: key,
      UpdateExpression: `${UpdateExpression} ADD #counter :one`,
      ExpressionAttributeNames: { ...ExpressionAttributeNames, '#counter': counter },
      ExpressionAttributeValues: { ...ExpressionAttributeValues, ':one': 1 },
      ReturnValues: 'ALL_NEW',
    }),
  );
  return Number(Attributes?.[counter]);
}

/** Adds texts to a set that an item holds, whatever stands there: done twice it is the same. @returns the set after it */
export async function addToSet(
  db: DynamoDBDocumentClient,
  table: string,
  key: Key,
  name: string,
  texts: readonly string[],
  set: Readonly<Record<string, unknown>>,
): Promise<readonly string[]> {
  const { UpdateExpression, ExpressionAttributeNames, ExpressionAttributeValues } = assignments({ set });
  // A set has no room for nothing
  const added = texts.length > 0;
  const { Attributes } = await db.send(
    new UpdateCommand({
      TableName: table,
      Key: key,
      UpdateExpression: added ? `${UpdateExpression} ADD #set :texts` : UpdateExpression,
      ExpressionAttributeNames: { ...ExpressionAttributeNames, ...(added && { '#set': name }) },
      ExpressionAttributeValues: { ...ExpressionAttributeValues, ...(added && { ':texts': new Set(texts) }) },
      ReturnValues: 'ALL_NEW',
    }),
  );
  const values: unknown = Attributes?.[name];
  return values instanceof Set ? [...values].map(String) : [];
}

/** Takes an item away, whether it stands there or not. */
export async function removeItem(db: DynamoDBDocumentClient, table: string, key: Key): Promise<void> {
  await db.send(new DeleteCommand({ TableName: table, Key: key }));
}

/**
 * Removes an item where the condition holds. Where the answer is lost, the second try finds nothing, and it stays open
 * whether this call or another one removed it.
 */
export async function removeIf(
  db: DynamoDBDocumentClient,
  table: string,
  key: Key,
  condition: Condition,
): Promise<void> {
  try {
    await db.send(new DeleteCommand({ TableName: table, Key: key, ...conditionOf(condition) }));
  } catch (error) {
    if (!(error instanceof ConditionalCheckFailedException)) throw error;
  }
}

async function unlessRefused(write: Promise<Item>, own: () => Promise<Item | undefined>): Promise<Item | undefined> {
  try {
    return await write;
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return own();
    if (isTooLarge(error)) throw new NeverPossible('item_too_large');
    throw error;
  }
}

/** The item, where the write that was refused is the one that stands. */
async function ownWrite(db: DynamoDBDocumentClient, table: string, key: Key, writeId: string) {
  const { Item: item } = await db.send(new GetCommand({ TableName: table, Key: key, ConsistentRead: true }));
  return item?.['writeId'] === writeId ? item : undefined;
}

/** DynamoDB has one class for all that it finds wrong in a request. */
const isTooLarge = (error: unknown) =>
  error instanceof Error && error.name === 'ValidationException' && /item size/iu.test(error.message);

const conditionOf = ({ when, names, values }: Condition) => ({
  ConditionExpression: when,
  ...(names && { ExpressionAttributeNames: { ...names } }),
  ...(values && { ExpressionAttributeValues: { ...values } }),
});

function assignments({ set = {}, remove: removed = [] }: Change) {
  const given = Object.entries(set).filter(([, value]) => value !== undefined);
  const parts = [
    ...(given.length > 0 ? [`SET ${given.map((_, n) => `#set${n} = :set${n}`).join(', ')}`] : []),
    ...(removed.length > 0 ? [`REMOVE ${removed.map((_, n) => `#removed${n}`).join(', ')}`] : []),
  ];
  return {
    UpdateExpression: parts.join(' '),
    ExpressionAttributeNames: Object.fromEntries([
      ...given.map(([name], n) => [`#set${n}`, name]),
      ...removed.map((name, n) => [`#removed${n}`, name]),
    ]),
    ...(given.length > 0 && {
      ExpressionAttributeValues: Object.fromEntries(given.map(([, value], n) => [`:set${n}`, value])),
    }),
  } satisfies Partial<UpdateCommandInput>;
}
