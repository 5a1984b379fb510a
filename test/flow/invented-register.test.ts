import { expect, it, vi } from 'vitest';
import { logger } from '#shared/runtime/log.ts';
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

it('a company that is flagged by the word of one office has a line of the log that names who could have written it', async () => {
  const lines = vi.spyOn(logger, 'info');
  const run = await flagged();
  const word = (await run.assessments.of([stolen.code])).get(stolen.code)?.onWhoseWord;
  expect(word).toContain('cơ quan đăng ký kinh doanh; hoặc của riêng cơ quan Công an');
  const named = lines.mock.calls.filter(([code]) => code === 'LEANS_ON_ONE_SENDER').map(([, ids]) => ids);
  expect(named.at(-1)).toMatchObject({ sender: 'registry police' });
});
