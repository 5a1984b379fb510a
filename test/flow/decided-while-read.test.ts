import { describe, expect, it } from 'vitest';
import { finalState, province } from '#test/support/province-end.ts';
import { codes, RIGHT } from '#test/support/wrong-files.ts';

const KEY = 'activities/insurance.csv';

/** A file that is decided about while a reader of its drop is between its rows and its end. */
async function decidedWhileRead(use: 'none' | 'alone', text: string, point = 'before companies are recorded') {
  const run = await province(RIGHT);
  await run.drop(KEY, text);
  const decide = async () => {
    expect(await run.files.newest('activities', 'insurance.csv')).toMatchObject({ state: 'reading' });
    await run.release(KEY, use);
    await run.work('files');
  };
  run.at('before companies are recorded', () =>
    point === 'before companies are recorded' ? decide() : void run.at(point, decide),
  );
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

  it('is taken once: a second copy of the message changes nothing', async () => {
    const run = await decidedWhileRead('alone', ofMay);
    const read = await run.files.newest('activities', 'insurance.csv');
    expect(read).toMatchObject({ state: 'read', alone: { by: 'tổ trực' } });
    await run.release(KEY, 'alone');
    await run.settle();
    expect(await run.files.newest('activities', 'insurance.csv')).toEqual(read);
  });

  it.each(['none', 'alone'] as const)('has the last word in the receipt (%s)', async (use) => {
    const run = await decidedWhileRead(use, ofMay, 'after a file is opened');
    const [inReceipt, ofDrop] = use === 'none' ? ['leftOut', 'leftOut'] : ['replacesEarlier', 'alone'];
    expect(run.receipt(KEY)).toMatchObject({ [inReceipt]: { by: 'tổ trực' } });
    expect(await run.files.newest('activities', 'insurance.csv')).toMatchObject({ [ofDrop]: { by: 'tổ trực' } });
  });

  it('is taken: a repair that its reader writes afterwards does not count', async () => {
    const run = await province(RIGHT);
    await run.drop(KEY, ofMay.replaceAll(/^0(?=\d{9},)/gmu, ''));
    // The facts are recorded first, and then the repairs
    run.at(
      'before companies are recorded',
      () =>
        void run.at('before companies are recorded', async () => {
          await run.release(KEY, 'none');
          await run.work('files');
        }),
    );
    await run.settle();
    expect(run.notPassed()).toEqual([]);
    for (const code of codes) expect((await run.companies.recorded(code)).repairs).toEqual([]);
  });

  it('holds although a slow reader of the drop ends after it, whose drop another one had read to its end', async () => {
    const run = await province(RIGHT);
    await run.drop(KEY, ofMay);
    const [copy] = run.waiting.get('files') ?? [];
    const found: unknown[] = [];
    const readByOther = async () => {
      if (copy) run.waiting.get('files')?.push(copy);
      await run.work('files');
      found.push((await run.files.newest('activities', 'insurance.csv'))?.state);
      await run.release(KEY, 'none');
      await run.work('files');
      found.push((await run.files.newest('activities', 'insurance.csv'))?.state);
    };
    run.at('before companies are recorded', readByOther);
    await run.settle();
    expect(found).toEqual(['read', 'left_out']);
    const { signals } = await run.companies.recorded(codes[0] ?? '');
    expect(signals.filter(({ kind }) => kind === 'BHXH')).toEqual([]);
  });
});
