import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AccountHolders, MOST_COMPANIES_OF_ACCOUNT } from '#shared/contracts/feeds/account-holders.ts';
import { code } from '#test/support/sample-feeds.ts';
import { readWhole, table } from './read-whole.ts';

const SHARED = '111000222333';
const companies = Array.from({ length: MOST_COMPANIES_OF_ACCOUNT + 2 }, (_, n) => code(n + 1));
const rows = [
  ...companies.map((company) => ['970423', SHARED, company]),
  ['970423', '111000222334', code(500)],
  ['970423', SHARED, code(1)],
  ['970436', SHARED, code(501)],
];

describe('the companies to which a file assigns one account', () => {
  it.each([
    ['a.csv', table([['Ngân hàng', 'Số tài khoản', 'Mã số doanh nghiệp'], ...rows]), 1],
    [
      'a.jsonl',
      rows
        .map(([bank, accountNumber, enterpriseCode]) => JSON.stringify({ bank, accountNumber, enterpriseCode }))
        .join('\n'),
      0,
    ],
  ])(
    '%s: companies beyond the most of one account are rejected with a reason, and no other row is',
    async (name, content, headings) => {
      const { accepted, rejected } = await readWhole(content, 'accounts', name);
      expect(accepted).toHaveLength(rows.length - 2);
      const first = headings + MOST_COMPANIES_OF_ACCOUNT + 1;
      expect(rejected.map(({ row, code: reason, value }) => [row, reason, value])).toEqual([
        [first, 'too_many_holders', '****2333'],
        [first + 1, 'too_many_holders', '****2333'],
      ]);
      expect(rejected[0]?.message).toContain('“Số tài khoản” được ghi cho quá 100 doanh nghiệp trong một tệp');
    },
  );

  it('an account keeps its first companies, whatever the order and the repetitions of the rows', () => {
    const row = fc.tuple(fc.integer({ min: 0, max: 2 }), fc.integer({ min: 0, max: 300 }));
    fc.assert(
      fc.property(fc.array(row, { maxLength: 1500, size: 'max' }), (named) => {
        const holders = new AccountHolders();
        const first = new Map<number, Set<number>>();
        for (const [account, company] of named) {
          const known = first.get(account) ?? new Set();
          first.set(account, known);
          if (known.size < MOST_COMPANIES_OF_ACCOUNT) known.add(company);
          const counts = holders.add({ bank: '970423', accountNumber: String(account) }, String(company));
          expect(counts).toBe(known.has(company));
        }
      }),
    );
  });

  it('a file with very many accounts has each of them accepted', () => {
    const holders = new AccountHolders();
    const named = Array.from({ length: 120_000 }, (_, n) => ({ bank: '970423', accountNumber: String(n) }));
    expect(named.filter((account) => !holders.add(account, 'one'))).toEqual([]);
  });
});
