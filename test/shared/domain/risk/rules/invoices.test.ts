import { describe, expect, it } from 'vitest';
import type { CompanyFacts } from '#shared/domain/risk/facts/company-facts.ts';
import { account, ALL_HEARD, companyFacts, flow, coveredTo, trading } from '#test/support/company-facts.ts';
import { ask, codesFound } from '#test/support/asked.ts';

describe('invoice rules', () => {
  const mill = (times: number) => {
    const { returns } = trading(2_000_000_000);
    const invoices = returns.map(({ period, filedOn }) => ({ period, on: filedOn, total: 2_000_000_000 * times }));
    return companyFacts({ returns, invoices });
  };
  const invoices = (facts: CompanyFacts) => codesFound(facts).filter((code) => code.startsWith('INVOICES'));

  it('hold invoices against the revenue of the quarters declared', () => {
    expect(invoices(mill(1.1))).toEqual([]);
    expect(invoices(mill(1.9))).toEqual(['INVOICES_ABOVE_REVENUE']);
    expect(invoices(mill(2))).toEqual(['INVOICES_FAR_ABOVE_REVENUE']);
    expect(invoices(mill(4))).toEqual(['INVOICES_3_TIMES_REVENUE']);
    expect(invoices(mill(30))).toEqual(['INVOICES_8_TIMES_REVENUE']);
  });

  it('leave out invoices of a quarter whose return is not there yet', () => {
    const facts = trading(2_000_000_000);
    expect(invoices(companyFacts({ ...facts, returns: facts.returns.slice(0, 1) }))).toEqual([]);
  });

  it('find turnover beyond capital and staff', () => {
    const facts = { ...trading(10_000_000_000), coverage: ALL_HEARD };
    expect(codesFound(companyFacts(facts))).toContain('TURNOVER_BEYOND_MEANS');
    expect(codesFound(companyFacts({ ...facts, insured: [{ on: '2025-01-01', count: 4 }] }))).not.toContain(
      'TURNOVER_BEYOND_MEANS',
    );
  });

  it('count capital that a company was asked to prove as far as it proved it', () => {
    const facts = { ...trading(10_000_000_000), coverage: ALL_HEARD, charterCapital: 500_000_000_000 };
    const asked = { ...facts, reportRequests: ['2024-12-01'] };
    const paid = { contributions: [{ on: '2024-08-01', amount: 1_000_000_000 }] };
    expect(codesFound(companyFacts(facts))).not.toContain('TURNOVER_BEYOND_MEANS');
    expect(ask('TURNOVER_BEYOND_MEANS', companyFacts(asked))?.message).toBe(
      'Doanh số 50.000.000.000 đồng trong khi không chứng minh được khoản vốn nào, không có lao động đóng bảo hiểm xã hội.',
    );
    expect(ask('TURNOVER_BEYOND_MEANS', companyFacts({ ...asked, ...paid }))?.evidence).toEqual({
      ...{ turnover: 50_000_000_000, capital: 1_000_000_000, times: 50, insured: 0 },
    });
  });

  it('take a front’s true trade for no relief where it explains a fraction of the money', () => {
    const flows = ['2025-04', '2025-05', '2025-06'].map((month) => flow(month, { credit: 3_000_000_000 }));
    const facts = companyFacts({ ...trading(300_000_000), coverage: ALL_HEARD, accounts: [account({ flows })] });
    expect(codesFound(facts)).not.toContain('TRADES');
    expect(codesFound({ ...facts, accounts: [account({ flows: flows.slice(0, 1) })] })).toContain('TRADES');
  });

  it('take sales beyond all means for no relief', () => {
    const facts = { ...trading(10_000_000_000), coverage: ALL_HEARD };
    expect(codesFound(companyFacts(facts))).not.toContain('TRADES');
    expect(codesFound(companyFacts({ ...facts, insured: [{ on: '2025-01-01', count: 4 }] }))).toContain('TRADES');
    expect(codesFound(companyFacts(trading(100_000_000)))).not.toContain('TRADES');
  });

  it('miss the money of a large turnover, only where all its banks were heard, something came in, and few hands are at work', () => {
    const months = ['2025-05', '2025-06', '2025-07'];
    const paid = (credit: number, heard = months, banks = ['970436']) =>
      companyFacts({
        ...trading(10_000_000_000),
        coverage: ALL_HEARD,
        accounts: banks.map((bank, index) =>
          account({
            accountRef: bank,
            bank,
            flows: index > 0 ? [] : heard.map((month) => flow(month, { credit: credit / heard.length })),
          }),
        ),
      });
    expect(ask('TURNOVER_WITHOUT_MONEY', paid(1_200_000_000))).toEqual({
      evidence: {
        ...{ fromQuarter: '2025-Q2', toQuarter: '2025-Q3', turnover: 20_000_000_000 },
        ...{ credit: 1_200_000_000, share: 0.06, insured: 0 },
      },
      message:
        'Từ quý 2/2025 đến quý 3/2025, doanh số 20.000.000.000 đồng nhưng tiền vào các tài khoản chỉ 1.200.000.000 đồng (6 %); 0 lao động đóng bảo hiểm xã hội.',
    });
    const missed = (facts: CompanyFacts) => codesFound(facts).includes('TURNOVER_WITHOUT_MONEY');
    expect(missed(paid(1_200_000_000, months, ['970436', '970418']))).toBe(false);
    expect(missed({ ...paid(1_200_000_000), insured: [{ on: '2025-01-01', count: 3 }] })).toBe(false);
    expect(
      missed({
        ...paid(1_200_000_000),
        coverage: {
          ...ALL_HEARD,
          signals: { TO_KHAI_THUE: coveredTo('2025-12-31'), HOA_DON: coveredTo('2025-12-31') },
        },
      }),
    ).toBe(false);
    expect(missed(paid(12_000_000_000))).toBe(false);
    expect(missed(paid(3_100_000_000))).toBe(false);
    expect(missed(paid(1_200_000_000, months.slice(0, 2)))).toBe(false);
    expect(missed(companyFacts({ ...trading(10_000_000_000), coverage: ALL_HEARD }))).toBe(false);
    expect(codesFound(paid(1_200_000_000))).not.toContain('TRADES');
  });
});
