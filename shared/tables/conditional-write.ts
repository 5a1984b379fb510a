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
/** An item of a table as DynamoDB gives it. */
export type StoredItem = Record<string, unknown>;

/** The condition on the present item, in DynamoDB's syntax; `names` and `values` resolve its `#` and `:`. */
export interface Condition {
  readonly when: string;
  readonly names?: Readonly<Record<string, string>> | undefined;
  readonly values?: Readonly<Record<string, unknown>> | undefined;
}

/** The attributes that are set, and those that are removed. */
export interface Change {
  readonly set?: Readonly<Record<string, unknown>>;
  readonly remove?: readonly string[];
  /** Whether the item becomes the next revision of its subject. */
  readonly revise?: true;
}

/**
 * Writes an item where the condition holds. All writes of single items use this file. When an answer is lost, the SDK
 * sends the write again, and the condition that let the first one pass refuses the second. Each conditional write
 * therefore stores its own id in the item. Where a condition fails, the item is read back, and only another id means
 * another writer.
 * @returns true once the write is done, false where another writer's is stored @throws {NeverPossible} where the item
 * is larger than DynamoDB allows
 */
export async function putIf(
  db: DynamoDBDocumentClient,
  table: string,
  key: Key,
  rest: StoredItem,
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
 * Writes the next revision of a subject. False where another revision stands than the one that its writer has read, so
 * that the work must be done again on what stands now: see `untilWritten`.
 * @param before undefined where there was none
 */
export function putRevision(
  db: DynamoDBDocumentClient,
  table: string,
  key: Key,
  next: StoredItem & { readonly revision: number },
  before: { readonly revision: number } | undefined,
): Promise<boolean> {
  const unchanged = before
    ? { when: 'revision = :before', values: { ':before': before.revision } }
    : { when: 'attribute_not_exists(revision)' };
  return putIf(db, table, key, next, unchanged);
}

/** The revision that a next one replaces, where each is one more than the one before. */
export const revisionBefore = ({ revision }: { readonly revision: number }) =>
  revision > 1 ? { revision: revision - 1 } : undefined;

/** Writes an item unless a stored one has a greater number of that name; a repetition changes nothing. False where it has. */
export async function putUnlessLater<N extends string>(
  db: DynamoDBDocumentClient,
  table: string,
  item: StoredItem & Readonly<Record<N, number>>,
  number: N,
): Promise<boolean> {
  const names = { '#number': number };
  const unlessLater = {
    when: 'attribute_not_exists(#number) OR #number <= :mine',
    names,
    values: { ':mine': item[number] },
  };
  try {
    await db.send(new PutCommand({ TableName: table, Item: item, ...conditionOf(unlessLater) }));
    return true;
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return false;
    throw error;
  }
}

/**
 * Changes one item where the condition holds. @returns the item after the write, or undefined where another writer's is
 * stored @throws {NeverPossible} where the item would become larger than DynamoDB allows
 */
export function updateIf(
  db: DynamoDBDocumentClient,
  table: string,
  key: Key,
  change: Change,
  condition: Condition,
): Promise<StoredItem | undefined> {
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

/** The item as it is stored now. */
export async function itemAt(db: DynamoDBDocumentClient, table: string, key: Key): Promise<StoredItem | undefined> {
  const { Item: item } = await db.send(new GetCommand({ TableName: table, Key: key, ConsistentRead: true }));
  return item;
}

/** Writes an item unconditionally; a repetition changes nothing. */
export async function putItem(db: DynamoDBDocumentClient, table: string, item: StoredItem): Promise<void> {
  await db.send(new PutCommand({ TableName: table, Item: item }));
}

/** Changes or creates an item unconditionally; a repetition changes nothing. */
export async function updateItem(db: DynamoDBDocumentClient, table: string, key: Key, change: Change): Promise<void> {
  await db.send(new UpdateCommand({ TableName: table, Key: key, ...assignments(change) }));
}

/** Adds one to an attribute. The count is not exact, because a lost answer makes the SDK add again. */
export async function incrementAttribute(
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

/** Deletes an item, whether or not it exists. */
export async function removeItem(db: DynamoDBDocumentClient, table: string, key: Key): Promise<void> {
  await db.send(new DeleteCommand({ TableName: table, Key: key }));
}

/**
 * Deletes an item where the condition holds. Where the answer is lost, the second try finds nothing, and it remains
 * unknown whether this call or another one deleted it.
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

async function unlessRefused(
  write: Promise<StoredItem>,
  own: () => Promise<StoredItem | undefined>,
): Promise<StoredItem | undefined> {
  try {
    return await write;
  } catch (error) {
    // A first try has no answer that was lost
    if (error instanceof ConditionalCheckFailedException) return error.$metadata.attempts === 1 ? undefined : own();
    if (isTooLarge(error)) throw new NeverPossible('item_too_large');
    throw error;
  }
}

/** The item where the refused write itself is the stored one. */
async function ownWrite(db: DynamoDBDocumentClient, table: string, key: Key, writeId: string) {
  const item = await itemAt(db, table, key);
  return item?.['writeId'] === writeId ? item : undefined;
}

/** DynamoDB has one error class for every invalid request, so the message decides. */
const isTooLarge = (error: unknown) =>
  error instanceof Error && error.name === 'ValidationException' && /item size/iu.test(error.message);

const conditionOf = ({ when, names, values }: Condition) => ({
  ConditionExpression: when,
  ...(names && { ExpressionAttributeNames: { ...names } }),
  ...(values && { ExpressionAttributeValues: { ...values } }),
});

function assignments({ set = {}, remove: removed = [], revise }: Change) {
  const given = Object.entries(set).filter(([, value]) => value !== undefined);
  const parts = [
    ...(given.length > 0 ? [`SET ${given.map((_, n) => `#set${n} = :set${n}`).join(', ')}`] : []),
    ...(removed.length > 0 ? [`REMOVE ${removed.map((_, n) => `#removed${n}`).join(', ')}`] : []),
    ...(revise ? ['ADD #revision :one'] : []),
  ];
  return {
    UpdateExpression: parts.join(' '),
    ExpressionAttributeNames: Object.fromEntries([
      ...given.map(([name], n) => [`#set${n}`, name]),
      ...removed.map((name, n) => [`#removed${n}`, name]),
      ...(revise ? [['#revision', 'revision']] : []),
    ]),
    ...((given.length > 0 || revise) && {
      ExpressionAttributeValues: {
        ...Object.fromEntries(given.map(([, value], n) => [`:set${n}`, value])),
        ...(revise && { ':one': 1 }),
      },
    }),
  } satisfies Partial<UpdateCommandInput>;
}
