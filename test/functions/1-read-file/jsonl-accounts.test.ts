import { expect, it } from 'vitest';
import { readWhole } from './read-whole.ts';

it('the keys of a JSONL file distinguish accounts from flows', async () => {
  const account = { bank: '970436', accountNumber: '0366101025271', enterpriseCode: '0901790561', status: 1 };
  const flow = {
    bank: 'Vietcombank',
    accountNumber: '0366101025271',
    period: '2025-01',
    credit: 5,
    debit: '1.000',
    medianHoldMinutes: 2.5,
    foreignIpShare: 0.014,
  };
  expect((await readWhole(JSON.stringify(account), 'accounts', 'a.jsonl')).records).toMatchObject([
    { feed: 'accounts', account: { bank: '970436', status: '1' } },
  ]);
  expect((await readWhole(JSON.stringify(flow), 'accounts', 'a.jsonl')).records).toEqual([
    {
      feed: 'flows',
      bank: '970436',
      accountNumber: '0366101025271',
      flow: {
        period: '2025-01',
        credit: 5,
        debit: 1000,
        transactions: undefined,
        medianHoldMinutes: 2.5,
        foreignIpShare: 0.014,
      },
    },
  ]);
});
