import { beforeAll, describe, expect, it } from 'vitest';
import { type Files, filesTable } from '#shared/tables/files.ts';
import type { FileReadProgress } from '#shared/tables/file-read-progress.ts';
import { dynalite } from '#test/support/dynalite.ts';

let files: Files;
beforeAll(async () => {
  const { db, createTable } = await dynalite();
  files = filesTable(db, await createTable('files'));
});
const now = new Date('2025-12-31T00:00:00Z');

const on = (day: string) => ({ from: day, to: day });

const progress = (read: number, version = 'v1'): FileReadProgress => ({
  feed: 'activities',
  file: 'a.csv',
  version,
  state: 'reading',
  counts: { read, accepted: read, rejected: 0, repaired: 0, companies: 0 },
  covered: {},
  startedAt: now.toISOString(),
});

describe('the reading position of a file', () => {
  it('the position of a reader moves forward, and not behind another reader', async () => {
    expect(await files.progress('activities', 'a.csv')).toBeUndefined();
    expect(await files.advance(progress(0), undefined)).toBe(true);
    expect(await files.advance(progress(0), undefined)).toBe(false);
    expect(await files.advance(progress(500), progress(0))).toBe(true);
    expect(await files.advance(progress(400), progress(0))).toBe(false);
    expect(await files.advance(progress(0, 'v2'), progress(500))).toBe(true);
    expect(await files.advance(progress(900), progress(500))).toBe(false);
    expect((await files.progress('activities', 'a.csv'))?.version).toBe('v2');
  });
});

describe('the coverage of a feed', () => {
  const coverage = async (feed: string, at = now) => (await files.coverage([feed], at))[feed];

  it('the coverage of a feed is the first and last day of each kind, and none while a file is being read', async () => {
    await files.began('activities', 'a', now);
    await files.began('activities', 'b', now);
    expect(
      await files.ended(
        'activities',
        'a',
        { BHXH: { from: '2025-04-02', to: '2025-06-30' }, HOA_DON: on('2025-05-01') },
        now,
      ),
    ).toBe(false);
    expect(await coverage('activities')).toEqual({
      spans: { BHXH: { from: '2025-04-02', to: '2025-06-30' }, HOA_DON: on('2025-05-01') },
      statements: [],
      beingRead: true,
    });
    expect(await files.ended('activities', 'b', { BHXH: on('2025-03-31') }, now)).toBe(true);
    expect(await coverage('activities')).toEqual({
      spans: { BHXH: { from: '2025-03-31', to: '2025-06-30' }, HOA_DON: on('2025-05-01') },
      statements: [],
      beingRead: false,
    });
  });

  it('a crashed reader does not keep its feed uncovered for ever', async () => {
    await files.began('identities', 'dead', now);
    expect((await coverage('identities'))?.beingRead).toBe(true);
    expect((await coverage('identities', new Date(now.getTime() + 3 * 3_600_000)))?.beingRead).toBe(false);
  });

  it('the coverage of a feed loses no end when many files end at once', async () => {
    const names = Array.from({ length: 12 }, (_, n) => `file-${n}`);
    await Promise.all(names.map((name) => files.began('accounts', name, now)));
    const completed = await Promise.all(
      names.map((name, n) => files.ended('accounts', name, { [`flows#${n}`]: on('2025-12-31') }, now)),
    );
    expect(completed.filter(Boolean)).toHaveLength(1);
    expect(Object.keys((await coverage('accounts'))?.spans ?? {})).toHaveLength(12);
  });
});
