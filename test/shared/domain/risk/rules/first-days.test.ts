import { describe, expect, it } from 'vitest';
import { assess } from '#shared/domain/risk/assess.ts';
import type { CompanyFacts, Flow } from '#shared/domain/risk/facts/company-facts.ts';
import { foldFlows } from '#shared/domain/risk/facts/fold-flows.ts';
import { codesFound, findingOfRule } from '#test/support/asked.ts';
import { account, ALL_COVERED, companyFacts, flow, trading } from '#test/support/company-facts.ts';

const TIMED = 'FIRST_DAYS_WITHIN_THE_HOUR';
const AT_ONCE = 'FIRST_DAYS_AT_ONCE';
const UNTIMED = 'FIRST_DAYS_UNTIMED';
const YOUNG = 'YOUNG_FOR_ITS_FIRST_DAYS';
const NEW_HANDS = 'NEW_HANDS_THEN_DAYS_OF_MONEY';

/** A day on which 100 million came in twelve payments, of which 98 % left after 40 minutes. */
const day = (period: string, over: Partial<Flow> = {}): Flow =>
  flow(period, { credit: 100_000_000, debit: 98_000_000, transactions: 12, medianHoldMinutes: 40, ...over });

/** A company registered in February 2025 whose bank reports two days of money in May, and perhaps other periods. */
const young = (over: Partial<Flow> = {}, more: Partial<CompanyFacts> = {}, others: readonly Flow[] = []) =>
  companyFacts({
    ...{ asOf: '2025-05-09', coverage: ALL_COVERED, registeredOn: '2025-02-10' },
    accounts: [account(foldFlows([day('2025-05-06', over), day('2025-05-08', over), ...others]))],
    ...more,
  });

/** The same company three years older, sold in April. */
const sold = (over: Partial<Flow> = {}, others: readonly Flow[] = []) =>
  young(over, { registeredOn: '2022-02-10', changes: [{ kind: 'representative', on: '2025-04-20' }] }, others);

const FIRST = { firstDay: '2025-05-06', days: 7, daysWithMoney: 2, creditThen: 200_000_000, paymentsADay: 12 };

describe('the first days of money', () => {
  it('a young company’s days of money that leaves within the hour are found, with their figures', () => {
    expect(findingOfRule(TIMED, young())).toEqual({
      evidence: {
        banks: '970436',
        ...{ months: 1, from: '2025-05', to: '2025-05', credit: 200_000_000, debit: 196_000_000 },
        ...{ outShare: 0.98, holdMinutes: 40, monthsCompared: 1, leastOutShare: 0.98, mostOutShare: 0.98 },
        ...{ ...FIRST, registeredOn: '2025-02-10' },
      },
      message:
        'Trong tháng 05/2025, tiền vào 200.000.000 đồng, tiền ra 196.000.000 đồng (98 %), tiền thường lưu lại 40 phút, theo ngân hàng Vietcombank. Riêng 7 ngày kể từ ngày 06/05/2025, ngày đầu có tiền vào: 2 ngày có tiền, tổng cộng 200.000.000 đồng, mỗi ngày ấy bình quân 12 giao dịch. Doanh nghiệp đăng ký ngày 10/02/2025.',
    });
  });

  it('such days flag on the same day', () => {
    const peers = { cell: 'G|0|0', count: 40, below: 0 };
    expect(assess(young({}, { peers })).verdict).toBe('flagged');
  });

  it.each([
    ['75 million a day', young({ credit: 75_000_000, debit: 74_000_000 })],
    ['five payments a day of 200 million each', young({ credit: 1_000_000_000, debit: 980_000_000, transactions: 5 })],
    ['an hour', young({ medianHoldMinutes: 60 })],
    ['everything that leaves', young({ debit: 100_000_000 })],
    ['later days of money', young({}, { asOf: '2025-05-31' }, [day('2025-05-20', { transactions: 1 })])],
    ['two insured people', young({}, { insured: [{ on: '2025-05-01', count: 2 }] })],
    ['a company sold three years after its registration', sold()],
  ])('money is found with %s', (_, facts) => {
    expect(codesFound(facts)).toContain(TIMED);
  });

  it.each([
    ['less money', young({ credit: 74_000_000, debit: 73_000_000 })],
    ['four payments a day', young({ transactions: 4 })],
    ['larger payments', young({ credit: 1_001_000_000, debit: 980_000_000, transactions: 5 })],
    ['payments that nobody counted', young({ transactions: undefined })],
    ['money that stays for more than an hour', young({ medianHoldMinutes: 61 })],
    ['an intermediary’s margin', young({ debit: 94_000_000 })],
    ['a later month with another share', young({}, { asOf: '2025-06-30' }, [day('2025-06-02', { debit: 90_000_000 })])],
    ['an older company that kept its owner', young({}, { registeredOn: '2024-08-03' })],
    ['three insured people', young({}, { insured: [{ on: '2025-05-01', count: 3 }] })],
    ['declared sales', young({}, trading(2_000_000_000))],
    ['a household business', young({}, { legalForm: 'HKD' })],
    ['a bank that reports the week', young({}, {}, [flow('2025-W20')])],
    ['another bank that reports the month', withMonth(young())],
  ])('nothing is found with %s', (_, facts) => {
    expect(codesFound(facts)).not.toContain(TIMED);
  });

  it('days of little money that leaves within minutes are found, with their figures, and flag on the same day', () => {
    const small = young({ credit: 10_000_000, debit: 9_900_000, transactions: 5, medianHoldMinutes: 20 });
    expect(findingOfRule(AT_ONCE, small)).toEqual({
      evidence: {
        banks: '970436',
        ...{ months: 1, from: '2025-05', to: '2025-05', credit: 20_000_000, debit: 19_800_000 },
        ...{ outShare: 0.99, holdMinutes: 20, monthsCompared: 1, leastOutShare: 0.99, mostOutShare: 0.99 },
        ...{ ...FIRST, creditThen: 20_000_000, paymentsADay: 5, registeredOn: '2025-02-10' },
      },
      message:
        'Trong tháng 05/2025, tiền vào 20.000.000 đồng, tiền ra 19.800.000 đồng (99 %), tiền thường lưu lại 20 phút, theo ngân hàng Vietcombank. Riêng 7 ngày kể từ ngày 06/05/2025, ngày đầu có tiền vào: 2 ngày có tiền, tổng cộng 20.000.000 đồng, mỗi ngày ấy bình quân 5 giao dịch. Doanh nghiệp đăng ký ngày 10/02/2025.',
    });
    expect(codesFound(small)).toContain(YOUNG);
    expect(assess(small).verdict).toBe('flagged');
  });

  const quickly = (over: Partial<Flow> = {}, more: Partial<CompanyFacts> = {}) =>
    young({ medianHoldMinutes: 20, ...over }, more);
  it.each([
    ['sales that are declared', quickly({}, trading(2_000_000_000))],
    ['three insured people', quickly({}, { insured: [{ on: '2025-05-01', count: 3 }] })],
    ['a household business', quickly({}, { legalForm: 'HKD' })],
    ['a company that was sold', sold({ medianHoldMinutes: 20 })],
  ])('money that leaves within minutes is found with %s', (_, facts) => {
    expect(codesFound(facts)).toContain(AT_ONCE);
  });

  it.each([
    ['21 minutes', quickly({ medianHoldMinutes: 21 })],
    ['an unknown time', quickly({ medianHoldMinutes: undefined })],
    ['less money', quickly({ credit: 9_999_000, debit: 9_900_000 })],
    ['four payments a day', quickly({ transactions: 4 })],
    ['larger payments', quickly({ credit: 1_001_000_000, debit: 980_000_000, transactions: 5 })],
    ['an intermediary’s margin', quickly({ debit: 94_000_000 })],
    ['an older company that kept its owner', quickly({}, { registeredOn: '2024-08-03' })],
    ['a dependent unit', quickly({}, { enterpriseCode: '0900000011-001' })],
    ['a bank that reports the month', withMonth(quickly())],
  ])('no money is found to leave within minutes with %s', (_, facts) => {
    expect(codesFound(facts)).not.toContain(AT_ONCE);
  });

  it('the age of a company at first days of little money counts only where it leaves within minutes', () => {
    const little = { credit: 70_000_000, debit: 69_000_000 };
    expect(codesFound(young(little))).not.toContain(YOUNG);
    expect(codesFound(quickly(little))).toContain(YOUNG);
  });

  it('without a time only many payments of which a small share stays are found', () => {
    const untimed = { medianHoldMinutes: undefined };
    expect(codesFound(young({ ...untimed, transactions: 10 }))).toContain(UNTIMED);
    expect(codesFound(young({ ...untimed, transactions: 9 }))).not.toContain(UNTIMED);
    expect(codesFound(young({ ...untimed, debit: 99_600_000 }))).not.toContain(UNTIMED);
    expect(codesFound(young())).not.toContain(UNTIMED);
  });

  it('the age of a company at the first days is a finding about its registration', () => {
    expect(findingOfRule(YOUNG, young())).toEqual({
      evidence: { banks: '970436', registeredOn: '2025-02-10', ...FIRST },
      message:
        'Đăng ký ngày 10/02/2025, có tiền vào tài khoản từ ngày 06/05/2025: trong 7 ngày có 2 ngày tiền vào, tổng cộng 200.000.000 đồng, mỗi ngày ấy bình quân 12 giao dịch.',
    });
    expect(codesFound(sold())).not.toContain(YOUNG);
  });

  it('days of money after a change of representative are found where hardly any money came before', () => {
    expect(findingOfRule(NEW_HANDS, sold())?.message).toBe(
      'Thay người đại diện ngày 20/04/2025 (khi đã đăng ký 1.165 ngày); chưa có số liệu tiền vào trước tháng 05/2025, từ ngày 06/05/2025 có tiền vào: trong 7 ngày có 2 ngày tiền vào, tổng cộng 200.000.000 đồng, mỗi ngày ấy bình quân 12 giao dịch.',
    );
    expect(codesFound(sold({}, [flow('2024-06', { credit: 240_000_000 })]))).toContain(NEW_HANDS);
    expect(codesFound(sold({}, [flow('2024-06', { credit: 241_000_000 })]))).not.toContain(NEW_HANDS);
    expect(codesFound(young())).not.toContain(NEW_HANDS);
  });
});

/** The same company with another account, of which the bank reports only the month. */
function withMonth(facts: CompanyFacts): CompanyFacts {
  const other = account({ accountRef: 'other', ...foldFlows([day('2025-05')]) });
  return { ...facts, accounts: [...facts.accounts, other] };
}
