import { fromAttributes, toAttributes } from './attribute-values.ts';

/** What commands of the document client carry in native values, and DynamoDB in its own. */
interface Native {
  readonly Item?: object;
  readonly Key?: object;
  readonly ExpressionAttributeValues?: object;
  readonly ExclusiveStartKey?: object;
  readonly RequestItems?: Readonly<Record<string, unknown>>;
}
interface Keys {
  readonly Keys: readonly object[];
}
interface Write {
  readonly PutRequest?: { readonly Item: object };
  readonly DeleteRequest?: { readonly Key: object };
}
interface Answer {
  readonly Item?: Record<string, never>;
  readonly Attributes?: Record<string, never>;
  readonly LastEvaluatedKey?: Record<string, never>;
  readonly Items?: readonly Record<string, never>[];
  readonly Responses?: Readonly<Record<string, readonly Record<string, never>[]>>;
  readonly UnprocessedItems?: Readonly<Record<string, readonly Write[]>>;
  readonly UnprocessedKeys?: Readonly<Record<string, Keys>>;
}

/** A command's input as DynamoDB's API takes it. */
export function toWire(input: Native): object {
  const { Item, Key, ExpressionAttributeValues, ExclusiveStartKey, RequestItems } = input;
  return {
    ...input,
    ...(Item && { Item: toAttributes(Item) }),
    ...(Key && { Key: toAttributes(Key) }),
    ...(ExpressionAttributeValues && { ExpressionAttributeValues: toAttributes(ExpressionAttributeValues) }),
    ...(ExclusiveStartKey && { ExclusiveStartKey: toAttributes(ExclusiveStartKey) }),
    ...(RequestItems && { RequestItems: eachTable(RequestItems, requestsOf) }),
  };
}

const requestsOf = (requests: unknown): unknown =>
  Array.isArray(requests)
    ? (requests as readonly Write[]).map(({ PutRequest, DeleteRequest }) => ({
        ...(PutRequest && { PutRequest: { Item: toAttributes(PutRequest.Item) } }),
        ...(DeleteRequest && { DeleteRequest: { Key: toAttributes(DeleteRequest.Key) } }),
      }))
    : { ...(requests as Keys), Keys: (requests as Keys).Keys.map(toAttributes) };

/** DynamoDB's answer as the document client gives it. */
export function fromWire(answer: Answer): object {
  const { Item, Attributes, LastEvaluatedKey, Items, Responses, UnprocessedItems, UnprocessedKeys } = answer;
  return {
    ...answer,
    ...(Item && { Item: fromAttributes(Item) }),
    ...(Attributes && { Attributes: fromAttributes(Attributes) }),
    ...(LastEvaluatedKey && { LastEvaluatedKey: fromAttributes(LastEvaluatedKey) }),
    ...(Items && { Items: Items.map(fromAttributes) }),
    ...(Responses && { Responses: eachTable(Responses, (items) => items.map(fromAttributes)) }),
    ...(UnprocessedItems && { UnprocessedItems: eachTable(UnprocessedItems, (writes) => writes.map(writeBack)) }),
    ...(UnprocessedKeys && {
      UnprocessedKeys: eachTable(UnprocessedKeys, (keys) => ({
        ...keys,
        Keys: (keys.Keys as readonly Record<string, never>[]).map(fromAttributes),
      })),
    }),
  };
}

const writeBack = ({ PutRequest, DeleteRequest }: Write): Write => ({
  ...(PutRequest && { PutRequest: { Item: fromAttributes(PutRequest.Item as Record<string, never>) } }),
  ...(DeleteRequest && { DeleteRequest: { Key: fromAttributes(DeleteRequest.Key as Record<string, never>) } }),
});

const eachTable = <T, U>(tables: Readonly<Record<string, T>>, change: (of: T) => U): Record<string, U> =>
  Object.fromEntries(Object.entries(tables).map(([name, of]) => [name, change(of)]));
