import { expect, it } from 'vitest';
import { flow } from '#test/support/flow.ts';
import { activities, code, registrations } from '#test/support/sample-feeds.ts';

const FILE = 'activities/a.csv';

it('a file is left out where two functions handle the decision, and the one that stored it ends before it is done', async () => {
  const run = await flow();
  await run.drop('registrations/a.csv', registrations({ code: code(1) }));
  await run.drop(FILE, activities(`${code(1)},BHXH,30/06/2025,3,`));
  await run.settle();
  await run.release(FILE, 'none');
  run.at('before a drop changes', async () => {
    await run.release(FILE, 'none');
    run.at('after a drop changes', () => {
      throw new Error('ended');
    });
    await run.work('files');
    // SQS deletes the message once the other function is done with it
    run.waiting.set('files', []);
  });
  await run.settle();
  expect(run.notPassed()).toEqual([]);
  expect(run.receipt(FILE)).toMatchObject({ leftOut: { by: 'tổ trực' } });
});
