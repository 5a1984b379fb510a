import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tallyOf } from '#shared/domain/outcomes/figures/tally.ts';
import type { OutcomeFact } from '#shared/domain/outcomes/outcome-fact.ts';
import { SILENT_BANK, yearOfOutcomes } from '#test/support/year-of-outcomes.ts';

const YEAR = { from: '2025-01-01', to: '2025-12-31' };
const cases = [...yearOfOutcomes(400, 7)];
const figuresOf = (all: readonly (readonly OutcomeFact[])[], period = YEAR) => {
  const tally = tallyOf(period);
  for (const facts of all) tally.add(facts);
  return tally.figures();
};
const figures = figuresOf(cases);
const inYear = (kind: OutcomeFact['kind']) =>
  cases.flat().filter((fact) => fact.kind === kind && fact.on >= YEAR.from && fact.on <= YEAR.to);

describe('the figures of a period', () => {
  it('the figures of a period assign a bank’s notice to the flag that it followed, not to an earlier one', () => {
    const police = { receiver: 'police', noticeId: 'p'.repeat(22) } as const;
    const said = (kind: OutcomeFact['kind'], on: string, more: Partial<OutcomeFact> = police): OutcomeFact => ({
      caseId: '0900000011',
      kind,
      on,
      at: `${on}T03:00:00.000Z`,
      by: 'machine',
      id: `${kind}${on}`,
      ...more,
    });
    const { days } = figuresOf([
      [
        said('flagged', '2025-01-10'),
        said('withdrawn', '2025-02-10'),
        said('flagged', '2025-05-10'),
        said('notified', '2025-05-12', { receiver: 'bank#970436', noticeId: 'b'.repeat(22), sequence: 1 }),
      ],
    ]);
    expect(days.flagToBank).toMatchObject({ count: 1, most: 2 });
  });

  it('the figures of a period count each ledger fact of its days once', () => {
    for (const kind of [
      'flagged',
      'proposed',
      'released',
      'acknowledged',
      'confirmed',
      'dismissed',
      'withdrawn',
    ] as const)
      expect([kind, figures.events[kind]]).toEqual([kind, inYear(kind).length]);
    const answered = inYear('answered');
    expect(figures.events.acted).toBe(answered.filter(({ answer }) => answer === 'acted').length);
    expect(figures.events.notifiedBanks).toBe(
      inYear('notified').filter(({ receiver }) => receiver !== 'police').length,
    );
  });

  it('the figures of a period call a decision overturned where the police decided the contrary before', () => {
    const overturned = cases.filter((facts) => {
      const decisions = facts.filter(({ kind, on }) => (kind === 'confirmed' || kind === 'dismissed') && on <= YEAR.to);
      return new Set(decisions.map(({ kind }) => kind)).size === 2;
    });
    expect(overturned.length).toBeGreaterThan(3);
    expect(figures.flags.overturned).toBe(overturned.length);
    expect(figures.events.overturned).toBe(overturned.length);
  });

  it('the figures of a period give each of its flags one status at its end, in each table', () => {
    const { flagged, confirmed, dismissed, fell, pending } = figures.flags;
    expect(flagged).toBe(400);
    expect(confirmed + dismissed + fell + pending).toBe(flagged);
    for (const table of [figures.byCommune, figures.byTrade])
      expect(Object.values(table).reduce((sum, row) => sum + row.flagged, 0)).toBe(flagged);
    const spoken = cases.flat().flatMap(({ rules = [] }) => rules);
    for (const [rule, row] of Object.entries(figures.byRule))
      expect(row.flagged).toBe(spoken.filter((code) => code === rule).length);
  });

  it('the figures of a period use today’s communes, also for cases before the merger, and list divided ones separately', () => {
    expect(Object.keys(figures.byCommune).sort()).toEqual(['11953', '11977', '12619', 'split']);
    const of = (codes: readonly string[]) =>
      cases.filter((facts) => codes.includes(facts.find(({ kind }) => kind === 'notified')?.commune ?? '')).length;
    expect(figures.byCommune['11953']?.flagged).toBe(of(['11953', '11956', '11959']));
    expect(figures.byCommune['split']?.flagged).toBe(of(['11989']));
  });

  it('the figures of a period show the bank that never answers', () => {
    const silent = figures.byBank[SILENT_BANK];
    expect(silent).toMatchObject({
      acknowledged: 0,
      acted: 0,
      rejected: 0,
      daysToAnswer: { count: 0, median: undefined },
    });
    expect(silent?.unanswered).toBe((silent?.notified ?? 0) - (silent?.endedUnanswered ?? 0));
    expect(silent?.lateAcknowledged).toBeGreaterThan(0);
  });

  it('the figures of a period divide the money of a flag into before, between, after, and months that contain these days', () => {
    const { before, between, after, undivided } = figures.money;
    const all = cases
      .flatMap((facts) => facts.find(({ kind }) => kind === 'money')?.months ?? [])
      .filter(({ period }) => period <= '2025-12')
      .reduce((sum, { credit }) => sum + credit, 0);
    expect(before + between + after + undivided).toBe(BigInt(all));
    for (const part of [before, after, undivided]) expect(part > 0n).toBe(true);
  });

  it('the figures of a period add up money exactly, however much it is', () => {
    const odd = { period: '2024-12', credit: 2 ** 53 - 1 };
    const own = (facts: readonly OutcomeFact[]) =>
      facts.map((fact) => (fact.kind === 'money' ? { ...fact, months: [odd, { ...odd, period: '2024-11' }] } : fact));
    const { money } = figuresOf(cases.map(own));
    expect(money.before).toBe(BigInt(2 ** 53 - 1) * 2n * BigInt(money.flagsWithMoney));
  });

  it('the figures of a period without facts are empty', () => {
    const empty = figuresOf([], { from: '2031-01-01', to: '2031-06-30' });
    expect(empty.flags.flagged).toBe(0);
    expect(empty.days.flagToDecision).toEqual({ count: 0, median: undefined, p90: undefined, most: undefined });
    expect(empty.byBank).toEqual({});
  });

  it('the figures of a period are the same in whatever order facts and cases come, and however often a fact comes', () => {
    const few = cases.slice(0, 40);
    const expected = figuresOf(few);
    fc.assert(
      fc.property(fc.shuffledSubarray(few, { minLength: few.length }), fc.integer(), (mixed, seed) => {
        const again = mixed.map((facts) => (seed % 2 === 0 ? [...facts, ...facts] : facts.toReversed()));
        expect(figuresOf(again)).toEqual(expected);
      }),
      { numRuns: 25 },
    );
  });
});

describe('a case', () => {
  const fact = (kind: OutcomeFact['kind'], on: string, more: Partial<OutcomeFact> = {}): OutcomeFact => {
    const receiver = 'police' as const;
    return { caseId: 'm', kind, on, at: `${on}T00:00:00.000Z`, by: 'machine', id: `${kind}${on}`, receiver, ...more };
  };

  it('a case that is flagged again after its flag ended has two flags, each with its own decision', () => {
    const facts = [
      fact('flagged', '2025-01-10'),
      fact('withdrawn', '2025-02-10'),
      fact('flagged', '2025-05-10'),
      fact('confirmed', '2025-06-10'),
    ];
    const { flags } = figuresOf([facts]);
    expect(flags).toMatchObject({ flagged: 2, fell: 1, confirmed: 1, overturned: 0 });
  });

  it('a case that was flagged before the period is no flag of it, but its decision in the period is', () => {
    const { flags, events } = figuresOf([[fact('flagged', '2024-11-10'), fact('dismissed', '2025-02-10')]]);
    expect(flags.flagged).toBe(0);
    expect(events.dismissed).toBe(1);
  });

  it('a case that was decided after the period still waits at its end', () => {
    const { flags } = figuresOf([[fact('flagged', '2025-11-10'), fact('dismissed', '2026-02-10')]]);
    expect(flags).toMatchObject({ flagged: 1, pending: 1, dismissed: 0 });
  });

  it('a case of which a bank got a new notice after the first had ended counts twice', () => {
    const bank = { receiver: 'bank#970436', noticeId: 'n' } as const;
    const { byBank } = figuresOf([
      [
        fact('notified', '2025-01-10', { ...bank, sequence: 1 }),
        fact('notified', '2025-01-20', { ...bank, sequence: 2 }),
        fact('expired', '2025-03-10', { ...bank, sequence: 3 }),
        fact('notified', '2025-05-10', { ...bank, sequence: 4 }),
      ],
    ]);
    expect(byBank['970436']).toMatchObject({ notified: 2, unanswered: 1, endedUnanswered: 1 });
  });
});
