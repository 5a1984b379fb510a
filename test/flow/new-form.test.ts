import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { AFTER, BEFORE, dropBetween, MEANWHILE, seen } from '#test/support/changing-releases.ts';
import { flow, type FlowRun } from '#test/support/flow.ts';
import { seeded } from '#test/support/seeded.ts';

/** An earlier release had other names of parts, and another dictionary. The real forms follow its own. */
const stage = vi.hoisted(() => {
  // Another file of this worker may have loaded the real ones, and the next one needs them
  vi.resetModules();
  return { written: 1 };
});
afterAll(() => vi.resetModules());
vi.mock(import('#shared/tables/packing-forms.ts'), async (original) => {
  const { PACKING_FORMS } = await original();
  const NAMES = [
    ['people', 'persons'],
    ['findings', 'found'],
    ['rows', 'lines'],
  ] as const;
  const renamed = (parts: Record<string, unknown>, names: readonly (readonly [string, string])[]) =>
    Object.fromEntries(
      Object.entries(parts).map(([name, part]) => [names.find(([old]) => old === name)?.[1] ?? name, part]),
    );
  const [last, ...more] = PACKING_FORMS;
  if (!last || more.length > 0) throw new Error('the rehearsal knows one real form');
  const back = (parts: Record<string, unknown>) => renamed(parts, NAMES);
  const from = (before: Record<string, unknown>) =>
    renamed(
      before,
      NAMES.map(([now, then]) => [then, now]),
    );
  return {
    PACKING_FORMS: [{ dictionary: Buffer.from('"persons":[{"role":"') }, { ...last, from, back }],
    get WRITTEN_FORM() {
      return stage.written;
    },
  };
});

async function drop(run: FlowRun, files: readonly (readonly [string, string])[]): Promise<void> {
  for (const [name, content] of files) await run.drop(name, content);
  await run.settle();
}

/** How many packed attributes are stored in each form. */
async function formsOf(run: FlowRun): Promise<Record<number, number>> {
  const pages = await Promise.all(
    [...run.names.values()].map((TableName) => run.db.send(new ScanCommand({ TableName }))),
  );
  const bytes = pages
    .flatMap(({ Items = [] }) => Items.flatMap((item): unknown[] => Object.values(item)))
    .filter((value) => value instanceof Uint8Array);
  return Object.fromEntries([...Map.groupBy(bytes, ([form = 0]) => form)].map(([form, { length }]) => [form, length]));
}

describe('a release that stores items in another form', () => {
  let calm: Awaited<ReturnType<typeof seen>>;
  beforeEach(() => void (stage.written = 1));
  beforeAll(async () => {
    const run = await flow();
    for (const files of [BEFORE, MEANWHILE, AFTER]) await drop(run, files);
    calm = await seen(run);
  });

  it.each([1, 2])('changes no result, with functions of both releases side by side, seed %i', async (seed) => {
    const run = await flow();
    const random = seeded(seed);
    await drop(run, BEFORE);
    expect(Object.keys(await formsOf(run))).toEqual(['1']);
    await dropBetween(run, MEANWHILE, () => (stage.written = random() < 0.5 ? 1 : 2));
    expect(Object.keys(await formsOf(run))).toEqual(['1', '2']);

    stage.written = 2;
    await drop(run, AFTER);
    expect(await seen(run)).toEqual(calm);
  });

  it('is undone by the release before it, which reads what it has written', async () => {
    const run = await flow();
    stage.written = 2;
    await drop(run, BEFORE);
    stage.written = 1;
    await drop(run, MEANWHILE);
    await drop(run, AFTER);
    expect(await seen(run)).toEqual(calm);
  });
});
