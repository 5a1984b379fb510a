import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Files, filesTable } from '#shared/tables/files.ts';
import type { Drop } from '#shared/tables/drop-item.ts';
import { policeCoverageIn } from '#shared/tables/read-coverage.ts';
import { aDrop, storeDrop } from '#test/support/a-drop.ts';
import { coverageOf } from '#test/support/coverage-of.ts';
import { dynalite } from '#test/support/dynalite.ts';
import { memoryDatabase } from '#test/support/memory-database.ts';

const now = new Date('2025-12-31T00:00:00Z');
const on = (day: string) => ({ from: day, to: day });
const at = { movedAt: now.toISOString() };

let files: Files;

describe('the drops of a file', () => {
  beforeAll(async () => {
    const { db, createTable } = await dynalite();
    files = filesTable(db, await createTable('files'));
  });

  it('are changed as they now stand, by as many functions as want to', async () => {
    const key = await storeDrop(files, { version: '1#a', state: 'reading' });
    const count = (drop: Drop | undefined) =>
      drop && { ...drop, counts: { ...drop.counts, read: drop.counts.read + 1 } };
    await Promise.all(Array.from({ length: 8 }, () => files.change(key, count)));
    expect((await files.drop(key))?.counts.read).toBe(20);
  });

  it('go only from a state to one that may follow it', async () => {
    const key = await storeDrop(files, { version: '2#b', state: 'replaced' });
    expect(await files.change(key, (drop) => drop && { ...drop, state: 'read' })).toMatchObject({ isChanged: false });
    expect((await files.drop(key))?.state).toBe('replaced');
  });

  it('come the newest first, without those of a file with a longer name', async () => {
    await storeDrop(files, { version: '10#c' });
    await storeDrop(files, { file: 'a.csv#3', version: '3#d' });
    expect((await files.ofName('registrations', 'a.csv')).map(({ version }) => version)).toEqual([
      '2#b',
      '10#c',
      '1#a',
    ]);
    expect((await files.newest('registrations', 'a.csv'))?.version).toBe('2#b');
    expect((await files.ofFeed('registrations')).map(({ file }) => file).toSorted()).toEqual(['a.csv', 'a.csv#3']);
  });
});

describe('the coverage of a sender', () => {
  beforeEach(async () => {
    const { db, createTable } = memoryDatabase();
    files = filesTable(db, await createTable('files'));
  });
  const of = (sender: string, instant = now) => coverageOf({ files, clock: { now: instant } }, sender);

  it('is the first and last day of each kind, and none while a file of it is being read', async () => {
    const covered = { BHXH: { from: '2025-04-02', to: '2025-06-30' }, HOA_DON: on('2025-05-01') };
    await storeDrop(files, { feed: 'activities', file: 'a', covered });
    const key = await storeDrop(files, { feed: 'activities', file: 'b', state: 'reading', ...at });
    expect(await of('activities')).toMatchObject({ spans: covered, beingRead: true });
    await files.change(key, () => aDrop({ ...key, state: 'read', covered: { BHXH: on('2025-03-31') } }));
    expect(await files.settle('activities', 'b', now)).toEqual({ isComplete: true, vanished: 0 });
    expect(await of('activities')).toEqual({
      sender: 'activities',
      spans: { BHXH: { from: '2025-03-31', to: '2025-06-30' }, HOA_DON: on('2025-05-01') },
      subjects: {},
      statements: [],
      beingRead: false,
    });
  });

  it('says nothing about another sender, and a bank has one however its folder is written', async () => {
    const covered = { 'flows#970436': on('2025-10-31') };
    await storeDrop(files, { feed: 'accounts', file: '970436/a.csv', covered });
    await storeDrop(files, { feed: 'accounts', file: 'Vietcombank/b.csv', version: '2#b', covered: {} });
    await storeDrop(files, { feed: 'accounts', file: '970418/c.csv', state: 'reading', ...at });
    expect(await of('accounts/970436')).toMatchObject({ spans: covered, beingRead: false });
    expect(await of('accounts/970418')).toMatchObject({ beingRead: true });
    expect(await files.coverage(['accounts'], now)).toHaveLength(2);
  });

  it('does not stay away because of a reader that crashed', async () => {
    await storeDrop(files, { feed: 'identities', file: 'dead', state: 'reading', ...at });
    expect((await of('identities'))?.beingRead).toBe(true);
    expect((await of('identities', new Date(now.getTime() + 3 * 3_600_000)))?.beingRead).toBe(false);
  });

  it.each([
    ['2025-10 (1).xlsx', 'read', '2025-01-31'],
    ['2025-10 (1).xlsx', 'stopped', '2025-10-31'],
    ['2025-11.csv', 'read', '2025-10-31'],
  ] as const)('begins after a stopped file where %s is %s', async (file, state, from) => {
    const covered = (day: string) => ({ feed: 'activities', covered: { BHXH: on(day) } });
    for (const [name, day] of [
      ['2025-01.csv', '2025-01-31'],
      ['2025-12.csv', '2025-12-31'],
    ] as const)
      await storeDrop(files, { ...covered(day), file: name });
    await storeDrop(files, { ...covered('2025-10-30'), file: '2025-10.csv', state: 'stopped' });
    await storeDrop(files, { ...covered(`${file.slice(0, 7)}-30`), file, state });
    expect((await of('activities'))?.spans).toEqual({ BHXH: { from, to: '2025-12-31' } });
  });

  it('is not as a statement says of which a file was stopped', async () => {
    const covered = { identities: { from: 'read', to: 'read' } };
    const manifest = { feed: 'identities', file: 'manifest.json', version: '9#m' };
    await files.state(manifest, [{ file: '2025-*.csv', population: 'all' }], now);
    await storeDrop(files, { feed: 'identities', file: '2025-1.csv', covered, subjects: { identities: 60 } });
    const police = async () => policeCoverageIn(await files.coverage(['identities'], now));
    expect(await police()).toBe('whole');
    await storeDrop(files, { feed: 'identities', file: '2025-2.csv', state: 'stopped' });
    expect(await police()).toBe('listed');
  });

  it('is that of the newest drop of each name that counts', async () => {
    const drop = { feed: 'activities', file: 'a.csv' };
    await storeDrop(files, { ...drop, version: '1#a', covered: { BHXH: on('2025-01-31') } });
    await storeDrop(files, { ...drop, version: '2#b', covered: { BHXH: on('2025-02-28') } });
    await storeDrop(files, { ...drop, version: '3#c', state: 'left_out', covered: { BHXH: on('2025-03-31') } });
    expect((await of('activities'))?.spans).toEqual({ BHXH: on('2025-02-28') });
  });

  it('loses no end when many files end at once', async () => {
    const names = Array.from({ length: 12 }, (_, n) => `970436/file-${n}`);
    await Promise.all(
      names.map((file, n) =>
        storeDrop(files, { feed: 'accounts', file, covered: { [`flows#${n}`]: on('2025-12-31') } }),
      ),
    );
    expect(Object.keys((await of('accounts/970436'))?.spans ?? {})).toHaveLength(12);
  });
});
