import { beforeAll, describe, expect, it } from 'vitest';
import { finalState, province } from '#test/support/province-end.ts';
import { codes, RIGHT, STRAY, strangers } from '#test/support/wrong-files.ts';

const stateOf = (run: Awaited<ReturnType<typeof province>>) => finalState(run, [...codes, ...strangers]);
/** For each right file all forms of it that are about other periods, companies, accounts or people. */
const strayFiles = Object.entries(RIGHT).flatMap(([key, right]) =>
  Object.values(STRAY).flatMap((change) => {
    const text = change(right);
    return text === right ? [] : [{ key, text }];
  }),
);
/** Drops each of the files under its key, which is read before the next one of the same name. */
async function dropInTurn(run: Awaited<ReturnType<typeof province>>, files: readonly { key: string; text: string }[]) {
  for (const { key, text } of files) {
    await run.drop(key, text);
    await run.work('files');
    expect(run.receipt(key)).toMatchObject({ rejected: 0 });
  }
  await run.settle();
}

describe('files that were read and are left out', () => {
  let calm: Awaited<ReturnType<typeof stateOf>>;
  beforeAll(async () => {
    calm = await stateOf(await province(RIGHT));
  });

  it('the province ends as without wrong files beside the right ones', async () => {
    const run = await province(RIGHT);
    const beside = strayFiles.map(({ key, text }, n) => ({ key: key.replace('.csv', ` (${n}).csv`), text }));
    await dropInTurn(run, beside);
    expect(await stateOf(run)).not.toEqual(calm);
    for (const { key } of beside) await run.release(key, 'none');
    await run.settle();
    expect(await stateOf(run)).toEqual(calm);
    for (const { key } of beside)
      expect(run.receipt(key)).toMatchObject({
        accepted: 0,
        error: { code: 'left_out' },
        leftOut: { by: 'tổ trực', why: 'đã đối chiếu' },
      });
  });

  it('the province ends as without wrong files under the same names where only the last ones count', async () => {
    const headings = Object.entries(RIGHT).map(([key, right]) => [key, right.split('\n')[0] ?? ''] as const);
    const run = await province(Object.fromEntries(headings));
    await dropInTurn(run, strayFiles);
    await dropInTurn(
      run,
      Object.entries(RIGHT).map(([key, text]) => ({ key, text })),
    );
    expect(await stateOf(run)).not.toEqual(calm);
    for (const key of Object.keys(RIGHT)) await run.release(key, 'alone');
    await run.settle();
    expect(await stateOf(run)).toEqual(calm);
    for (const key of Object.keys(RIGHT))
      expect(run.receipt(key)).toMatchObject({ rejected: 0, replacesEarlier: { by: 'tổ trực' } });
  });
});
