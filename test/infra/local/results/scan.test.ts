import { expect, it } from 'vitest';
import { itemsInProcess } from '#infra/local/results/scan.ts';

/** A table of two pages, which writes down what it is asked. */
function twoPages(events: string[], second: () => object) {
  return async (_operation: string, input: object) => {
    const from: unknown = Reflect.get(input, 'ExclusiveStartKey');
    events.push(from === undefined ? 'first page asked' : 'second page asked');
    return from === undefined ? { Items: [{ n: 1 }, { n: 2 }], LastEvaluatedKey: { n: 2 } } : second();
  };
}

it('the next page of a table is asked for before the items of this one are worked on', async () => {
  const events: string[] = [];
  const tables = twoPages(events, () => ({ Items: [{ n: 3 }] }));
  for await (const { n } of itemsInProcess(tables, 'companies')) events.push(`item ${String(n)}`);
  expect(events).toEqual(['first page asked', 'second page asked', 'item 1', 'item 2', 'item 3']);
});

it('a page that cannot be read fails only once the items before it were given', async () => {
  const given: unknown[] = [];
  const tables = twoPages([], () => {
    throw new Error('broken');
  });
  const read = async () => {
    for await (const { n } of itemsInProcess(tables, 'companies')) given.push(n);
  };
  await expect(read()).rejects.toThrow('broken');
  expect(given).toEqual([1, 2]);
});
