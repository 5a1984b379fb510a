import { expect, it } from 'vitest';
import { flagged, stolen, STOLEN_ACCOUNT } from '#test/support/flagged.ts';
import { accounts, flows } from '#test/support/sample-feeds.ts';

it('the ledger has the money of a flagged company, though a function ended that had found other money', async () => {
  const run = await flagged();
  await run.drop('accounts/flows.csv', flows('970436,0001112223,2025-05,90000000000,90000000000,10,5'));
  await run.settle();
  const money = async () =>
    (await run.outcomes.ofCase(stolen.code)).flatMap((fact) => ('months' in fact ? fact.months : []));
  expect(await money()).toEqual([{ period: '2025-05', credit: 90_000_000_000 }]);

  await run.release('accounts/a.csv', 'none');
  await run.work('files');
  // Ended after it has stored the assessment and its money
  run.at('before police-notices are sent', () => {
    throw new Error('ended');
  });
  await run.work('companies');
  expect(await money()).toEqual([]);
  await run.drop('accounts/again.csv', accounts(STOLEN_ACCOUNT));
  await run.settle();
  expect(run.notPassed()).toEqual([]);
  expect(await money()).toEqual([{ period: '2025-05', credit: 90_000_000_000 }]);
});
