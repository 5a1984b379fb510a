import { beforeAll, describe, expect, it } from 'vitest';
import { dropAlone, factsIn, finalState as stateOf, province } from '#test/support/province-end.ts';
import { codes, RIGHT, shuffled, WRONG } from '#test/support/wrong-files.ts';

const finalState = async (run: Awaited<ReturnType<typeof province>>) => ({
  ...(await stateOf(run, codes)),
  facts: await factsIn(run),
});

/** A visit of the same company on another day may be another visit. */
const LEFT_TO_A_PERSON = new Set(['activities/inspections.csv, the third column one row down']);

describe('the right file sent again', () => {
  let calm: Awaited<ReturnType<typeof finalState>>;
  beforeAll(async () => {
    calm = await finalState(await province(RIGHT));
  });

  it.each(Object.keys(RIGHT))('the province ends as without each wrong form of %s', async (key) => {
    const right = RIGHT[key] ?? '';
    const run = await province({ ...RIGHT, [key]: right.split('\n')[0] ?? '' });
    for (const [what, change] of Object.entries(WRONG)) {
      const wrong = change(right);
      if (wrong === right || LEFT_TO_A_PERSON.has(`${key}, ${what}`)) continue;
      await dropAlone(run, key, wrong);
      await dropAlone(run, key, right);
      expect([what, await finalState(run)]).toEqual([what, calm]);
    }
  });

  it('the order of rows and columns of all files changes nothing', async () => {
    const turned = Object.entries(RIGHT).map(([key, content]) => [key, shuffled(content)] as const);
    const { facts: _withRows, ...shown } = calm;
    expect(await stateOf(await province(Object.fromEntries(turned)), codes)).toEqual(shown);
  });

  it('the wrong forms change what the province shows, and every feed has wrong forms', async () => {
    for (const [key, right] of Object.entries(RIGHT)) {
      const forms = Object.values(WRONG).filter((change) => change(right) !== right);
      expect([key, forms.length]).toEqual([key, expect.toSatisfy((count: number) => count >= 2)]);
    }
    const halves = Object.entries(RIGHT).map(
      ([key, content]) => [key, WRONG['the first half']?.(content) ?? ''] as const,
    );
    expect(await finalState(await province(Object.fromEntries(halves)))).not.toEqual(calm);
  });
});
