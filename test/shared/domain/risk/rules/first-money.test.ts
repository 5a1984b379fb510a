import { describe, expect, it } from 'vitest';
import type { Flow } from '#shared/domain/risk/facts/company-facts.ts';
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

describe('the first money of a young company', () => {
  it('one month of dozens of payments that leave within the hour is found, with its figures', () => {
    expect(findingOfRule(RULE, young())).toEqual({
      evidence: {
        banks: '970436',
        ...{ months: 1, from: '2025-05', to: '2025-05', credit: 1_000_000_000, debit: 997_000_000 },
        ...{ outShare: 0.997, holdMinutes: 45, leastOutShare: 0.997, mostOutShare: 0.997 },
        ...{ payments: 60, oneAccount: false, registeredOn: '2025-02-10' },
      },
      message:
        'Trong tháng 05/2025, tiền vào 1.000.000.000 đồng, tiền ra 997.000.000 đồng (99,7 %), tiền lưu lại 45 phút (bình quân các trung vị tháng, tính theo tiền vào), theo ngân hàng 970436. Bình quân mỗi tháng 60 giao dịch. Doanh nghiệp đăng ký ngày 10/02/2025.',
    });
  });

  it.each([
    ['payments of 200 million each', young({ credit: 12_000_000_000, debit: 11_900_000_000 })],
    ['fifty payments', young({ transactions: 50 })],
    ['an age of 270 days in the first month', young({}, { registeredOn: '2024-08-04' })],
    ['an hour', young({ medianHoldMinutes: 60 })],
    ['two insured people', young({}, { insured: [{ on: '2025-05-01', count: 2 }] })],
    ['a second month that kept the same share', young({}, {}, [flow('2025-06', { debit: 997_000_000 })])],
  ])('such money is found with %s', (_, facts) => {
    expect(codesFound(facts)).toContain(RULE);
  });

  it.each([
    ['larger payments', young({ credit: 12_001_000_000, debit: 11_900_000_000 })],
    ['fewer payments', young({ transactions: 49 })],
    ['payments that nobody counted', young({ transactions: undefined })],
    ['an older company', young({}, { registeredOn: '2024-08-03' })],
    ['an earlier month of money', young({}, { registeredOn: '2024-05-01' }, [flow('2025-03', { credit: 20_000_000 })])],
    ['money that stays for more than an hour', young({ medianHoldMinutes: 61 })],
    ['an unknown time', young({ medianHoldMinutes: undefined })],
    ['less money', young({ credit: 999_000_000, debit: 990_000_000 })],
    ['an intermediary’s margin', young({ debit: 949_000_000 })],
    ['a month with another share', young({}, {}, [flow('2025-06', { debit: 950_000_000 })])],
    ['three insured people', young({}, { insured: [{ on: '2025-05-01', count: 3 }] })],
    ['declared sales', young({}, trading(2_000_000_000))],
    ['a household business', young({}, { legalForm: 'HKD' })],
    ['a dependent unit', young({}, { enterpriseCode: '0900000011-001' })],
  ])('nothing is found with %s', (_, facts) => {
    expect(codesFound(facts)).not.toContain(RULE);
  });
});
