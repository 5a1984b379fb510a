import { describe, expect, it } from 'vitest';
import type { CompanyFacts, Flow } from '#shared/domain/risk/facts/company-facts.ts';
import { findingOfRule, codesFound } from '#test/support/asked.ts';
import { account, ALL_COVERED, companyFacts, flow, trading } from '#test/support/company-facts.ts';

const RULE = 'FIRST_MONEY_WITHIN_THE_HOUR';

/** A company without sales, registered in February 2025, through which money of sixty payments passes in May. */
const young = (over: Partial<Flow> = {}, more: Parameters<typeof companyFacts>[0] = {}, later: readonly Flow[] = []) =>
  companyFacts({
    coverage: ALL_COVERED,
    registeredOn: '2025-02-10',
    accounts: [
      account({
        flows: [flow('2025-05', { debit: 997_000_000, medianHoldMinutes: 45, transactions: 60, ...over }), ...later],
      }),
    ],
    ...more,
  });

/** The same company three years older, whose representative changed in April after three months of money. */
const sold = (
  over: Partial<Flow> = {},
  more: Partial<CompanyFacts> = {},
  later: readonly Flow[] = [],
  monthlyBefore = 30_000_000,
) =>
  young(over, { registeredOn: '2022-02-10', changes: [{ kind: 'representative', on: '2025-04-20' }], ...more }, [
    ...['2025-01', '2025-02', '2025-03'].map((month) => flow(month, { credit: monthlyBefore, debit: 0 })),
    ...later,
  ]);

/** Returns of 400 million a quarter until the change of representative. */
const soldBefore: Partial<CompanyFacts> = {
  asOf: '2025-05-31',
  returns: trading(400_000_000).returns.slice(0, 3),
};

describe.each([
  ['a young company', young],
  ['a company under a new representative', sold],
])('the limits of the first money of %s', (_, of) => {
  it.each([
    ['payments of 200 million each', of({ credit: 12_000_000_000, debit: 11_900_000_000 })],
    ['fifty payments', of({ transactions: 50 })],
    ['an hour', of({ medianHoldMinutes: 60 })],
    ['a second month that kept the same share', of({}, {}, [flow('2025-06', { debit: 997_000_000 })])],
  ])('such money is found with %s', (__, facts) => {
    expect(codesFound(facts)).toContain(RULE);
  });

  it.each([
    ['larger payments', of({ credit: 12_001_000_000, debit: 11_900_000_000 })],
    ['fewer payments', of({ transactions: 49 })],
    ['payments that nobody counted', of({ transactions: undefined })],
    ['money that stays for more than an hour', of({ medianHoldMinutes: 61 })],
    ['an unknown time', of({ medianHoldMinutes: undefined })],
    ['less money', of({ credit: 999_000_000, debit: 990_000_000 })],
    ['an intermediary’s margin', of({ debit: 949_000_000 })],
    ['a month with another share', of({}, {}, [flow('2025-06', { debit: 950_000_000 })])],
  ])('nothing is found with %s', (__, facts) => {
    expect(codesFound(facts)).not.toContain(RULE);
  });
});

describe('the first money of a young company', () => {
  it('one month of dozens of payments that leave within the hour is found, with its figures', () => {
    expect(findingOfRule(RULE, young())).toEqual({
      evidence: {
        banks: '970436',
        ...{ months: 1, from: '2025-05', to: '2025-05', credit: 1_000_000_000, debit: 997_000_000 },
        ...{ outShare: 0.997, holdMinutes: 45, monthsCompared: 1, leastOutShare: 0.997, mostOutShare: 0.997 },
        ...{ payments: 60, registeredOn: '2025-02-10' },
      },
      message:
        'Trong tháng 05/2025, tiền vào 1.000.000.000 đồng, tiền ra 997.000.000 đồng (99,7 %), tiền thường lưu lại 45 phút, theo ngân hàng Vietcombank. Bình quân mỗi tháng 60 giao dịch. Doanh nghiệp đăng ký ngày 10/02/2025.',
    });
  });

  it.each([
    ['an age of 270 days in the first month', young({}, { registeredOn: '2024-08-04' })],
    ['two insured people', young({}, { insured: [{ on: '2025-05-01', count: 2 }] })],
  ])('such money is found with %s', (_, facts) => {
    expect(codesFound(facts)).toContain(RULE);
  });

  it.each([
    ['an older company', young({}, { registeredOn: '2024-08-03' })],
    ['an earlier month of money', young({}, { registeredOn: '2024-05-01' }, [flow('2025-03', { credit: 20_000_000 })])],
    ['three insured people', young({}, { insured: [{ on: '2025-05-01', count: 3 }] })],
    ['declared sales', young({}, trading(2_000_000_000))],
    ['a household business', young({}, { legalForm: 'HKD' })],
    ['a dependent unit', young({}, { enterpriseCode: '0900000011-001' })],
  ])('nothing is found with %s', (_, facts) => {
    expect(codesFound(facts)).not.toContain(RULE);
  });
});

describe('the first money under a new representative', () => {
  it('a month of dozens of payments that leave within the hour is found, with the day of the change', () => {
    expect(findingOfRule(RULE, sold())).toEqual({
      evidence: {
        banks: '970436',
        ...{ months: 1, from: '2025-05', to: '2025-05', credit: 1_000_000_000, debit: 997_000_000 },
        ...{ outShare: 0.997, holdMinutes: 45, monthsCompared: 1, leastOutShare: 0.997, mostOutShare: 0.997 },
        ...{ payments: 60, registeredOn: '2022-02-10', representativeOn: '2025-04-20' },
        monthlyBefore: 30_000_000,
      },
      message:
        'Trong tháng 05/2025, tiền vào 1.000.000.000 đồng, tiền ra 997.000.000 đồng (99,7 %), tiền thường lưu lại 45 phút, theo ngân hàng Vietcombank. Bình quân mỗi tháng 60 giao dịch. Doanh nghiệp đăng ký ngày 10/02/2022, đổi người đại diện ngày 20/04/2025; trước tháng 05/2025 tiền vào bình quân mỗi tháng có giao dịch 30.000.000 đồng.',
    });
  });

  it.each([
    ['sales declared by the former representative', sold({}, soldBefore)],
    ['half the money in each month before', sold({}, soldBefore, [], 500_000_000)],
    ['staff counted before the change', sold({}, { insured: [{ on: '2025-04-19', count: 9 }] })],
    ['a change in the first half of that month', sold({}, { changes: [{ kind: 'representative', on: '2025-05-15' }] })],
  ])('such money is found with %s', (_, facts) => {
    expect(codesFound(facts)).toContain(RULE);
  });

  it.each([
    ['three people insured since the change', sold({}, { insured: [{ on: '2025-05-01', count: 3 }] })],
    ['sales that are declared since the change', sold({}, trading(2_000_000_000))],
    ['more than half the money in each month before', sold({}, soldBefore, [], 501_000_000)],
    ['a former trade whose money is unknown', sold({}, soldBefore, [], 0)],
    ['a dependent unit', sold({}, { enterpriseCode: '0900000011-001' })],
    ['a change of address alone', sold({}, { changes: [{ kind: 'address', on: '2025-04-20' }] })],
    [
      'a change in the second half of that month',
      sold({}, { changes: [{ kind: 'representative', on: '2025-05-16' }] }),
    ],
  ])('nothing is found with %s', (_, facts) => {
    expect(codesFound(facts)).not.toContain(RULE);
  });

  it('a young company’s first money is named by its age alone, also after a change of representative', () => {
    const facts = young({}, { changes: [{ kind: 'representative', on: '2025-04-20' }] });
    const { evidence } = findingOfRule(RULE, facts) ?? {};
    expect(evidence).not.toHaveProperty('representativeOn');
  });
});
