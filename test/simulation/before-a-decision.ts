import { code } from '#test/support/sample-feeds.ts';
import type { FileDecision } from './decided-files.ts';
import { tableNamed } from './end-state.ts';
import { READER } from './invocations.ts';
import type { World } from './world.ts';

const OTHERS_MS = 300_000;
const ENDED_MS = 60_000;

/**
 * Readers of an earlier drop of the file may still write when a person decides about it, or the file was read to its end
 * a moment ago, and a slow reader of it may still write. A function that already runs has
 * perhaps found the file without them, and only a new reading, which would have another instant, lets others write.
 */
export function letOthersWrite(world: World, { key }: FileDecision): void {
  const [feed = '', ...rest] = key.split('/');
  const TableName = tableNamed(world, 'Files');
  const Key = { feed, file: rest.join('/') };
  const { Item } = world.tables.send({ name: 'GetCommand', input: { TableName, Key } });
  if (Item === undefined || !world.chance.bySeed(0.5) || world.isRunning(READER)) return;
  const at = (milliseconds: number) => new Date(world.now() + milliseconds).toISOString();
  const found = world.chance.bySeed(0.5) ? { othersUntil: at(OTHERS_MS) } : { endedAt: at(-ENDED_MS) };
  world.tables.send({ name: 'PutCommand', input: { TableName, Item: { ...(Item as object), ...found } } });
}

/** A company of which no other file of the feed has a row. */
const ONLY_IN: Readonly<Record<string, string>> = {
  'registrations/1.csv': code(1),
  'registrations/2.csv': code(3),
  'activities/1.csv': code(1),
};

/**
 * A row of the file had been repaired before a person decides about the file. The repair goes with the facts of the file,
 * and stays where some of them stay.
 */
export function storeRepair(world: World, { key }: FileDecision): void {
  const enterpriseCode = ONLY_IN[key];
  if (enterpriseCode === undefined) return;
  const repair = { field: 'phone', current: '912345678', proposed: '0912345678', why: 'lost_zero', file: key, row: 2 };
  const Item = { enterpriseCode, fact: `repair#of ${key}`, repair, expiresAt: world.now() };
  world.tables.send({ name: 'PutCommand', input: { TableName: tableNamed(world, 'Companies'), Item } });
}
