import { describe, expect, it } from 'vitest';
import { stageConfig } from '#infra/stages/stage-config.ts';
import {
  everyAct,
  peopleNeeded,
  type ProposedChange,
  type ReleasePolicy,
  releaseState,
  type ReleaseMode,
} from '#shared/domain/notification/release/release-policy.ts';

const CHANGES: readonly ProposedChange[] = (['police', 'bank'] as const).flatMap((to) =>
  (['watch', 'act'] as const).flatMap((level) =>
    (['issue', 'update', 'withdraw'] as const).flatMap((act) =>
      [false, true].map((namesDecision) => ({ to, level, act, namesDecision, bySenderAlone: false })),
    ),
  ),
);
const named = ({ to, level, act, namesDecision }: ProposedChange) =>
  `${act} of ${level} to ${to}${namesDecision ? ', naming a decision' : ''}`;
const ROWS = CHANGES.map((change) => [named(change), change] as const);

/** The expected policy of production, written independently of the code: who must release what. */
function inProduction({ to, level, act, namesDecision }: ProposedChange): number {
  if (act === 'withdraw') return 1;
  if (namesDecision) return 2;
  if (to === 'police') return 0;
  return level === 'act' ? 2 : 1;
}

const vote = (officer: string) => ({ officer, outcome: 'release', at: '2026-01-05T02:00:00.000Z' }) as const;
const nobody = new Set<string>();

describe('who must release what', () => {
  it.each(ROWS)('in production the %s needs as many people as is written', (_, change) => {
    expect(peopleNeeded(change, stageConfig('prod').releases)).toBe(inProduction(change));
  });

  it.each(ROWS)('in the stages for tests the %s needs no person', (_, change) => {
    for (const stage of ['local', 'dev']) expect(peopleNeeded(change, stageConfig(stage).releases)).toBe(0);
  });

  it.each(ROWS)('in every stage the %s needs a person where one sender alone causes it', (_, change) => {
    for (const stage of ['local', 'dev', 'prod'])
      expect(peopleNeeded({ ...change, bySenderAlone: true }, stageConfig(stage).releases)).toBeGreaterThan(0);
  });

  it.each(ROWS)(
    'the policy decides how many people the %s needs, and a change that names a decision needs no fewer than the policy for decisions says',
    (_, change) => {
      const people: Readonly<Record<ReleaseMode, number>> = { automatic: 0, one_officer: 1, two_officers: 2 };
      for (const own of ['automatic', 'one_officer', 'two_officers'] as const) {
        for (const namingDecision of ['automatic', 'one_officer', 'two_officers'] as const) {
          const none = { watch: everyAct('automatic'), act: everyAct('automatic') };
          const byAct = { ...everyAct('automatic'), [change.act]: own };
          const policy: ReleasePolicy = {
            police: none,
            bank: none,
            [change.to]: { ...none, [change.level]: byAct },
            namingDecision,
          };
          const counts = change.namesDecision && change.act !== 'withdraw';
          expect(peopleNeeded(change, policy)).toBe(Math.max(people[own], counts ? people[namingDecision] : 0));
        }
      }
    },
  );

  it.each(ROWS)(
    'in production the %s is released by as many different people, never by one of them twice',
    (_, change) => {
      const needed = inProduction(change);
      const officers = ['an', 'binh'].slice(0, needed);
      expect(releaseState(needed, nobody, officers.map(vote))).toBe('released');
      if (needed === 0) return;
      expect(releaseState(needed, nobody, [])).toBe('waiting');
      expect(releaseState(needed, new Set(['an']), [vote('an'), vote('an')])).toBe('waiting');
      if (needed === 2) expect(releaseState(needed, nobody, [vote('an'), vote('an')])).toBe('waiting');
      expect(releaseState(needed, new Set(['an']), [vote('binh')])).toBe('released');
      expect(releaseState(needed, nobody, [...officers.map(vote), { ...vote('chi'), outcome: 'refuse' }])).toBe(
        'refused',
      );
    },
  );
});
