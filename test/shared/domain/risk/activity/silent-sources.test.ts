import { describe, expect, it } from 'vitest';
import { activityOf } from '#shared/domain/risk/activity/activity.ts';
import type { CompanyFacts } from '#shared/domain/risk/facts/company-facts.ts';
import { ALL_COVERED, companyFacts, coveredTo } from '#test/support/company-facts.ts';

const { TO_KHAI_THUE: _returns, HOA_DON: _invoices, ...withoutTax } = ALL_COVERED.signals;
const silentTaxOffice = { ...ALL_COVERED, signals: withoutTax, invoicePairs: coveredTo('2025-09-30') };
const bought = [{ party: '0100109106', period: '2024-Q4', total: 40_000_000 }];
const company = (over: Partial<CompanyFacts> = {}) =>
  companyFacts({ coverage: silentTaxOffice, invoicePairs: { sold: [], bought }, ...over });

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

  it.each<[string, ...(0 | undefined)[]]>([
    ['tờ khai thuế duy nhất không có doanh thu, không có hóa đơn', 0],
    ['2 tờ khai thuế đều không có doanh thu', 0, 0],
    ['tờ khai thuế duy nhất chưa rõ doanh thu', undefined],
    ['2 tờ khai thuế đều chưa rõ doanh thu', undefined, undefined],
    ['3 tờ khai thuế, trong đó 1 tờ chưa rõ doanh thu, còn lại không có doanh thu', 0, undefined, 0],
  ])('returns without sales are told from those whose revenue is unknown: %s', (said, ...revenues) => {
    const returns = revenues.map((revenue, n) => ({ period: `2025-Q${n + 1}`, filedOn: '2025-08-01', revenue }));
    expect(activityOf(companyFacts({ coverage: ALL_COVERED, returns })).reasons[0]).toContain(said);
  });

  it('an invoice whose total is unknown is not left out', () => {
    const invoices = [{ period: '2025-Q1', on: '2025-04-10' }];
    expect(activityOf(companyFacts({ coverage: ALL_COVERED, invoices })).reasons[0]).toContain(
      'không nộp tờ khai thuế, hóa đơn chưa rõ giá trị',
    );
  });
});
