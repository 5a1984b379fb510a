import { expect, it } from 'vitest';
import { letOthersWrite } from './before-a-decision.ts';
import type { World } from './world.ts';

/** Whether the file is found with readers of an earlier drop, where a reader runs at that moment or none does. */
function othersMayWrite(isRunning: boolean): boolean {
  let item: object = { feed: 'accounts', file: '1.csv', state: 'read' };
  const send = ({ name, input }: { name: string; input: { Item: object } }) => {
    if (name === 'PutCommand') item = input.Item;
    return { Item: item };
  };
  const world = {
    design: { tables: { TablesFilesTable: {} } },
    tables: { send },
    chance: { bySeed: () => true },
    isRunning: () => isRunning,
    now: () => Date.parse('2026-01-05T12:00:00Z'),
  } as unknown as World;
  letOthersWrite(world, { key: 'accounts/1.csv', use: 'none' });
  return 'othersUntil' in item;
}

it('others may write beside a decision, but not from one moment to the next while a reader runs', () => {
  expect(othersMayWrite(false)).toBe(true);
  expect(othersMayWrite(true)).toBe(false);
});
