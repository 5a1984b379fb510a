import { describe, expect, it } from 'vitest';
import { finalState, province } from '#test/support/province-end.ts';
import { codes, RIGHT } from '#test/support/wrong-files.ts';

const KEY = 'activities/insurance.csv';
const MINUTES_TEN = 600_000;

/** A file that is decided about while a reader of its drop is between its rows and its end. */
async function decidedWhileRead(use: 'none' | 'alone', text: string, point = 'before companies are sent') {
  const run = await province(RIGHT);
  await run.drop(KEY, text);
  const decide = async () => {
    expect(await run.files.progress('activities', 'insurance.csv')).toMatchObject({ state: 'reading' });
    await run.release(KEY, use);
    await run.work('files');
  };
  run.at('before companies are sent', () =>
    point === 'before companies are sent' ? decide() : void run.at(point, decide),
  );
  await run.settle();
  run.clock.now = new Date(run.clock.now.getTime() + MINUTES_TEN);
  await run.settle();
  expect(run.notPassed()).toEqual([]);
  return run;
}

describe('a decision about a file that is being read', () => {
  const right = RIGHT[KEY] ?? '';
  const ofMay = right.replaceAll('05/06/2025', '05/05/2025');

  it('is taken: nothing of a file that is left out counts, also not what its reader writes afterwards', async () => {
    const run = await decidedWhileRead('none', ofMay);
    expect(run.receipt(KEY)).toMatchObject({ accepted: 0, leftOut: { by: 'tổ trực' } });
    const calm = await province({ ...RIGHT, [KEY]: right.split('\n')[0] ?? '' });
    expect(await finalState(run, codes)).toEqual(await finalState(calm, codes));
    const { signals } = await run.companies.recorded(codes[0] ?? '');
    expect(signals.filter(({ kind }) => kind === 'BHXH')).toEqual([]);
  });

  it('is taken: only the last drop of its name counts', async () => {
    const run = await decidedWhileRead('alone', ofMay);
    expect(run.receipt(KEY)).toMatchObject({ rejected: 0, replacesEarlier: { by: 'tổ trực' } });
    const { signals } = await run.companies.recorded(codes[0] ?? '');
    expect(signals.filter(({ kind }) => kind === 'BHXH').map(({ on }) => on)).toEqual(['2025-05-05']);
  });

  it('is taken once: a second copy of the message does not read the file again', async () => {
    const run = await decidedWhileRead('alone', ofMay);
    const read = await run.files.progress('activities', 'insurance.csv');
    expect(read).toMatchObject({ state: 'read', replacesEarlier: { by: 'tổ trực' } });
    await run.release(KEY, 'alone');
    await run.settle();
    expect(await run.files.progress('activities', 'insurance.csv')).toEqual(read);
  });

  it.each(['none', 'alone'] as const)('has the last word in the receipt (%s)', async (use) => {
    const run = await decidedWhileRead(use, ofMay, 'after a file is opened');
    const key = use === 'none' ? 'leftOut' : 'replacesEarlier';
    expect(run.receipt(KEY)).toMatchObject({ [key]: { by: 'tổ trực' } });
    expect(await run.files.progress('activities', 'insurance.csv')).toMatchObject({ [key]: { by: 'tổ trực' } });
  });

  it('is taken: a repair goes that its reader writes after the facts were deleted', async () => {
    const run = await province(RIGHT);
    await run.drop(KEY, ofMay.replaceAll(/^0(?=\d{9},)/gmu, ''));
    const decide = async () => {
      await run.release(KEY, 'none');
      await run.work('files');
    };
    // The facts are recorded first, and then the repairs
    run.at('before companies are recorded', () => void run.at('before companies are recorded', decide));
    await run.settle();
    const { repairs } = await run.companies.recorded(codes[0] ?? '');
    expect(repairs).toMatchObject([{ file: KEY }]);
    run.clock.now = new Date(run.clock.now.getTime() + MINUTES_TEN);
    await run.settle();
    for (const code of codes) expect((await run.companies.recorded(code)).repairs).toEqual([]);
  });

  it('is taken again once a slow reader of the drop has ended, whose drop another one had read to its end', async () => {
    const run = await province(RIGHT);
    run.clock.now = new Date(run.clock.now.getTime() + MINUTES_TEN);
    await run.drop(KEY, ofMay);
    const [copy] = run.waiting.get('files') ?? [];
    const found: unknown[] = [];
    const readByOther = async () => {
      if (copy) run.waiting.get('files')?.push(copy);
      await run.work('files');
      found.push((await run.files.progress('activities', 'insurance.csv'))?.state);
      await run.release(KEY, 'none');
      await run.work('files');
      found.push((await run.files.progress('activities', 'insurance.csv'))?.state);
    };
    run.at('before companies are recorded', readByOther);
    await run.settle();
    expect(found).toEqual(['read', 'stopped']);
    run.clock.now = new Date(run.clock.now.getTime() + MINUTES_TEN);
    await run.settle();
    const { signals } = await run.companies.recorded(codes[0] ?? '');
    expect(signals.filter(({ kind }) => kind === 'BHXH')).toEqual([]);
  });
});
