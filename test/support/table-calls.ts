import {
  BatchGetCommand,
  BatchWriteCommand,
  DeleteCommand,
  GetCommand,
  PutCommand,
  QueryCommand,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb';
import fc from 'fast-check';

export type TableCommand =
  | PutCommand
  | UpdateCommand
  | DeleteCommand
  | GetCommand
  | QueryCommand
  | BatchWriteCommand
  | BatchGetCommand;

const partition = fc.constantFrom('a', 'ế');
const sort = fc.constantFrom('#band', '0', '1', '10', '2', 'a#1', 'a#2', 'b');
const key = fc.record({ p: partition, s: sort });
const scalar = fc.constantFrom<unknown>(0, 1, 2.5, -3, '', 'x', 'y', true, false, null);
const value = fc.oneof(
  scalar,
  fc.constantFrom<unknown>({ read: 1 }, { read: 2, undone: undefined }, ['x', 1], new Uint8Array([1, 2])),
);
const placeOf = ({ p, s }: { readonly p: string; readonly s: string }) => `${s}#${p}`;
const item = fc
  .record(
    {
      n: scalar,
      state: value,
      counts: fc.record({ read: fc.nat({ max: 2 }) }),
      group: fc.constantFrom('g', undefined),
    },
    { requiredKeys: [] },
  )
  .chain((rest) => key.map((at) => ({ ...rest, ...at, place: placeOf(at) })));

const CONDITIONS = [
  'attribute_not_exists(p)',
  'attribute_exists(n)',
  'n = :v',
  'n <> :v',
  'n < :v',
  'n <= :v',
  'n >= :v AND attribute_exists(#state)',
  'attribute_not_exists(n) OR n <= :v',
  '#counts.#read = :v',
  'NOT n = :v',
  'n IN (:v, :w) AND (#counts.#read > :w OR attribute_not_exists(#counts))',
  'n BETWEEN :w AND :w',
  'begins_with(#state, :x)',
  'attribute_exists(n) AND attribute_not_exists(#state)',
  'attribute_not_exists(n) OR n = :v',
  'n = :v AND attribute_exists(#state)',
  'n = :v AND #state = :x',
  '#state = :x AND #counts.#read = :v AND n = :w',
  'attribute_exists(n) AND (attribute_not_exists(#counts) OR n <= :v)',
  '#counts.#read = :v AND n = :w AND #state = :x',
  'n = :v AND p = :y AND #counts.#read = :v AND #state = :x',
  '#state = :x AND n = :w AND attribute_exists(#counts) AND attribute_not_exists(extra)',
  '#state = :x AND (n <= :v OR n IN (:v, :w))',
  '#state = :x AND (n = :v OR n IN (:v))',
];
const names = { '#state': 'state', '#counts': 'counts', '#read': 'read' };
/** A call may pass only the names and values that its expression uses. */
const spoken = <T>(all: Record<string, T>, expression: string) => {
  const used = Object.fromEntries(
    Object.entries(all).filter(([name]) => new RegExp(`${name}\\b`, 'u').test(expression)),
  );
  return Object.keys(used).length > 0 ? used : undefined;
};
const when = fc.option(
  fc.record({
    text: fc.constantFrom(...CONDITIONS),
    v: fc.constantFrom<unknown>(0, 1, 2.5, 'x', 'y'),
    w: fc.constantFrom(0, 1),
  }),
  {
    nil: undefined,
  },
);
type When = typeof when extends fc.Arbitrary<infer T> ? T : never;
const conditionOf = (given: When, also = '', values: Record<string, unknown> = {}) => {
  const expression = `${given?.text ?? ''} ${also}`;
  return {
    ...(given && { ConditionExpression: given.text }),
    ExpressionAttributeNames: spoken({ ...names, '#set': 'n' }, expression),
    ExpressionAttributeValues: spoken({ ':v': given?.v, ':w': given?.w, ':x': 'x', ':y': 'a', ...values }, expression),
  };
};
const INDEX_KEYS = [
  '#group = :g',
  '#group = :g AND place > :s',
  '#group = :g AND place < :s',
  '#group = :g AND place <= :s',
  '#group = :g AND begins_with(place, :s)',
  '#group = :g AND place BETWEEN :s AND :t',
];
const KEYS = [
  'p = :p',
  'p = :p AND s < :s',
  'p = :p AND s > :s',
  'p = :p AND s <= :s',
  'p = :p AND s >= :s',
  'p = :p AND begins_with(s, :s)',
  'p = :p AND s BETWEEN :s AND :t',
];
/** What a query leaves out of its page; empty for nothing. */
const FILTERS = ['', 'attribute_not_exists(#state)'];

const between = (s: string, t: string) => ({ ':s': s < t ? s : t, ':t': s < t ? t : s });
const page = fc.record({ Limit: fc.constantFrom(1, 2, undefined), ScanIndexForward: fc.boolean() });

/** The forms of all conditions and key conditions that the calls have, without names of attributes and values. */
export const EXPRESSION_FORMS: ReadonlySet<string> = new Set(
  [...CONDITIONS, ...KEYS, ...INDEX_KEYS, ...FILTERS].map(expressionForm),
);

/** A call of a table with these keys and this index, in the document client's words. */
export const tableCall: fc.Arbitrary<(table: string) => TableCommand> = fc.oneof(
  fc.tuple(item, when).map(
    ([Item, given]) =>
      (TableName: string) =>
        new PutCommand({ TableName, Item, ...conditionOf(given) }),
  ),
  fc.tuple(key, when, scalar).map(
    ([Key, given, next]) =>
      (TableName: string) =>
        new UpdateCommand({
          TableName,
          Key,
          UpdateExpression: 'SET #set = :next, extra = :next REMOVE #state',
          ReturnValues: 'ALL_NEW',
          ...conditionOf(given, '#set #state :next', { ':next': next }),
        }),
  ),
  key.map(
    (Key) => (TableName: string) =>
      new UpdateCommand({
        TableName,
        Key,
        UpdateExpression: 'SET seen = :one ADD soFar :one',
        ExpressionAttributeValues: { ':one': 1 },
        ReturnValues: 'ALL_NEW',
      }),
  ),
  fc.tuple(key, when).map(
    ([Key, given]) =>
      (TableName: string) =>
        new UpdateCommand({
          TableName,
          Key,
          UpdateExpression: 'SET #set = :next ADD members :texts',
          ReturnValues: 'ALL_NEW',
          ...conditionOf(given, '#set :next :texts', { ':next': 'n', ':texts': new Set([Key.s, 'x']) }),
        }),
  ),
  fc.tuple(key, when).map(
    ([Key, given]) =>
      (TableName: string) =>
        new DeleteCommand({ TableName, Key, ...conditionOf(given) }),
  ),
  key.map((Key) => (TableName: string) => new GetCommand({ TableName, Key, ConsistentRead: true })),
  fc.uniqueArray(item, { maxLength: 4, selector: ({ p, s }) => `${p} ${s}` }).map(
    (items) => (TableName: string) =>
      new BatchWriteCommand({
        RequestItems: {
          [TableName]: items.map((Item, n) =>
            n === 3 ? { DeleteRequest: { Key: { p: Item.p, s: Item.s } } } : { PutRequest: { Item } },
          ),
        },
      }),
  ),
  fc
    .uniqueArray(key, { maxLength: 4, selector: ({ p, s }) => `${p} ${s}` })
    .map(
      (Keys) => (TableName: string) =>
        new BatchGetCommand({ RequestItems: { [TableName]: { Keys, ConsistentRead: true } } }),
    ),
  fc
    .tuple(
      partition,
      fc.record({ s: sort, t: sort, from: fc.option(key, { nil: undefined }) }),
      fc.constantFrom(...KEYS),
      page,
      fc.constantFrom(...FILTERS),
    )
    .map(
      ([p, { s, t, from }, KeyConditionExpression, paging, filter]) =>
        (TableName: string) =>
          new QueryCommand({
            TableName,
            KeyConditionExpression,
            ...(filter !== '' && { FilterExpression: filter }),
            ExpressionAttributeNames: spoken(names, filter),
            ExpressionAttributeValues: spoken({ ':p': p, ...between(s, t) }, KeyConditionExpression),
            // A later page begins after an item of the same partition that may be gone
            ...(KeyConditionExpression === 'p = :p' && from && { ExclusiveStartKey: { ...from, p } }),
            ...paging,
            ConsistentRead: true,
          }),
    ),
  fc
    .tuple(
      fc.record({ s: sort, t: sort, from: fc.option(key, { nil: undefined }) }),
      fc.constantFrom(...INDEX_KEYS),
      page,
    )
    .map(
      ([{ s, t, from }, KeyConditionExpression, paging]) =>
        (TableName: string) =>
          new QueryCommand({
            TableName,
            IndexName: 'byGroup',
            KeyConditionExpression,
            ExpressionAttributeNames: { '#group': 'group' },
            ExpressionAttributeValues: spoken({ ':g': 'g', ...between(s, t) }, KeyConditionExpression),
            ...(KeyConditionExpression === '#group = :g' &&
              from && { ExclusiveStartKey: { ...from, group: 'g', place: placeOf(from) } }),
            ...paging,
          }),
    ),
);

/** An expression without the names of its attributes and values. */
export function expressionForm(expression: string): string {
  const words = new Set([
    'AND',
    'OR',
    'NOT',
    'IN',
    'BETWEEN',
    'attribute_exists',
    'attribute_not_exists',
    'begins_with',
  ]);
  return expression
    .replaceAll(/:\w+/gu, ':')
    .replaceAll(/[#\w]+/gu, (word) => (words.has(word) ? word : 'a'))
    .replaceAll(/\(: *(?:, *:)*\)/gu, '(:)');
}
