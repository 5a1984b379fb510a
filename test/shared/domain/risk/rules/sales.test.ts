import { describe, expect, it } from 'vitest';
import type { CompanyFacts } from '#shared/domain/risk/facts/company-facts.ts';
import { findingOfRule, codesFound } from '#test/support/asked.ts';
import { account, ALL_COVERED, companyFacts, flow, trading } from '#test/support/company-facts.ts';

const found = (over: Partial<CompanyFacts>) => codesFound(companyFacts({ coverage: ALL_COVERED, ...over }));
const invoiced = (revenue: number, total: number) => ({
  returns: trading(revenue).returns,
  invoices: trading(total).invoices,
});

describe('invoices against revenue', () => {
  it.each([
    [4, 'INVOICES_3_TIMES_REVENUE'],
    [2, 'INVOICES_ABOVE_REVENUE'],
  ])('invoices of %d times the revenue: %s', (times, code) => {
    expect(found(invoiced(1_000_000_000, times * 1_000_000_000))).toContain(code);
  });

  it('invoices are not compared below a gap of a billion, nor where a return gave no figure', () => {
    expect(found(invoiced(10_000_000, 190_000_000)).filter((code) => code.startsWith('INVOICES'))).toEqual([]);
    const returns = trading(0).returns.map(({ period, filedOn }) => ({ period, filedOn }));
    expect(
      found({ returns, invoices: trading(9_000_000_000).invoices }).filter((code) => code.startsWith('INVOICES')),
    ).toEqual([]);
  });

  it('a single return without revenue among others is late, and two are not', () => {
    const { returns, invoices } = invoiced(2_000_000_000, 2_000_000_000);
    const nought = (count: number) => returns.map((one, n) => (n < count ? { ...one, revenue: 0 } : one));
    const over = (count: number) =>
      found({ returns: nought(count), invoices }).filter((code) => code.startsWith('INVOICES'));
    expect(over(1)).toEqual([]);
    expect(over(3)).toEqual(['INVOICES_ABOVE_REVENUE']);
  });

  it('invoices of a young company without a single return are a finding where two returns are missed', () => {
    const vanished = {
      registeredOn: '2024-11-10',
      invoices: [{ period: '2025-Q2', on: '2025-07-01', total: 5_000_000_000 }],
    };
    expect(
      findingOfRule('INVOICES_WITHOUT_RETURN', companyFacts({ coverage: ALL_COVERED, ...vanished })),
    ).toMatchObject({
      evidence: { lastQuarter: '2025-Q2', invoiced: 5_000_000_000 },
    });
    expect(found({ ...vanished, registeredOn: '2021-01-10' })).not.toContain('INVOICES_WITHOUT_RETURN');
    const { TO_KHAI_THUE: _office, ...signals } = ALL_COVERED.signals;
    expect(found({ ...vanished, coverage: { ...ALL_COVERED, signals } })).not.toContain('INVOICES_WITHOUT_RETURN');
  });
});

describe('sales compared with staff', () => {
  it('sales without staff begin at five billion a quarter with nobody insured, and only while the company is young', () => {
    const sold = trading(6_000_000_000);
    expect(found({ ...sold, registeredOn: '2024-08-01' })).toContain('TURNOVER_BEYOND_MEANS_YOUNG');
    const registeredOn = '2024-08-01';
    for (const over of [
      { ...sold, registeredOn: '2020-08-01' },
      { ...sold, registeredOn, insured: [{ on: '2025-01-01', count: 1 }] },
      { ...trading(4_000_000_000), registeredOn },
    ])
      expect(found(over)).not.toContain('TURNOVER_BEYOND_MEANS_YOUNG');
  });

  it('sales without staff are no finding where the staff was never reported', () => {
    const { BHXH: _insurance, ...signals } = ALL_COVERED.signals;
    const codes = found({ ...trading(6_000_000_000), coverage: { ...ALL_COVERED, signals } });
    expect(codes.filter((code) => code.startsWith('TURNOVER_BEYOND'))).toEqual([]);
  });

  it('much sold within nine months of the founding is a finding, unless a staff is insured', () => {
    const monthly = ['2024-10', '2024-11', '2024-12'].map((period) => ({
      ...{ period, on: '2025-01-20', total: 7_000_000_000 },
    }));
    expect(findingOfRule('SOLD_MUCH_AT_ONCE', companyFacts({ invoices: monthly }))).toMatchObject({
      evidence: { quarter: '2024-Q4', turnover: 21_000_000_000, registeredOn: '2024-06-30' },
    });
    const insured = (count: number) => found({ invoices: monthly, insured: [{ on: '2025-01-01', count }] });
    expect(insured(3)).toContain('SOLD_MUCH_AT_ONCE');
    expect(insured(4)).not.toContain('SOLD_MUCH_AT_ONCE');
    expect(found({ invoices: monthly.slice(1) })).not.toContain('SOLD_MUCH_AT_ONCE');
    expect(found({ invoices: monthly, registeredOn: '2024-03-01' })).not.toContain('SOLD_MUCH_AT_ONCE');
  });

  it('sales without money in the accounts are a finding where all banks report', () => {
    const flows = ['2025-01', '2025-04', '2025-07', '2025-09'].map((month) => flow(month, { credit: 50_000_000 }));
    expect(found({ ...trading(3_000_000_000), accounts: [account({ flows })] })).toContain('TURNOVER_WITHOUT_MONEY');
  });
});

describe('the rules in favour of a company', () => {
  it('equal declared and invoiced sales are in a company’s favour, unless its money is hardly explained', () => {
    expect(found(trading(1_000_000_000))).toContain('TRADES');
    const flows = ['2025-04', '2025-05', '2025-06'].map((month) => flow(month, { credit: 9_000_000_000 }));
    expect(found({ ...trading(1_000_000_000), accounts: [account({ flows })] })).not.toContain('TRADES');
  });

  it('a quarter of unknown revenue is said beside the revenue of the others', () => {
    const sold = trading(1_000_000_000);
    const returns = sold.returns.map(({ period, filedOn, revenue }, n) => ({
      period,
      filedOn,
      ...(n > 0 && { revenue }),
    }));
    const { evidence, message } = findingOfRule('TRADES', companyFacts({ ...sold, returns })) ?? {};
    expect(evidence).toMatchObject({ quarters: returns.length, unknownQuarters: 1 });
    expect(message).toContain(`khai thuế ${returns.length} quý (1 quý chưa rõ doanh thu, không tính)`);
  });

  it('quarters whose revenue is unknown speak neither for nor against a trade', () => {
    const sold = trading(1_000_000_000);
    const returns = sold.returns.map(({ period, filedOn, revenue }, n) => ({
      ...{ period, filedOn },
      ...(n === 0 && { revenue }),
    }));
    expect(found({ ...sold, returns })).toContain('TRADES');
  });

  it('five insured people are in a company’s favour', () => {
    expect(found({ insured: [{ on: '2025-01-01', count: 5 }] })).toContain('STAFF_INSURED');
    expect(found({ insured: [{ on: '2025-01-01', count: 4 }] })).not.toContain('STAFF_INSURED');
  });

  it('sales that end with a change of representative are no longer in a company’s favour, and a year later they are', () => {
    const sold = trading(1_000_000_000);
    const changed = (on: string, later: number) =>
      found({
        ...sold,
        returns: sold.returns.map((row) => (row.period >= '2025-Q3' ? { ...row, revenue: later } : row)),
        changes: [{ kind: 'representative', on }],
      });
    expect(changed('2025-07-20', 0)).not.toContain('TRADES');
    expect(changed('2025-07-20', 149_000_000)).not.toContain('TRADES');
    expect(changed('2025-07-20', 1_000_000_000)).toContain('TRADES');
    expect(changed('2025-06-20', 0)).toContain('TRADES');
    expect(changed('2024-12-31', 0)).toContain('TRADES');
    expect(changed('2025-11-20', 1_000_000_000)).not.toContain('TRADES');
  });

  it('insured people count in a company’s favour only if they were counted under the present representative', () => {
    const staffed = (on: string) =>
      found({ insured: [{ on, count: 9 }], changes: [{ kind: 'representative', on: '2025-07-20' }] });
    expect(staffed('2025-07-19')).not.toContain('STAFF_INSURED');
    expect(staffed('2025-07-20')).toContain('STAFF_INSURED');
  });
});
