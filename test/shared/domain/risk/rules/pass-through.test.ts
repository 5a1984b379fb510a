import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Flow } from '#shared/domain/risk/facts/company-facts.ts';
import { findingOfRule, codesFound } from '#test/support/asked.ts';
import { account, companyFacts, flow } from '#test/support/company-facts.ts';

const MONTHS = ['2025-02', '2025-03', '2025-04', '2025-05', '2025-06', '2025-07', '2025-08'] as const;
const of = (shares: readonly number[], over: Partial<Flow> = {}) =>
  shares.map((share, index) => {
    const credit = over.credit ?? 1_000_000_000;
    return flow(MONTHS[index] ?? '', { ...over, credit, debit: Math.round(credit * share) });
  });
const facts = (...accounts: (readonly Flow[])[]) =>
  companyFacts({ accounts: accounts.map((flows, n) => account({ accountRef: String(n), flows })) });
const found = (...accounts: (readonly Flow[])[]) =>
  codesFound(facts(...accounts)).filter((code) => code.startsWith('PASS_THROUGH'));

const even = [0.98, 0.985, 0.98, 0.975];

it('an average of minutes is called so, with the months that differ most from it', () => {
  const timed = of(even).map((one, n) => ({ ...one, medianHoldMinutes: [2, 119, 12, 20][n] }));
  const message = findingOfRule('PASS_THROUGH_EVEN_WITHIN_THE_HOUR', facts(timed))?.message;
  expect(message).toContain('tiền thường lưu lại 38 phút (bình quân; tháng ngắn nhất 2 phút, dài nhất 119 phút)');
  const alike = findingOfRule('PASS_THROUGH_EVEN_WITHIN_THE_HOUR', facts(of(even, { medianHoldMinutes: 50 })));
  expect(alike?.message).toContain('tiền thường lưu lại 50 phút, theo');
});

it('nearly all of the money is not called all of it', () => {
  const [nearly, all] = [0.99988, 1].map((share) => facts(of([share], { medianHoldMinutes: 8 })));
  expect(findingOfRule('PASS_THROUGH_AT_ONCE_BRIEFLY', nearly!)?.message).toContain('999.880.000 đồng (trên 99,9 %)');
  expect(findingOfRule('PASS_THROUGH_AT_ONCE_BRIEFLY', all!)?.message).toContain('1.000.000.000 đồng (100 %)');
});

describe('the table of pass-through', () => {
  it.each([
    ['PASS_THROUGH_AT_ONCE', even, { medianHoldMinutes: 10 }],
    ['PASS_THROUGH_AT_ONCE_BRIEFLY', even.slice(0, 2), { medianHoldMinutes: 10 }],
    ['PASS_THROUGH_AT_ONCE', [1, 1, 1, 0.999], { medianHoldMinutes: 10 }],
    ['PASS_THROUGH_EVEN_WITHIN_THE_HOUR', even, { medianHoldMinutes: 50 }],
    ['PASS_THROUGH_WITHIN_THE_HOUR_BRIEFLY', even.slice(0, 2), { medianHoldMinutes: 50 }],
    ['PASS_THROUGH_WITHIN_THE_HOUR', even.slice(0, 1), { medianHoldMinutes: 50 }],
    ['PASS_THROUGH_EVEN_WITHIN_HOURS', even, { medianHoldMinutes: 240 }],
    ['PASS_THROUGH_EVEN', even, { medianHoldMinutes: 5000 }],
    ['PASS_THROUGH_EVEN', even, { medianHoldMinutes: undefined }],
    ['PASS_THROUGH_WITH_MARGIN', even.map((share) => share - 0.05), { medianHoldMinutes: 40 }],
    ['PASS_THROUGH_BRIEFLY', even.slice(0, 3), { medianHoldMinutes: 240 }],
    ['PASS_THROUGH_BRIEFLY_UNTIMED', even.slice(0, 3), { medianHoldMinutes: undefined }],
    ['PASS_THROUGH_WITHIN_THE_HOUR', [0.98, 0.92, 0.999, 0.95], { medianHoldMinutes: 50 }],
  ] as const)('pass-through has a row for %s', (code, shares, over) => {
    expect(found(of(shares, over))).toEqual([code]);
  });

  it('how long money stays is said of the money of which a bank tells it, and empty totals are no zeros', () => {
    const asked = facts(
      of(even.slice(0, 2), { medianHoldMinutes: 50 }),
      of(even.slice(2), { medianHoldMinutes: undefined }),
    );
    expect(findingOfRule('PASS_THROUGH_WITHIN_THE_HOUR_BRIEFLY', asked)?.message).toContain(
      'tiền thường lưu lại 50 phút (tính trên 2.000.000.000 đồng tiền vào có báo thời gian), theo ngân hàng',
    );
    const [first, ...others] = of([0.98, 0.98, 0.98], { medianHoldMinutes: 50 });
    const untold = flow('2025-07', { credit: 50_000_000, debit: 0, untold: 'debit', medianHoldMinutes: 50 });
    const told = findingOfRule(
      'PASS_THROUGH_WITHIN_THE_HOUR_BRIEFLY',
      facts([...(first ? [first] : []), ...others, untold]),
    );
    expect(told?.message).toContain('(1 tổng mà ngân hàng để trống, tính là 0).');
    expect(told?.evidence).toMatchObject({ monthsCompared: 3, leastOutShare: 0.98, emptyTotals: 1 });
  });

  it.each([
    ['a trader, whose money rests and whose months differ', [0.98, 0.6, 1.3, 0.97], { medianHoldMinutes: 5000 }],
    ['a shop that pays within hours, its months differing', [0.99, 0.93, 1.02, 0.96], { medianHoldMinutes: 120 }],
    ['pooled cash, of which nothing stays', [1, 1, 1, 0.999], { medianHoldMinutes: 120 }],
    ['little money', even, { medianHoldMinutes: 10, credit: 20_000_000 }],
    ['a slow month or two', even.slice(0, 2), { medianHoldMinutes: 5000 }],
    ['what keeps a trade’s margin', even.map((share) => share - 0.2), { medianHoldMinutes: 10 }],
  ] as const)('pass-through has no row for %s', (_, shares, over) => {
    expect(found(of(shares, over))).toEqual([]);
  });

  it.each([
    ['PASS_THROUGH_AT_ONCE', even, 10],
    ['PASS_THROUGH_AT_ONCE_BRIEFLY', even.slice(0, 2), 10],
    ['PASS_THROUGH_EVEN_WITHIN_THE_HOUR', even, 50],
    ['PASS_THROUGH_WITHIN_THE_HOUR_BRIEFLY', even.slice(0, 2), 50],
  ] as const)(
    '%s asks for more money in a month than a household has that sweeps out its takings',
    (code, shares, hold) => {
      const monthly = (credit: number) => found(of(shares, { medianHoldMinutes: hold, credit }));
      expect(monthly(150_000_000)).toEqual([code]);
      expect(monthly(149_000_000)).toEqual(['PASS_THROUGH_WITHIN_THE_HOUR']);
    },
  );

  it('of seven months that leave within the hour one may differ, and of slower ones none', () => {
    const quick = (hold: number, shares: readonly number[]) => found(of(shares, { medianHoldMinutes: hold }));
    const sevenWith = (share: number) => [...even, 0.98, 0.98, share];
    expect(quick(50, sevenWith(0.95))).toEqual(['PASS_THROUGH_EVEN_WITHIN_THE_HOUR']);
    expect(quick(240, sevenWith(0.95))).toEqual([]);
    expect(quick(50, [...even, 0.95, 0.95, 0.98])).toEqual(['PASS_THROUGH_WITHIN_THE_HOUR']);
    expect(quick(50, [...even, 0.98, 0.95])).toEqual(['PASS_THROUGH_WITHIN_THE_HOUR']);
  });

  it('a household that keeps a share for itself, or declares the money, has up to 500 million in a month', () => {
    const monthly = (credit: number, shares: readonly number[], revenue = 0) =>
      codesFound(
        companyFacts({
          accounts: [account({ flows: of(shares, { medianHoldMinutes: 10, credit }) })],
          returns: [{ period: '2025-Q1', filedOn: '2025-04-20', revenue }],
        }),
      ).filter((code) => code.startsWith('PASS_THROUGH'));
    const keeps = even.map((share) => share - 0.02);
    expect(monthly(499_000_000, keeps)).toEqual(['PASS_THROUGH_WITHIN_THE_HOUR']);
    expect(monthly(500_000_000, keeps)).toEqual(['PASS_THROUGH_AT_ONCE']);
    expect(monthly(499_000_000, even, 1_300_000_000)).toEqual(['PASS_THROUGH_WITHIN_THE_HOUR']);
    expect(monthly(499_000_000, even, 130_000_000)).toEqual(['PASS_THROUGH_AT_ONCE']);
  });

  it('months that are all too small to be compared agree in nothing', () => {
    const small = Array.from({ length: 12 }, (_, n) =>
      flow(`2025-${String(n + 1).padStart(2, '0')}`, { credit: 19_000_000, debit: 18_600_000, medianHoldMinutes: 10 }),
    );
    expect(found(small)).toEqual(['PASS_THROUGH_WITHIN_THE_HOUR']);
  });

  it('an account that is swept into another of the company is not judged alone', () => {
    const swept = of(even, { medianHoldMinutes: 10 });
    const main = (credit: number) => of([0.5, 1.2, 0.7, 0.9], { medianHoldMinutes: 9000, credit });
    expect(found(swept, main(1_200_000_000))).toEqual([]);
    expect(found(swept, main(900_000_000))).toEqual(['PASS_THROUGH_AT_ONCE']);
  });

  it('pass-through is found in one account beside another with real trade, with the figures of each', () => {
    const trade = of([0.5, 1.2, 0.7], { medianHoldMinutes: 9000, credit: 3_000_000_000 });
    const both = facts(trade, of(even, { medianHoldMinutes: 10 }));
    expect(findingOfRule('PASS_THROUGH_AT_ONCE', both)).toMatchObject({
      evidence: { oneAccount: true, credit: 4_000_000_000 },
      message: expect.stringContaining('Riêng một tài khoản, trong 4 tháng có giao dịch (02/2025 đến 05/2025)'),
    });
  });

  it('pass-through since a change of representative is found, although money stayed before', () => {
    const before = of([0.5, 1.2], { medianHoldMinutes: 9000 });
    const since = of([0, 0, ...even], { medianHoldMinutes: 10 }).slice(2);
    const changed = {
      ...facts([...before, ...since]),
      changes: [{ kind: 'representative', on: '2025-04-03' }] as const,
    };
    expect(codesFound({ ...changed, asOf: '2025-12-31' })).toContain('PASS_THROUGH_AT_ONCE');
    expect(codesFound({ ...changed, changes: [] })).not.toContain('PASS_THROUGH_AT_ONCE');
  });

  it('pass-through is not found in a dependent unit, whose money is transferred to its parent', () => {
    const unit = { ...facts(of(even, { medianHoldMinutes: 10 })), enterpriseCode: '0900189284-001' };
    expect(codesFound(unit).filter((code) => code.startsWith('PASS_THROUGH'))).toEqual([]);
  });

  it('a finding of pass-through names the banks that report it', () => {
    expect(findingOfRule('PASS_THROUGH_AT_ONCE', facts(of(even, { medianHoldMinutes: 10 })))?.evidence).toMatchObject({
      banks: '970436',
    });
  });

  it('pass-through finds one row at most, whatever the flows and in any order of accounts', () => {
    const flows = fc
      .array(fc.record({ share: fc.constantFrom(0.5, 0.93, 0.97, 0.98, 1), hold: fc.constantFrom(10, 50, 200, 900) }), {
        maxLength: 6,
      })
      .map((rows) =>
        rows.flatMap(({ share, hold }, n) =>
          of([share], { medianHoldMinutes: hold }).map((one) => ({ ...one, period: MONTHS[n] ?? '' })),
        ),
      );
    fc.assert(
      fc.property(fc.array(flows, { minLength: 1, maxLength: 3 }), (accounts) => {
        const one = found(...accounts);
        expect(one.length).toBeLessThanOrEqual(1);
        expect(found(...accounts.toReversed())).toEqual(one);
      }),
    );
  });
});
