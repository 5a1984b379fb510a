import { expect, it } from 'vitest';
import { flow } from '#test/support/flow.ts';
import { activities, code, registrations } from '#test/support/sample-feeds.ts';

const FILE = 'activities/a.csv';

it.each(['none', 'alone'] as const)(
  'a feed counts as being read while a file of it is taken back (%s), because its rows are missing meanwhile',
  async (use) => {
    const run = await flow();
    await run.drop('registrations/a.csv', registrations({ code: code(1) }));
    await run.drop(FILE, activities(`${code(1)},BHXH,30/06/2025,3,`));
    await run.settle();
    const isBeingRead = async () => (await run.files.coverage(['activities'], run.clock.now))['activities']?.beingRead;
    const meanwhile: unknown[] = [];
    run.at('before a feed ends', async () => void meanwhile.push(await isBeingRead()));
    await run.release(FILE, use);
    await run.settle();
    expect(meanwhile).toEqual([true]);
    expect(await isBeingRead()).toBe(false);
  },
);
