import { expect, it } from 'vitest';
import { province } from '#test/support/province-end.ts';
import { RIGHT } from '#test/support/wrong-files.ts';

const KEY = 'activities/insurance.csv';
const right = RIGHT[KEY] ?? '';
/** A file with a rejected row, which its sender gets back: the reader opens it once more for that. */
const withWrongRow = right.replace('05/06/2025', '31/02/2025');

/** Drops the file with a wrong row, and does something when its reader opens it for the n-th time. */
async function whenOpened(n: number, act: (run: Awaited<ReturnType<typeof province>>) => Promise<void>) {
  const run = await province({ ...RIGHT, [KEY]: '' });
  await run.drop(KEY, withWrongRow);
  let opened = 0;
  const watch = (): unknown =>
    run.at('after a file is opened', async () => {
      opened += 1;
      if (opened === n) await act(run);
      else watch();
    });
  watch();
  await run.settle();
  return { run, opened };
}

it('the receipt is that of the newest drop, although the reader of an earlier one writes last', async () => {
  const { opened: times } = await whenOpened(0, async () => {});
  const { run } = await whenOpened(times, async (meanwhile) => {
    await meanwhile.drop(KEY, right);
    await meanwhile.work('files');
  });
  expect(times).toBeGreaterThan(2);
  expect(run.receipt(KEY)).toMatchObject({ rejected: 0 });
});
