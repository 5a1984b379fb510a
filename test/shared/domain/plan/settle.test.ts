import { describe, expect, it } from 'vitest';
import type { PlannedQuestion } from '#shared/domain/plan/question.ts';
import { type Answer, hitRates, settle } from '#shared/domain/plan/settle.ts';

const question = (over: Partial<PlannedQuestion> = {}): PlannedQuestion => ({
  id: 'q',
  ask: 'visit',
  party: 'inspector',
  enterpriseCode: '0900000001',
  askedOn: '2026-01-05',
  dueOn: '2026-01-19',
  chance: 0.1,
  value: 0.1,
  verdict: 'watch',
  ifAgainst: 'flagged',
  ifFor: 'clear',
  signs: [],
  ...over,
});

const answer = (over: Partial<Answer> = {}): Answer => ({
  ask: 'visit',
  party: 'inspector',
  enterpriseCode: '0900000001',
  on: '2026-01-07',
  isAgainst: true,
  ...over,
});

const stateOf = (answers: readonly Answer[], today = '2026-01-12') => {
  const { questions, strays } = settle([question()], answers, today);
  return [questions[0]?.state, ...strays.map(({ why }) => why)];
};

describe('an answer', () => {
  it('settles the question of the party that was asked', () => {
    expect(stateOf([answer()])).toEqual(['answered']);
  });

  it.each([
    ['of a company that was not asked about', answer({ enterpriseCode: '0900000002' }), ['open', 'not-asked']],
    ['of a party that was not asked', answer({ party: 'tax' }), ['open', 'another-party']],
    ['from before the question', answer({ on: '2025-12-30' }), ['open', 'not-asked']],
  ] as const)('%s is told and settles nothing', (_, one, expected) => {
    expect(stateOf([one])).toEqual(expected);
  });

  it('that comes twice counts once', () => {
    expect(stateOf([answer(), answer({ on: '2026-01-08' })])).toEqual(['answered', 'again']);
  });

  it('that comes late is told, and the question stays expired', () => {
    expect(stateOf([answer({ on: '2026-02-01' })], '2026-02-02')).toEqual(['expired', 'late']);
  });

  it('is found in whatever order they come', () => {
    const all = [answer({ on: '2026-01-08' }), answer(), answer({ party: 'tax' })];
    expect(settle([question()], all.toReversed(), '2026-01-12')).toEqual(settle([question()], all, '2026-01-12'));
  });
});

it('the hit rate counts answered visits, those drawn by lot apart', () => {
  const asked = [question(), question({ id: 'd', enterpriseCode: '0900000002', isDrawn: true })];
  const answers = [answer(), answer({ enterpriseCode: '0900000002', isAgainst: false })];
  const { questions } = settle(asked, answers, '2026-01-12');
  expect(hitRates(questions)).toEqual({ chosen: { made: 1, hits: 1 }, drawn: { made: 1, hits: 0 } });
});
