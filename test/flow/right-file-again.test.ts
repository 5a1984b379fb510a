import { beforeAll, describe, expect, it } from 'vitest';
import { flow } from '#test/support/flow.ts';
import { codes, RIGHT, shuffled, WRONG } from '#test/support/wrong-files.ts';

type Flow = Awaited<ReturnType<typeof flow>>;

async function province(files: Readonly<Record<string, string>>): Promise<Flow> {
  const run = await flow();
  for (const [key, content] of Object.entries(files)) await run.drop(key, content);
  await run.settle();
  return run;
}

async function dropAlone(run: Flow, key: string, content: string) {
  await run.drop(key, content);
  await run.settle();
}

/** What the desks show in the end, without the history of how it came about. */
async function finalState(run: Flow) {
  const assessed = await run.assessments.of(codes);
  const shown = codes.map((each) => {
    const { verdict, score, findings, people, worklist, activity, activityReasons } = {
      ...assessed.get(each),
    } as Record<string, unknown>;
    return { each, verdict, score, findings, people, worklist, activity, activityReasons };
  });
  const notices = await Promise.all(
    ['bank#970436', 'police'].map((receiver) => run.notices.changed(receiver, '', '9', 100)),
  );
  const inForce = notices.flat().filter(({ notice }) => notice.state === 'in_force');
  // A notice shows the ring of its day (0060)
  const contents = inForce.map(({ notice }) => JSON.stringify({ ...notice.content, network: undefined }));
  return { shown, notices: contents.toSorted() };
}

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
      if (wrong === right) continue;
      await dropAlone(run, key, wrong);
      await dropAlone(run, key, right);
      expect([what, await finalState(run)]).toEqual([what, calm]);
    }
  });

  it('the order of rows and columns of all files changes nothing', async () => {
    const turned = Object.entries(RIGHT).map(([key, content]) => [key, shuffled(content)] as const);
    expect(await finalState(await province(Object.fromEntries(turned)))).toEqual(calm);
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
