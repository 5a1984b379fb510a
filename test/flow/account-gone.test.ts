import { expect, it } from 'vitest';
import { flagged } from '#test/support/flagged.ts';

it('the notice of an account that a company lost is withdrawn, though the function ended before it had told the bank', async () => {
  const run = await flagged();
  const states = async () => (await run.notices.changed('bank#970436', '', '9', 100)).map(({ notice }) => notice.state);
  expect(await states()).toEqual(['in_force']);
  await run.release('accounts/a.csv', 'none');
  await run.work('files');
  run.at('after an assessment is recorded', () => {
    throw new Error('ended');
  });
  await run.settle();
  expect(run.notPassed()).toEqual([]);
  expect(await states()).toEqual(['withdrawn']);
});
