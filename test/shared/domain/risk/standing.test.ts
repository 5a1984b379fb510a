import { describe, expect, it } from 'vitest';
import { assess } from '#shared/domain/risk/assess.ts';
import type { CompanyFacts } from '#shared/domain/risk/facts/company-facts.ts';
import { factsAsOf } from '#shared/domain/risk/facts/facts-as-of.ts';
import { nextCheckOn } from '#shared/domain/risk/next-check.ts';
import { RULE_SET, type RuleSet } from '#shared/domain/risk/rules/rule-set.ts';
import { account, ALL_COVERED, band, companyFacts, flow, representative } from '#test/support/company-facts.ts';

/** Nothing but a hard or an urgent finding flags at once. */
const stoodFor = (months: number, below = 100): RuleSet => ({ ...RULE_SET, standing: [{ below, months }] });
const ruleSet = stoodFor(2);
const months = ['2025-06', '2025-07', '2025-08', '2025-09', '2025-10', '2025-11'];
/**
 * Two months with one share and money that leaves within the hour are a finding that a third month may undo; within
 * minutes, or with hundreds of payments, the finding is urgent.
 */
const heldFor = (medianHoldMinutes: number) =>
  companyFacts({
    coverage: ALL_COVERED,
    accounts: [account({ flows: months.map((month) => flow(month, { transactions: 100, medianHoldMinutes })) })],
  });
const passing = heldFor(40);
const on = (day: string, facts: CompanyFacts = passing) => {
  const then = factsAsOf(facts, day);
  if (!then) throw new Error(`${facts.enterpriseCode} was not registered on ${day}`);
  return assess(then, { ruleSet });
};

describe('a score below the one that flags at once', () => {
  it('a company is watched until its score has lasted over the ends of two closed months, and is then flagged', () => {
    expect(on('2025-07-31').verdict).not.toBe('flagged');
    expect(on('2025-07-31').awaitsMonth).toBeUndefined();
    expect(on('2025-08-05')).toMatchObject({ verdict: 'watch', awaitsMonth: true });
    expect(on('2025-08-05').score).toBeGreaterThanOrEqual(RULE_SET.flagAt);
    expect(on('2025-08-30')).toMatchObject({ verdict: 'watch', awaitsMonth: true });
    expect(on('2025-09-01')).toMatchObject({ verdict: 'flagged' });
    expect(on('2025-09-01').awaitsMonth).toBeUndefined();
  });

  it('a company that is flagged on the first of a month after its score has lasted is also flagged on the last day before', () => {
    expect(on('2025-08-31')).toMatchObject({ verdict: 'flagged' });
    expect(on('2025-08-31').awaitsMonth).toBeUndefined();
  });

  it('the nearer a score is to even odds, the more months it must last', () => {
    const then = factsAsOf(passing, '2025-09-30') ?? passing;
    const { score } = assess(then, { ruleSet });
    const longer = (below: number): RuleSet => ({
      ...RULE_SET,
      standing: [
        { below, months: 5 },
        { below: 100, months: 2 },
      ],
    });
    expect(assess(then, { ruleSet: longer(score) }).verdict).toBe('flagged');
    expect(assess(then, { ruleSet: longer(score + 0.01) })).toMatchObject({ verdict: 'watch', awaitsMonth: true });
  });

  it('a place among peers near the edge counts for earlier months only where money had left evenly for months', () => {
    const verdictOf = (facts: CompanyFacts, day: string, holdMinutes: number) => {
      const then = factsAsOf(facts, day) ?? facts;
      const { score } = assess(then, { ruleSet });
      const peers = { cell: 'G|0|0', count: 100, below: holdMinutes };
      return assess({ ...then, peers }, { ruleSet: { ...ruleSet, flagAt: score + 1 } }).verdict;
    };
    const slower = heldFor(200);
    expect(verdictOf(passing, '2025-09-15', 0)).toBe('flagged');
    expect(verdictOf(passing, '2025-09-15', 0.01)).toBe('watch');
    expect(verdictOf(slower, '2025-09-15', 0.01)).toBe('watch');
    expect(verdictOf(slower, '2025-12-05', 0.01)).toBe('flagged');
  });

  it('a hard or an urgent finding flags at once, and so does a score from the one that the rule set names', () => {
    expect(on('2025-08-05', heldFor(12)).verdict).toBe('flagged');
    const lost = { ...passing, people: [representative({ documentStatus: 'reported_lost' })] };
    expect(on('2025-08-05', lost).verdict).toBe('flagged');
    const then = factsAsOf(passing, '2025-08-05') ?? passing;
    const { score } = assess(then, { ruleSet });
    expect(assess(then, { ruleSet: stoodFor(2, score) }).verdict).toBe('flagged');
  });

  it('a device that is shared with another company without a common person flags at once', () => {
    const device = band({ kind: 'device', ref: 'd', size: 3 });
    expect(on('2025-08-05', { ...passing, bands: [device] }).verdict).toBe('flagged');
    expect(on('2025-08-05').verdict).toBe('watch');
    const person = band({ kind: 'person', ref: 'p', size: 3 });
    expect(on('2025-08-05', { ...passing, bands: [device, person] }).verdict).toBe('watch');
  });

  it('a score that flags at once has to last where a finding speaks in the company’s favour, unless the evidence is urgent', () => {
    const atOnce: RuleSet = { ...RULE_SET, standing: [], monthsWithRelief: 2 };
    const verdictOn = (day: string, facts: CompanyFacts, set = atOnce) =>
      assess(factsAsOf(facts, day) ?? facts, { ruleSet: set }).verdict;
    const insured = (medianHoldMinutes: number) => ({
      ...heldFor(medianHoldMinutes),
      insured: [{ on: '2025-05-10', count: 9 }],
    });
    expect(verdictOn('2025-08-05', passing)).toBe('flagged');
    expect(verdictOn('2025-08-05', insured(40))).toBe('watch');
    expect(verdictOn('2025-08-05', insured(40), { ...atOnce, monthsWithRelief: undefined })).toBe('flagged');
    expect(verdictOn('2025-09-01', insured(40))).toBe('flagged');
    expect(verdictOn('2025-08-05', insured(12))).toBe('flagged');
  });

  it('a company that was flagged at once stays flagged while its score is high enough to flag', () => {
    const [atOnce = account()] = passing.accounts;
    const strangers = account({ accountRef: 'strangers', representative: 'other', openedOn: '2025-07-20' });
    const facts = { ...passing, accounts: [atOnce, strangers], insured: [{ on: '2025-08-10', count: 5 }] };
    const [first, later] = ['2025-08-01', '2025-08-30'].map((day) => factsAsOf(facts, day) ?? facts);
    const [before = 0, after = 0] = [first, later].map((then = facts) => assess(then, { ruleSet }).score);
    expect(after).toBeLessThan(before);
    const between = stoodFor(2, (before + after) / 2);
    expect(assess(later ?? facts, { ruleSet: between }).verdict).toBe('flagged');
    expect(assess(later ?? facts, { ruleSet }).verdict).toBe('watch');
  });

  it('a later correction of a month also counts for the earlier days', () => {
    const [first = account()] = passing.accounts;
    const flows = first.flows.map((one) => (one.period === '2025-06' ? { ...one, debit: 0 } : one));
    const corrected = { ...passing, accounts: [{ ...first, flows }] };
    expect(on('2025-09-01').verdict).toBe('flagged');
    expect(on('2025-09-01', corrected).verdict).not.toBe('flagged');
  });

  it('a company whose score has to last is assessed again on the last day of the month', () => {
    const then = factsAsOf(passing, '2025-08-05') ?? passing;
    expect(nextCheckOn(then, [], on('2025-08-05'))).toBe('2025-08-31');
    expect(nextCheckOn(then, []) > '2025-08-31').toBe(true);
  });
});
