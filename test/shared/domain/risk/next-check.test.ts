import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '#shared/domain/vietnamese/dates.ts';
import type { CompanyFacts } from '#shared/domain/risk/facts/company-facts.ts';
import { assess } from '#shared/domain/risk/assess.ts';
import { nextCheckOn } from '#shared/domain/risk/next-check.ts';
import { answersTo, arbitraryFacts, knownOn, TODAY } from '#test/support/arbitrary-facts.ts';
import { account, companyFacts, flow } from '#test/support/company-facts.ts';

const registeredOn = '2024-02-29';
const next = (over: Partial<CompanyFacts>, dated: readonly string[] = []) =>
  nextCheckOn(companyFacts({ registeredOn, ...over }), dated);
const afterAge = (age: number) => next({ asOf: addDays(registeredOn, age) });

describe('nextCheckOn', () => {
  it('nextCheckOn follows the terms of the first year', () => {
    expect([0, 89, 90, 91, 120, 121, 180].map(afterAge)).toEqual(
      [90, 90, 91, 120, 121, 180, 365].map((age) => addDays(registeredOn, age)),
    );
  });

  it('nextCheckOn then follows the quarters, and the ages at which rules for young companies end', () => {
    expect([365, 460, 700].map(afterAge)).toEqual(['2025-05-28', '2025-08-22', '2026-02-28']);
  });

  it('nextCheckOn is the day after the answer to a capital request was due, and 6 months later', () => {
    const asked = { reportRequests: ['2025-03-10'] };
    expect(next({ ...asked, asOf: '2025-04-01' })).toBe('2025-04-10');
    expect(next({ ...asked, asOf: '2025-10-01' })).toBe('2025-10-10');
  });

  it('nextCheckOn is the day on which a change is a year old, and on which an announced event takes effect', () => {
    expect(next({ asOf: '2025-02-28', changes: [{ kind: 'address', on: '2024-03-15' }] })).toBe('2025-03-15');
    expect(next({ asOf: '2025-02-28', changes: [{ kind: 'address', on: '2024-02-29' }] })).toBe('2025-03-01');
    expect(next({ asOf: '2025-03-10' }, ['2025-02-01', '2025-03-20'])).toBe('2025-03-20');
  });

  it('nextCheckOn does not follow the months of money of a company at work', () => {
    const months = Array.from({ length: 12 }, (_, n) => flow(`2025-${String(n + 1).padStart(2, '0')}`));
    const asOf = '2025-12-31';
    expect(next({ asOf, accounts: [account({ openedOn: '2025-07-10', flows: months })] })).toBe(next({ asOf }));
  });

  it('nextCheckOn is always in the future, and within a quarter after the first year', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 8000 }), fc.integer({ min: 0, max: 8000 }), (start, age) => {
        const on = addDays('2015-01-01', start);
        const today = addDays(on, age);
        const due = next({ registeredOn: on, asOf: today });
        expect(due > today).toBe(true);
        if (age >= 365) expect(due <= addDays(today, 93)).toBe(true);
      }),
    );
  });

  it('nextCheckOn misses no day on which a result changes without new data', () => {
    const property = fc.property(arbitraryFacts, fc.integer({ min: 1, max: 120 }), (life, days) => {
      const facts = knownOn(life, TODAY);
      const due = nextCheckOn(
        facts,
        [...life.taxStatuses, ...life.legalStatuses].map(({ on }) => on),
        assess(facts),
      );
      const before = answersTo(facts);
      const later = addDays(TODAY, days);
      for (const day of [addDays(due, -1), ...(later < due ? [later] : [])])
        expect(answersTo(knownOn(life, day))).toEqual(before);
    });
    fc.assert(property, { numRuns: 1000 });
  });
});
