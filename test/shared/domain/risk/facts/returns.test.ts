import { describe, expect, it } from 'vitest';
import { returnsOf } from '#shared/domain/risk/facts/returns.ts';
import { ALL_COVERED, companyFacts, coveredTo } from '#test/support/company-facts.ts';

const facts = companyFacts({ registeredOn: '2024-08-15', coverage: ALL_COVERED });
const untilDay = (TO_KHAI_THUE: string) =>
  companyFacts({ ...facts, coverage: { ...ALL_COVERED, signals: { TO_KHAI_THUE: coveredTo(TO_KHAI_THUE) } } });

describe('returnsOf', () => {
  it('returnsOf expects the full quarters of which the 90th day after the due day is covered, and none before', () => {
    const later = { ...facts, asOf: '2026-12-31' };
    const due = (day: string) => returnsOf({ ...untilDay(day), asOf: later.asOf }, undefined).due;
    expect(due('2026-01-28')).toBe(3);
    expect(due('2026-01-29')).toBe(4);
    expect(returnsOf(companyFacts({ ...facts, registeredOn: '2024-07-01' }), undefined).due).toBe(4);
  });

  it('returnsOf expects no return without coverage, from a household business, or during a suspension', () => {
    expect(returnsOf(companyFacts(), undefined).due).toBe(0);
    expect(returnsOf(companyFacts({ ...facts, legalForm: 'HKD' }), undefined).due).toBe(0);
    expect(returnsOf(facts, '2025-05-10').due).toBe(2);
  });

  it('returnsOf counts the months of a quarter together, and a year for the quarters without a return', () => {
    const { declared, revenue, missed } = returnsOf(
      companyFacts({
        ...facts,
        returns: [
          { period: '2025-01', filedOn: '2025-02-20', revenue: 10 },
          { period: '2025-02', filedOn: '2025-03-20', revenue: 20 },
          { period: '2025', filedOn: '2025-12-20', revenue: 120 },
        ],
      }),
      undefined,
    );
    expect(declared.map((quarter) => quarter.revenue)).toEqual([30, 30, 30, 30]);
    expect([revenue, missed]).toEqual([120, 1]);
  });
});
