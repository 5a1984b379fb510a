import { describe, expect, it } from 'vitest';
import { account, companyFacts, flow } from '#test/support/company-facts.ts';
import type { WorldCompany } from '#test/support/world-facts/world-company.ts';
import { withDailyFlows } from './daily-flows.ts';

const opened = (openedOn: string): WorldCompany => ({
  facts: companyFacts({ accounts: [account({ openedOn, flows: [flow('2025-06'), flow('2025-07')] })] }),
  ...{ values: [], signals: [], headOfficeAddress: '', shell: true, kind: 'ring', why: '' },
});
const reportedDaily = (openedOn: string) => withDailyFlows(opened(openedOn), 1).facts.accounts[0];

describe('a bank that reports days', () => {
  it.each(['2025-01-10', '2025-06-20', '2025-06-30'])(
    'money of the first month moves on days on which the account was open: %s',
    (openedOn) => {
      const days = reportedDaily(openedOn)?.paces?.map(({ period }) => period) ?? [];
      expect(days.every((day) => day >= openedOn)).toBe(true);
      expect(days.some((day) => day.startsWith('2025-06'))).toBe(true);
    },
  );

  it('the totals of the days are those of the months', () => {
    expect(reportedDaily('2025-06-30')?.flows.map(({ credit, debit }) => [credit, debit])).toEqual([
      [1_000_000_000, 990_000_000],
      [1_000_000_000, 990_000_000],
    ]);
  });
});
