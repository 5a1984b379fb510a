import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findingOfRule, codesFound } from '#test/support/asked.ts';
import { account, ALL_COVERED, companyFacts, flow, trading } from '#test/support/company-facts.ts';

const RULE = 'MANY_PAYMENTS_PASSED_ON';
const SHARES = [0.93, 0.95, 0.97, 0.99];

/** Four months in which a thousand million each come in and another share of it leaves each time. */
const passing = (shares = SHARES, over: Partial<ReturnType<typeof flow>> = {}) =>
  account({
    flows: shares.map((share, n) =>
      flow(`2025-0${n + 2}`, { debit: share * 1_000_000_000, medianHoldMinutes: 700, transactions: 400, ...over }),
    ),
  });
const of = (accounts = [passing()], over: Parameters<typeof companyFacts>[0] = {}) =>
  companyFacts({ coverage: ALL_COVERED, accounts, ...over });

describe('money of many payments that is passed on', () => {
  it('hundreds of payments a month whose money leaves within days nearly evenly are found, with their figures', () => {
    const second = { ...passing([0.94], { transactions: 100 }), accountRef: 'b' };
    expect(findingOfRule(RULE, of([passing(), second]))).toEqual({
      evidence: {
        banks: '970436',
        ...{ months: 4, from: '2025-02', to: '2025-05', credit: 5_000_000_000, debit: 4_780_000_000 },
        ...{
          outShare: 0.956,
          holdMinutes: 700,
          monthsCompared: 4,
          leastOutShare: 0.935,
          mostOutShare: 0.99,
          payments: 425,
        },
      },
      message:
        'Trong 4 tháng có giao dịch (02/2025 đến 05/2025), tiền vào 5.000.000.000 đồng, tiền ra 4.780.000.000 đồng (95,6 %), tiền thường lưu lại 700 phút, theo ngân hàng Vietcombank. Bình quân mỗi tháng 425 giao dịch. Tháng ít nhất chuyển đi 93,5 %, nhiều nhất 99 %.',
    });
  });

  it.each([
    ['fewer payments', of([passing(SHARES, { transactions: 199 })])],
    ['a month whose payments nobody counted', of([passing(), passing([0.96], { transactions: undefined })])],
    ['money that leaves within hours', of([passing(SHARES, { medianHoldMinutes: 300 })])],
    ['money that stays for more than five days', of([passing(SHARES, { medianHoldMinutes: 7201 })])],
    ['an unknown time', of([passing(SHARES, { medianHoldMinutes: undefined })])],
    ['shares that differ', of([passing([0.91, 0.91, 0.91, 1.02])])],
    ['a trade margin', of([passing([0.88, 0.89, 0.89, 0.88])])],
    ['little money', of([passing([0.95], { credit: 99_000_000, debit: 95_000_000 })])],
    ['three insured people', of([passing()], { insured: [{ on: '2025-03-01', count: 3 }] })],
    ['declared sales', of([passing()], trading(2_000_000_000))],
    ['a household business', of([passing()], { legalForm: 'HKD' })],
    ['a dependent unit', of([passing()], { enterpriseCode: '0900000011-001' })],
  ])('nothing is found where there is %s', (_, facts) => {
    expect(codesFound(facts)).not.toContain(RULE);
  });

  it('a month may differ from all months by eight percentage points', () => {
    expect(codesFound(of([passing([0.91, 0.91, 0.91, 1.01])]))).toContain(RULE);
  });

  it('while no return of its quarters is due, nothing is found of a company that declared a trade before', () => {
    const { TO_KHAI_THUE: _notCovered, ...signals } = ALL_COVERED.signals;
    const sold = (revenue: number) => ({
      coverage: { ...ALL_COVERED, signals },
      returns: [{ period: '2024-Q4', filedOn: '2025-01-20', revenue }],
    });
    expect(codesFound(of([passing()], sold(150_000_000)))).not.toContain(RULE);
    expect(codesFound(of([passing()], sold(149_000_000)))).toContain(RULE);
  });

  it('such money is no relief as money that rests, and other money that differs by month is', () => {
    const uneven = [0.93, 0.97, 0.93, 0.97];
    expect(codesFound(of([passing(uneven)]))).not.toContain('MONEY_RESTS');
    expect(codesFound(of([passing(uneven, { transactions: 50 })]))).toContain('MONEY_RESTS');
  });

  it('the finding is the same however a month’s money is divided between accounts', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 9 }),
        fc.array(fc.constantFrom(0.9, 0.94, 1), { minLength: 1 }),
        (tenths, all) => {
          const shares = all.slice(0, 4);
          const whole = passing(shares);
          const parts = [tenths, 10 - tenths].map((part, n) => ({
            ...whole,
            accountRef: String(n),
            flows: whole.flows.map((one) => ({
              ...one,
              ...{ credit: (one.credit * part) / 10, debit: (one.debit * part) / 10, transactions: 40 * part },
            })),
          }));
          expect(findingOfRule(RULE, of(parts))).toEqual(findingOfRule(RULE, of([whole])));
        },
      ),
    );
  });
});

describe('the first months of many payments', () => {
  const first = (over: Partial<ReturnType<typeof flow>> = {}) =>
    of([account({ flows: [flow('2025-05', { debit: 970_000_000, medianHoldMinutes: 45, ...over })] })]);

  it('one month is enough where hundreds of payments leave within the hour', () => {
    expect(findingOfRule('MANY_PAYMENTS_WITHIN_THE_HOUR', first())).toEqual({
      evidence: {
        banks: '970436',
        ...{ months: 1, from: '2025-05', to: '2025-05', credit: 1_000_000_000, debit: 970_000_000 },
        ...{
          outShare: 0.97,
          holdMinutes: 45,
          monthsCompared: 1,
          leastOutShare: 0.97,
          mostOutShare: 0.97,
          payments: 300,
        },
      },
      message:
        'Trong tháng 05/2025, tiền vào 1.000.000.000 đồng, tiền ra 970.000.000 đồng (97 %), tiền thường lưu lại 45 phút, theo ngân hàng Vietcombank. Bình quân mỗi tháng 300 giao dịch.',
    });
  });

  it('the first month of one account counts beside older ones of another', () => {
    const older = account({
      flows: ['2025-01', '2025-02', '2025-03', '2025-04'].map((one) => flow(one, { debit: 500_000_000 })),
    });
    const [fresh] = first().accounts.map((one) => ({ ...one, accountRef: 'b', bank: '970418' }));
    const found = findingOfRule('MANY_PAYMENTS_WITHIN_THE_HOUR', of(fresh ? [older, fresh] : []));
    expect(found?.evidence).toMatchObject({ oneAccount: true, banks: '970418', months: 1 });
    expect(found?.message).toMatch(/^Riêng một tài khoản, trong tháng 05\/2025/u);
  });

  it.each([
    ['fewer payments', first({ transactions: 199 })],
    ['payments that nobody counted', first({ transactions: undefined })],
    ['money that stays for more than an hour', first({ medianHoldMinutes: 61 })],
    ['an intermediary’s margin', first({ debit: 940_000_000 })],
    ['nothing that stays', first({ debit: 996_000_000 })],
    ['little money', first({ credit: 99_000_000, debit: 96_000_000 })],
    ['an unknown time', first({ medianHoldMinutes: undefined })],
    ['a dependent unit', { ...first(), enterpriseCode: '0900000011-001' }],
    ['a trade that returns declare', { ...first(), ...trading(2_000_000_000) }],
    ['staff', { ...first(), insured: [{ on: '2025-05-01', count: 3 }] }],
  ])('they are not found within the hour where there is %s', (_, facts) => {
    expect(codesFound(facts)).not.toContain('MANY_PAYMENTS_WITHIN_THE_HOUR');
  });

  it('where no bank says how long money stays, they are a milder sign from half a thousand million on', () => {
    const untimed = (credit: number) => first({ credit, debit: credit * 0.97, medianHoldMinutes: undefined });
    expect(codesFound(untimed(500_000_000))).toContain('MANY_PAYMENTS_UNTIMED');
    expect(codesFound(untimed(499_000_000))).not.toContain('MANY_PAYMENTS_UNTIMED');
    expect(codesFound(first())).not.toContain('MANY_PAYMENTS_UNTIMED');
  });
});
