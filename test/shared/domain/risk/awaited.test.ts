import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { joinSpans } from '#shared/domain/risk/coverage.ts';
import { activityOf } from '#shared/domain/risk/activity/activity.ts';
import { awaitedBy, isNowCovered } from '#shared/domain/risk/awaited.ts';
import { addDays } from '#shared/domain/vietnamese/dates.ts';
import type { CompanyFacts, Coverage, SignalKind } from '#shared/domain/risk/facts/company-facts.ts';
import type { Span } from '#shared/domain/risk/coverage.ts';
import { assess } from '#shared/domain/risk/assess.ts';
import { nextCheckOn } from '#shared/domain/risk/next-check.ts';
import { answersTo, arbitraryFacts, coverages, knownOn, TODAY } from '#test/support/arbitrary-facts.ts';
import { companyFacts, coveredTo, NOTHING_HEARD, trading } from '#test/support/company-facts.ts';

const covered = (to: Partial<Record<SignalKind, string>>): Coverage => ({
  ...NOTHING_HEARD,
  identities: 'whole',
  invoicePairs: coveredTo('2025-12-31'),
  signals: Object.fromEntries(Object.entries(to).map(([kind, day]) => [kind, coveredTo(day)])),
});

const awaitedOf = (facts: CompanyFacts) => awaitedBy(facts, assess(facts));
const LASTING = { verdict: 'watch', awaitsMonth: true } as const;

/** A later coverage, in which no date moves back and no feed disappears. */
const joined = (before: Coverage, after: Coverage): Coverage => {
  const signals = { ...before.signals };
  for (const [kind, one] of Object.entries(after.signals) as [SignalKind, Span][])
    signals[kind] = joinSpans({ [kind]: signals[kind] ?? one }, { [kind]: one })[kind] ?? one;
  return { ...after, signals, identities: before.identities === 'none' ? after.identities : before.identities };
};

describe('awaitedBy', () => {
  it('a covered and active company waits for its next return alone', () => {
    const on = '2025-12-31';
    const coverage = covered({ TO_KHAI_THUE: on, HOA_DON: on, BHXH: on, GOP_VON: on });
    expect(awaitedOf(companyFacts({ ...trading(1_000_000_000), coverage }))).toEqual({ TO_KHAI_THUE: '2026-01-29' });
  });

  it('awaitedBy names the day on which the next return is missing, also where an earlier one is', () => {
    const coverage = covered({
      TO_KHAI_THUE: '2025-12-20',
      HOA_DON: '2025-12-20',
      BHXH: '2025-12-20',
      GOP_VON: '2025-12-20',
    });
    expect(awaitedOf(companyFacts({ coverage }))).toEqual({ TO_KHAI_THUE: '2026-01-29' });
  });

  it('a company without any coverage waits for every kind', () => {
    expect(awaitedOf(companyFacts())).toEqual({
      TO_KHAI_THUE: '',
      HOA_DON: '',
      BHXH: '',
      GOP_VON: '2024-09-28',
      identities: '',
      invoicePairs: '',
    });
    expect(awaitedOf(companyFacts({ reportRequests: ['2025-12-01'] }))).toMatchObject({ GOP_VON: '2026-01-01' });
  });

  it('a score that has to last awaits coverage before the first covered day, by which earlier months are judged', () => {
    const late = { from: '2025-07-01', to: '2025-12-31' };
    const signals = { TO_KHAI_THUE: late, HOA_DON: late, BHXH: late, GOP_VON: late };
    const awaited = awaitedBy(companyFacts({ coverage: { ...covered({}), signals } }), LASTING);
    expect(Object.values(awaited)).toHaveLength(4);
    for (const from of Object.values(awaited)) expect(from).toMatch(/<2025-07-01$/u);
    const earlier = { ...late, from: '2025-06-01' };
    expect(isNowCovered(awaited, { ...covered({}), signals: { ...signals, BHXH: earlier } })).toBe(true);
    expect(isNowCovered(awaited, { ...covered({}), signals })).toBe(false);
  });

  it('a count of insured staff ends the wait for social insurance, but not where a score has to last', () => {
    const insured = [{ on: '2025-12-30', count: 3 }];
    const facts = companyFacts({ insured, coverage: covered({ BHXH: '2024-12-26' }) });
    expect(awaitedBy(facts, LASTING).BHXH).toBe('2024-12-27');
    expect(awaitedBy(facts, { verdict: 'watch' }).BHXH).toBeUndefined();
  });

  it('what awaitedBy names is covered only from the awaited day on', () => {
    const awaited = { BHXH: '2025-06-30', HOA_DON: '' };
    expect(isNowCovered(awaited, covered({}))).toBe(false);
    expect(isNowCovered(awaited, covered({ BHXH: '2025-06-29', TO_KHAI_THUE: '2025-12-31' }))).toBe(false);
    expect(isNowCovered(awaited, covered({ BHXH: '2025-06-30' }))).toBe(true);
    expect(isNowCovered(awaited, covered({ HOA_DON: '2020-01-01' }))).toBe(true);
    expect(isNowCovered({ identities: '' }, covered({}))).toBe(true);
  });

  it('a company waits for nothing that is covered already, so that it is not assessed again each morning', () => {
    let waiting = 0;
    const property = fc.property(arbitraryFacts, coverages, (life, coverage) => {
      const facts = knownOn({ ...life, coverage }, TODAY);
      const awaited = awaitedOf(facts);
      if (Object.keys(awaited).length > 0) waiting += 1;
      expect(isNowCovered(awaited, coverage)).toBe(false);
    });
    fc.assert(property, { numRuns: 1000 });
    expect(waiting).toBeGreaterThan(50);
  });

  it('awaitedBy names all coverage that can change what is said about the activity', () => {
    let quiet = 0;
    const property = fc.property(arbitraryFacts, coverages, (life, more) => {
      const facts = knownOn(life, TODAY);
      const coverage = joined(facts.coverage, more);
      if (isNowCovered(awaitedOf(facts), coverage)) return;
      quiet += 1;
      expect(activityOf({ ...facts, coverage })).toEqual(activityOf(facts));
    });
    fc.assert(property, { numRuns: 1000 });
    expect(quiet).toBeGreaterThan(50);
  });

  it('awaitedBy names all coverage that can change the result before the next check', () => {
    let quiet = 0;
    const property = fc.property(arbitraryFacts, coverages, fc.nat(), (life, more, days) => {
      const facts = knownOn(life, TODAY);
      const coverage = joined(facts.coverage, more);
      if (isNowCovered(awaitedOf(facts), coverage)) return;
      quiet += 1;
      const due = nextCheckOn(
        facts,
        [...life.taxStatuses, ...life.legalStatuses].map(({ on }) => on),
        assess(facts),
      );
      let later = addDays(TODAY, days % 100);
      if (later >= due) later = addDays(due, -1);
      expect(answersTo(knownOn({ ...life, coverage }, later))).toEqual(answersTo(facts));
    });
    fc.assert(property, { numRuns: 1000 });
    expect(quiet).toBeGreaterThan(50);
  });
});
