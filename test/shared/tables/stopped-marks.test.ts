import { GetCommand } from '@aws-sdk/lib-dynamodb';
import { describe, expect, it } from 'vitest';
import { filesTable } from '#shared/tables/files.ts';
import { MOST_MARKS } from '#shared/tables/stopped-marks.ts';
import { memoryDatabase } from '#test/support/memory-database.ts';

const NOW = new Date('2025-12-31T00:00:00Z');
const NAMES = Array.from({ length: MOST_MARKS + 20 }, (_, n) => `970436/tháng-${n + 1000}x.csv`);

describe('a sender of whom very many files are stopped', () => {
  it('the item of the feed keeps a bounded number of names, and the feed waits until a file of each name was read', async () => {
    const { db, createTable } = memoryDatabase();
    const table = await createTable('files');
    const files = filesTable(db, table);
    const waits = async () => (await files.coverage(['accounts'], NOW))['accounts']?.beingRead;
    for (const name of NAMES) await files.stopped('accounts', name, NOW);
    const { Item } = await db.send(new GetCommand({ TableName: table, Key: { feed: 'coverage', file: 'accounts' } }));
    expect(Object.keys(Item?.['reading'] ?? {})).toHaveLength(MOST_MARKS + 1);

    for (const name of NAMES.slice(0, -1)) {
      await files.ended('accounts', name, {}, NOW);
      expect(await waits()).toBe(true);
    }
    expect(await files.ended('accounts', NAMES.at(-1)!, {}, NOW)).toBe(true);
    expect(await waits()).toBe(false);
  });

  it('a name that has an item of its own and is stopped again waits once', async () => {
    const { db, createTable } = memoryDatabase();
    const files = filesTable(db, await createTable('files'));
    for (const name of NAMES) await files.stopped('accounts', name, NOW);
    const last = NAMES.at(-1)!;
    for (const name of NAMES.slice(0, -1)) await files.ended('accounts', name, {}, NOW);
    await files.stopped('accounts', last, NOW);
    expect(await files.ended('accounts', last, {}, NOW)).toBe(true);
  });
});
