import { expect, it } from 'vitest';
import { flagged, POLICE, stolen, VCB } from '#test/support/flagged.ts';
import { accounts } from '#test/support/sample-feeds.ts';

const BIDV = 'receiver/bank.970418';

it('a bank that invents an account for a company, with its code alone, gets no notice that says the company is flagged', async () => {
  const run = await flagged();
  expect(await run.feed(POLICE)).toHaveLength(1);
  expect(await run.feed(VCB)).toHaveLength(1);
  await run.drop('accounts/970418/a.csv', accounts(`970418,999000111,${stolen.code},,,,,,`));
  await run.settle();
  expect(await run.feed(BIDV)).toEqual([]);
  // The company's own account there
  await run.drop(
    'accounts/970418/b.csv',
    accounts(
      `970418,999000222,${stolen.code},CÔNG TY TNHH MẪU,${stolen.person},${stolen.document},0912345678,20/01/2025,1`,
    ),
  );
  await run.settle();
  expect(await run.feed(BIDV)).toHaveLength(1);
});
