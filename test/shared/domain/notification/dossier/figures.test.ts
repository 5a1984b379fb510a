import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { figuresOf } from '#shared/domain/notification/dossier/figures.ts';
import { profileOf } from '#shared/domain/risk/facts/company-profile.ts';
import { ALL_RULES } from '#shared/domain/risk/rules/all-rules.ts';
import { arbitraryFacts } from '#test/support/arbitrary-facts.ts';

const shown = (code: string, evidence: Parameters<typeof figuresOf>[0]['evidence']) =>
  figuresOf({ code, evidence }).map(({ label, value }) => `${label}: ${value}`);

describe('the figures of a finding', () => {
  it('every value of the evidence is shown once, under a label of its own', () => {
    fc.assert(
      fc.property(arbitraryFacts, (facts) => {
        const reading = profileOf(facts);
        for (const { code, evaluate } of ALL_RULES) {
          const evidence = evaluate(reading);
          if (!evidence) continue;
          const figures = figuresOf({ code, evidence });
          expect(figures.length, code).toBe(Object.keys(evidence).length);
          expect(new Set(figures.map(({ label }) => label)).size, code).toBe(figures.length);
          for (const { label, value } of figures) expect(value, `${code} ${label}`).not.toMatch(/undefined|NaN|^$/u);
        }
      }),
    );
  });

  it('a value that is unknown is left out and never written as none', () => {
    const known = {
      banks: '970436, MOMO',
      months: 2,
      from: '2025-05',
      to: '2025-06',
      credit: 5_000_000,
      debit: 0,
      outShare: 0,
    };
    expect(shown('PASS_THROUGH_EVEN', { ...known, monthsCompared: 0 })).toEqual([
      'ngân hàng báo số liệu: Vietcombank, Ví MoMo',
      'số tháng có giao dịch: 2',
      'từ tháng: 05/2025',
      'đến tháng: 06/2025',
      'tiền vào, trong các tháng đó: 5.000.000 đồng',
      'tiền ra, trong các tháng đó: 0 đồng',
      'tiền ra so với tiền vào: 0 %',
      'số tháng có tiền vào từ 20.000.000 đồng, được so với nhau: 0',
    ]);
  });

  it('one name means another thing in another rule, and its label says so', () => {
    expect(shown('SOLD_MUCH_AT_ONCE', { quarter: '2025-Q2' })).toEqual([
      'quý đầu tiên có doanh số từ 20 tỷ đồng: 2/2025',
    ]);
    expect(shown('INVOICES_WITHOUT_RETURN', { lastQuarter: '2025-Q2' })).toEqual(['quý cuối có hóa đơn: 2/2025']);
  });

  it('a finding of a rule that was removed since shows no figures that nobody can explain', () => {
    expect(shown('REMOVED', { quarter: '2025-Q2' })).toEqual([]);
  });
});
