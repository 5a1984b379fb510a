import { describe, expect, it } from 'vitest';
import { activityOf } from '#shared/domain/risk/activity/activity.ts';
import type { CompanyFacts } from '#shared/domain/risk/facts/company-facts.ts';
import { ALL_COVERED, account, companyFacts, coveredTo, flow } from '#test/support/company-facts.ts';

const { TO_KHAI_THUE: _returns, HOA_DON: _invoices, ...withoutTax } = ALL_COVERED.signals;
const silentTaxOffice = { ...ALL_COVERED, signals: withoutTax, invoicePairs: coveredTo('2025-09-30') };
const bought = [{ party: '0100109106', period: '2024-Q4', total: 40_000_000 }];
const company = (over: Partial<CompanyFacts> = {}) =>
  companyFacts({ coverage: silentTaxOffice, invoicePairs: { sold: [], bought }, ...over });
const withoutPairs = { ...silentTaxOffice, invoicePairs: undefined };
/** An account of which its bank has sent a row. */
const heardOf = account({ flows: [flow('2023-06', { credit: 4_000_000 })] });
const banked = (over: Partial<CompanyFacts> = {}) =>
  company({ coverage: withoutPairs, invoicePairs: undefined, accounts: [heardOf], ...over });

describe('the activity of a company whose tax office sends nothing', () => {
  it('a company that others buy from is active', () => {
    const sold = [{ party: '0100109106', period: '2025-Q2', total: 40_000_000 }];
    expect(activityOf(company({ invoicePairs: { sold, bought } }))).toEqual({
      activity: 'active',
      reasons: ['Xuất hóa đơn đến ngày 30/06/2025.'],
    });
  });

  it.each(['2024-01-10', '2025-07-04'])(
    'a company of half a year that others name, but never as a seller, is inactive, and the reason names the source: %s',
    (registeredOn) => {
      const { activity, reasons } = activityOf(company({ registeredOn }));
      expect(activity).toBe('inactive');
      expect(reasons[0]).toContain('trong hóa đơn giữa các doanh nghiệp không có lần bán nào');
      expect(reasons[0]).not.toContain('không nộp tờ khai');
    },
  );

  it.each<[string, Partial<CompanyFacts>]>([
    ['the company is younger than half a year', { registeredOn: '2025-07-05' }],
    ['nobody names the company', { invoicePairs: undefined }],
    ['the invoices end earlier', { coverage: { ...silentTaxOffice, invoicePairs: coveredTo('2025-06-30') } }],
    ['the insurance office sends nothing', { coverage: { ...silentTaxOffice, signals: {} } }],
  ])('the activity stays unknown where %s', (_, over) => {
    expect(activityOf(company(over)).activity).toBe('unknown');
  });

  it('a company is inactive where the banks of all its accounts report and no money came', () => {
    expect(activityOf(banked()).activity).toBe('inactive');
    expect(activityOf(banked({ registeredOn: '2025-06-01' })).activity).toBe('inactive');
    const fees = account({ flows: [flow('2025-06', { credit: 4_000_000 })] });
    expect(activityOf(banked({ accounts: [fees] })).activity).toBe('inactive');
  });

  it('the activity stays unknown if one account is at a bank that sends nothing, or if no account is known', () => {
    const elsewhere = account({ accountRef: 'elsewhere', bank: '970418' });
    expect(activityOf(banked({ accounts: [heardOf, elsewhere] })).activity).toBe('unknown');
    expect(activityOf(banked({ accounts: [] })).activity).toBe('unknown');
    const late = { ...withoutPairs, flows: { '970436': { from: '2025-08-01', to: '2025-12-31' } } };
    expect(activityOf(banked({ coverage: late })).activity).toBe('unknown');
  });

  it('the activity stays unknown where the banks that report have sent no row of the company', () => {
    expect(activityOf(banked({ accounts: [account(), account({ accountRef: 'second' })] })).activity).toBe('unknown');
    expect(activityOf(banked({ accounts: [heardOf, account({ accountRef: 'second' })] })).activity).toBe('inactive');
  });

  it('a single return without sales is named as the only one', () => {
    const filed = (...periods: string[]) =>
      activityOf(
        companyFacts({
          coverage: ALL_COVERED,
          returns: periods.map((period) => ({ period, filedOn: '2025-08-01', revenue: 0 })),
        }),
      ).reasons[0];
    expect(filed('2025-Q1')).toContain('tờ khai thuế duy nhất không có doanh thu');
    expect(filed('2025-Q1', '2025-Q2')).toContain('2 tờ khai thuế đều không có doanh thu');
  });
});
