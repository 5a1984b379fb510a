import { describe, expect, it } from 'vitest';
import { capitalReportDue, capitalContributionStatusOf } from '#shared/domain/risk/facts/capital.ts';
import type { CompanyFacts } from '#shared/domain/risk/facts/company-facts.ts';
import { addDays } from '#shared/domain/vietnamese/dates.ts';
import { ALL_COVERED, companyFacts, coveredTo } from '#test/support/company-facts.ts';

const registeredOn = '2025-01-01';
const onDay = (age: number, over: Partial<CompanyFacts> = {}) =>
  companyFacts({ registeredOn, asOf: addDays(registeredOn, age), coverage: ALL_COVERED, ...over });
const stateOn = (age: number, over: Partial<CompanyFacts> = {}) => capitalContributionStatusOf(onDay(age, over)).state;
const day = (age: number) => addDays(registeredOn, age);

describe('capitalContributionStatusOf', () => {
  it('capital is not due on day 90, and is unknown, not unpaid, from day 91', () => {
    expect(stateOn(90)).toBe('NOT_DUE');
    expect(stateOn(91)).toBe('DUE_UNVERIFIED');
    expect(stateOn(365)).toBe('DUE_UNVERIFIED');
  });

  it('capital is proven by contributions that add up to it', () => {
    const contributions = [
      { on: day(10), amount: 400_000_000 },
      { on: day(60), amount: 600_000_000 },
    ];
    expect(stateOn(70, { contributions })).toBe('PROVEN');
    expect(stateOn(200, { contributions: contributions.slice(1) })).toBe('DUE_UNVERIFIED');
  });

  it('the capital’s state waits 30 days for the answer to a request, and for the term for adjusting the capital', () => {
    expect(stateOn(121, { reportRequests: [day(100)] })).toBe('REPORT_REQUESTED');
    expect(stateOn(130, { reportRequests: [day(100)] })).toBe('REPORT_REQUESTED');
    expect(stateOn(131, { reportRequests: [day(100)] })).toBe('NOT_PROVEN');
    expect(stateOn(120, { reportRequests: [day(80)] })).toBe('REPORT_REQUESTED');
    expect(stateOn(121, { reportRequests: [day(80)] })).toBe('NOT_PROVEN');
  });

  it('the capital’s state is unknown where contributions are not covered past the term', () => {
    const coverage = { ...ALL_COVERED, signals: { GOP_VON: coveredTo(day(130)) } };
    expect(stateOn(200, { reportRequests: [day(100)], coverage })).toBe('REPORT_REQUESTED');
  });

  it('capital is a violation once half proven on request, or never answered for six months', () => {
    const contributions = [{ on: day(110), amount: 1 }];
    expect(stateOn(140, { reportRequests: [day(100)], contributions })).toBe('VIOLATION');
    expect(stateOn(330, { reportRequests: [day(100)] })).toBe('VIOLATION');
  });

  it('a capital reduction is accepted when registered by day 120, and no increase is', () => {
    const reduced = (age: number, to: number) => ({
      changes: [{ kind: 'capital' as const, on: day(age), capital: { from: 2_000_000_000, to } }],
    });
    expect(stateOn(200, reduced(120, 1_000_000_000))).toBe('REDUCED');
    expect(stateOn(200, reduced(121, 1_000_000_000))).toBe('DUE_UNVERIFIED');
    expect(stateOn(200, reduced(110, 3_000_000_000))).toBe('DUE_UNVERIFIED');
  });
});

describe('capitalReportDue', () => {
  it('capitalReportDue names each company that the office should ask, once', () => {
    expect(capitalReportDue(onDay(91))).toBe(true);
    expect(capitalReportDue(onDay(90))).toBe(false);
    expect(capitalReportDue(onDay(100, { reportRequests: [day(95)] }))).toBe(false);
  });
});
