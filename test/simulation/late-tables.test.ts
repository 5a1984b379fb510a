import { expect, it } from 'vitest';
import { LateTables } from './late-tables.ts';

const DESIGN = { partition: 'p', sort: 's', indexes: { byGroup: { partition: 'group', sort: 's' } } };

it('a late reading of the tables lacks the latest writes, deletions and changes alone, and changes nothing', () => {
  let now = 0;
  const tables = new LateTables({ t: DESIGN }, () => now);
  const put = (s: string, n: number) =>
    tables.send({ name: 'PutCommand', input: { TableName: 't', Item: { p: 'a', s, group: 'g', n } } });
  put('changed', 1);
  put('deleted', 1);
  now += 1500;
  put('changed', 2);
  put('new', 1);
  tables.send({ name: 'DeleteCommand', input: { TableName: 't', Key: { p: 'a', s: 'deleted' } } });
  now += 1000;

  const key = { KeyConditionExpression: '#k = :k', ExpressionAttributeNames: { '#k': 'group' } };
  const input = { TableName: 't', IndexName: 'byGroup', ...key, ExpressionAttributeValues: { ':k': 'g' } };
  const seen = (lagMs: number) =>
    (tables.send({ name: 'QueryCommand', input }, lagMs)['Items'] as { s: string; n: number }[]).map(
      ({ s, n }) => `${s} ${n}`,
    );
  expect(seen(2000)).toEqual(['changed 1', 'deleted 1']);
  expect(seen(500)).toEqual(['changed 2', 'new 1']);
  expect(seen(0)).toEqual(['changed 2', 'new 1']);
  expect(tables.items('t')).toHaveLength(2);
});
