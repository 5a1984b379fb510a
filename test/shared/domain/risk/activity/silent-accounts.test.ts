import { describe, expect, it } from 'vitest';
import { activityOf } from '#shared/domain/risk/activity/activity.ts';
import { nextCheckOn } from '#shared/domain/risk/next-check.ts';
import type { AccountFacts, CompanyFacts } from '#shared/domain/risk/facts/company-facts.ts';
import { ALL_COVERED, account, companyFacts, coveredTo, flow } from '#test/support/company-facts.ts';

const { TO_KHAI_THUE: _returns, HOA_DON: _invoices, ...withoutTax } = ALL_COVERED.signals;
const silentTaxOffice = { ...ALL_COVERED, signals: withoutTax };
const money = (period: string, credit: number) => flow(period, { credit, debit: 11_000, transactions: 1 });
/** An account of which its bank has sent a row, from before the last year. */
const heardOf = account({ flows: [money('2023-06', 4_000_000)] });
/** An account at a bank that sends nothing. */
const elsewhere = account({ accountRef: 'elsewhere', bank: '970418' });
const company = (over: Partial<CompanyFacts> = {}) =>
  companyFacts({ coverage: silentTaxOffice, accounts: [heardOf], ...over });
const activityWith = (accounts: readonly AccountFacts[], over: Partial<CompanyFacts> = {}) =>
  activityOf(company({ accounts, ...over })).activity;

describe('the activity of a company of which money alone tells', () => {
  it('a company is inactive where the banks of all its accounts report and hardly any money came', () => {
    expect(activityWith([heardOf])).toBe('inactive');
    expect(activityWith([heardOf], { registeredOn: '2025-06-01' })).toBe('inactive');
    expect(activityWith([heardOf, account({ accountRef: 'second' })])).toBe('inactive');
    expect(activityWith([account({ flows: [money('2025-06', 4_000_000)] })])).toBe('inactive');
  });

  it('people who were insured before the last year are not denied', () => {
    const { reasons } = activityOf(company({ insured: [{ on: '2024-02-17', count: 7 }] }));
    expect(reasons[0]).toMatch(/^Sau ngày 31\/12\/2024: .*, không có lao động nào được báo đóng bảo hiểm xã hội\.$/u);
    const left = (on: string) =>
      activityOf(
        company({
          insured: [
            { on, count: 7 },
            { on: '2025-10-02', count: 0 },
          ],
        }),
      );
    expect(left('2024-02-17').reasons.at(-1)).toBe(
      'Lần hoạt động cuối: đóng bảo hiểm xã hội cho lao động đến ngày 17/02/2024.',
    );
    expect(left('2025-02-17').activity).toBe('active');
  });

  it('small sums that add up to more than five million đồng in the year are a small trade, whatever account they came to', () => {
    const first = account({ flows: [money('2025-02', 1_500_000), money('2025-06', 1_500_000)] });
    const second = account({ accountRef: 'second', flows: [money('2025-09', 2_000_000)] });
    expect(activityWith([first, second])).toBe('inactive');
    const more = account({ accountRef: 'second', flows: [money('2025-09', 2_000_001)] });
    expect(activityWith([first, more])).toBe('unknown');
  });

  it('the first small money of a company younger than half a year may be the beginning of a trade', () => {
    const begun = [account({ flows: [money('2025-10', 250_000)] })];
    expect(activityWith(begun, { registeredOn: '2025-07-04' })).toBe('inactive');
    expect(activityWith(begun, { registeredOn: '2025-07-05' })).toBe('unknown');
  });

  it('an account that has been unused for long tells although another account is at a bank that sends nothing', () => {
    const { activity, reasons } = activityOf(company({ accounts: [heardOf, elsewhere] }));
    expect(activity).toBe('inactive');
    expect(reasons[1]).toBe('Không có tiền vào ở 1 tài khoản mà ngân hàng có báo; 1 tài khoản khác chưa có số liệu.');
  });

  it.each<[string, readonly AccountFacts[], Partial<CompanyFacts>]>([
    ['more than interest came in the year', [account({ flows: [money('2025-03', 200_001)] }), elsewhere], {}],
    ['the account was first reported lately', [account({ flows: [money('2025-07', 0)] }), elsewhere], {}],
    ['the company is younger than half a year', [heardOf, elsewhere], { registeredOn: '2025-07-05' }],
    ['the banks that report have sent no row of it', [account(), elsewhere], {}],
  ])('the activity stays unknown beside an account that nobody reports, where %s', (_, accounts, over) => {
    expect(activityWith(accounts, over)).toBe('unknown');
  });

  it('the activity stays unknown if no account is known, its bank reports too late, or no bank has sent a row', () => {
    const late = { ...silentTaxOffice, flows: { '970436': { from: '2025-08-01', to: '2025-12-31' } } };
    expect(activityWith([])).toBe('unknown');
    expect(activityWith([heardOf], { coverage: late })).toBe('unknown');
    expect(activityWith([account(), account({ accountRef: 'second' })])).toBe('unknown');
  });

  it('an account without rows answers if it was opened half a year ago at a bank that sends rows of all accounts', () => {
    const coverage = { ...silentTaxOffice, wholeBanks: ['970436'] };
    const openedOn = (day: string | undefined) => account({ openedOn: day });
    expect(activityWith([openedOn('2025-07-04')], { coverage })).toBe('inactive');
    expect(activityWith([openedOn('2025-07-05')], { coverage })).toBe('unknown');
    expect(activityWith([openedOn(undefined)], { coverage })).toBe('unknown');
    expect(activityWith([openedOn('2025-07-04')])).toBe('unknown');
    expect(activityWith([openedOn('2025-07-04')], { coverage: { ...coverage, flows: {} } })).toBe('unknown');
  });

  it('accounts without rows answer for others only if they are at least half of all', () => {
    const coverage = { ...silentTaxOffice, wholeBanks: ['970436'] };
    const unused = account({ openedOn: '2024-07-04' });
    const { activity, reasons } = activityOf(company({ accounts: [unused, elsewhere], coverage }));
    expect(activity).toBe('inactive');
    expect(reasons[1]).toContain(
      'Không có tiền vào ở 1 tài khoản mà ngân hàng có báo; 1 tài khoản khác chưa có số liệu',
    );
    const more = account({ accountRef: 'more', bank: '970418' });
    expect(activityWith([unused, elsewhere, more], { coverage })).toBe('unknown');
    expect(activityWith([heardOf, elsewhere, more], { coverage })).toBe('inactive');
  });

  it('the reason names the sum where a little money came', () => {
    const { reasons } = activityOf(company({ accounts: [account({ flows: [money('2025-06', 1_200_000)] })] }));
    expect(reasons[1]).toContain('Tiền vào cộng lại chỉ 1.200.000 đồng ở 1 tài khoản mà ngân hàng có báo');
  });

  it.each<[string, Partial<CompanyFacts>]>([
    ['a month of money is a year old', { accounts: [account({ flows: [money('2025-01', 5_000_001)] })] }],
    [
      'the small money of a month is a year old',
      { accounts: [account({ flows: [money('2025-01', 3_000_000), money('2025-10', 3_000_000)] })] },
    ],
    [
      'an account beside an unreported one has been known for half a year',
      { accounts: [account({ flows: [money('2025-08', 0)] }), elsewhere] },
    ],
    ['an unused account was opened half a year ago', { accounts: [account({ openedOn: '2025-08-05' })] }],
  ])('the company is assessed again on the day on which it turns inactive: %s', (_, over) => {
    const coverage = {
      ...silentTaxOffice,
      wholeBanks: ['970436'],
      flows: { '970436': coveredTo('2027-12-31') },
      signals: { BHXH: coveredTo('2027-12-31') },
    };
    const days: string[] = [];
    let facts = company({ ...over, coverage });
    while (activityOf(facts).activity !== 'inactive' && days.length < 20) {
      const asOf = nextCheckOn(facts, []);
      days.push(asOf);
      const before = company({
        ...over,
        coverage,
        asOf: new Date(Date.parse(asOf) - 86_400_000).toISOString().slice(0, 10),
      });
      expect(activityOf(before).activity).not.toBe('inactive');
      facts = company({ ...over, coverage, asOf });
    }
    expect(activityOf(facts).activity).toBe('inactive');
    expect(days.length).toBeLessThan(12);
  });
});
