import { describe, expect, it } from 'vitest';
import { assess } from '#shared/domain/risk/assess.ts';
import type { AccountFacts, Flow } from '#shared/domain/risk/facts/company-facts.ts';
import { codesFound, findingOfRule } from '#test/support/asked.ts';
import { account, ALL_COVERED, companyFacts, flow, trading } from '#test/support/company-facts.ts';

const USUAL = ['2025-03', '2025-04', '2025-05', '2025-06'].map((month, n) =>
  flow(month, { credit: 300_000_000, debit: [290_000_000, 310_000_000][n % 2] ?? 0, medianHoldMinutes: 2000 }),
);
const rented = (over: Partial<Flow> = {}) =>
  flow('2025-08', { credit: 4_000_000_000, debit: 3_900_000_000, transactions: 400, medianHoldMinutes: 5, ...over });
const company = (flows: readonly Flow[], over: Partial<AccountFacts> = {}) =>
  companyFacts({
    coverage: ALL_COVERED,
    registeredOn: '2021-03-01',
    accounts: [account({ flows, ...over })],
    ...trading(1_500_000_000),
    insured: [{ on: '2025-10-01', count: 25 }],
  });

describe('an account that is unlike itself', () => {
  it('a rented account flags a company that trades and has staff', () => {
    const found = assess(company([...USUAL, rented()]));
    expect(found.verdict).toBe('flagged');
    const codes = found.findings.map(({ code }) => code);
    expect(codes).toContain('ACCOUNT_UNLIKE_ITSELF');
    expect(codes).not.toContain('STAFF_INSURED');
    expect(codes).not.toContain('TRADES');
  });

  it('the finding has the months of the surge, which need not follow each other, and the usual ones', () => {
    const all = company([
      ...USUAL,
      rented(),
      flow('2025-09', { credit: 310_000_000, debit: 300_000_000, medianHoldMinutes: 2000 }),
      rented({ period: '2025-10', credit: 2_000_000_000, debit: 1_980_000_000 }),
    ]);
    expect(findingOfRule('ACCOUNT_UNLIKE_ITSELF', all)).toMatchObject({
      evidence: {
        banks: '970436',
        from: '2025-08',
        to: '2025-10',
        months: 2,
        credit: 6_000_000_000,
        usualMonths: 5,
        usualCredit: 300_000_000,
        mostUsualCredit: 310_000_000,
        usualHoldMinutes: 2000,
      },
      message:
        'Ở một tài khoản, 2 tháng trong thời gian 08/2025 đến 10/2025 có tiền vào 6.000.000.000 đồng, bình quân mỗi tháng 400 giao dịch, 98 % được chuyển đi, thường sau 5 phút (theo ngân hàng Vietcombank); trong 5 tháng khác của tài khoản đó, tiền vào một tháng thường là 300.000.000 đồng (số ở giữa khi xếp các tháng theo tiền vào), nhiều nhất 310.000.000 đồng, thường 300 giao dịch, tháng có báo thì lưu lại ít nhất 2.000 phút.',
    });
  });

  it('months that were as quick but had less money are said', () => {
    const all = company([...USUAL, rented(), rented({ period: '2025-09', credit: 400_000_000, debit: 396_000_000 })]);
    expect(findingOfRule('ACCOUNT_UNLIKE_ITSELF', all)).toMatchObject({
      evidence: { months: 1, usualMonths: 4, alsoQuick: 1 },
      message: expect.stringContaining(
        '2.000 phút; 1 tháng nữa tiền cũng đi nhanh nhưng tiền vào, số giao dịch chưa tăng đến mức được xét.',
      ) as string,
    });
  });

  it.each([
    ['a season, whose money rests as usual', rented({ medianHoldMinutes: 1900 })],
    ['a season whose money is paid on within the hour', rented({ medianHoldMinutes: 47 })],
    ['a month that is little larger', rented({ credit: 800_000_000, debit: 790_000_000 })],
    ['a large order of few payments', rented({ transactions: 3 })],
    ['money that stays', rented({ debit: 2_000_000_000 })],
    ['payments that nobody counted', rented({ transactions: undefined })],
  ])('an account is like itself: %s', (_, month) => {
    expect(codesFound(company([...USUAL, month]))).not.toContain('ACCOUNT_UNLIKE_ITSELF');
  });

  it('an account whose money is usually quick, or that has hardly a past, is not compared', () => {
    const quick = USUAL.map((month) => ({ ...month, medianHoldMinutes: 70 }));
    expect(codesFound(company([...quick, rented({ medianHoldMinutes: 15 })]))).not.toContain('ACCOUNT_UNLIKE_ITSELF');
    expect(codesFound(company([...USUAL.slice(3), rented()]))).not.toContain('ACCOUNT_UNLIKE_ITSELF');
  });

  it('many small payments through an account of a few large ones are a surge, however much money those brought', () => {
    const orders = [
      flow('2025-03', { credit: 3_200_000_000, debit: 3_100_000_000, transactions: 11, medianHoldMinutes: 200 }),
      flow('2025-05', { credit: 2_000_000_000, debit: 1_900_000_000, transactions: 8, medianHoldMinutes: 160 }),
    ];
    expect(findingOfRule('ACCOUNT_UNLIKE_ITSELF', company([...orders, rented()]))).toMatchObject({
      evidence: { payments: 400, usualPayments: 11, usualCredit: 3_200_000_000 },
      message: expect.stringContaining('thường 11 giao dịch, tháng có báo thì lưu lại ít nhất 160 phút.'),
    });
    expect(codesFound(company([...orders, rented({ transactions: 90 })]))).not.toContain('ACCOUNT_UNLIKE_ITSELF');
  });

  it('a bank flags nobody by an account that it assigns to a stranger', () => {
    const strangers = { representative: 'other', phoneOwner: 'other', openedOn: '2021-06-01' } as const;
    expect(assess(company([...USUAL, rented()], strangers)).verdict).toBe('watch');
  });
});
