import { assess } from '#shared/domain/risk/assess.ts';
import type { Assessment } from '#shared/domain/risk/rules/finding.ts';
import { countsAloneFor, countsAloneIn, leaningOf } from '#shared/domain/risk/senders/counts-alone.ts';
import { withBands } from '#test/support/evasive-world/judged.ts';
import type { WorldCompany } from '#test/support/world-facts/world-company.ts';
import type { Attack, Target } from './attack.ts';

/** The assessments of all companies of a world, once it has been surveyed. */
export function surveyedAssessments(world: readonly WorldCompany[]): Map<string, Assessment> {
  const all = withBands(world).map((facts) => ({ facts, result: assess(facts) }));
  const counts = countsAloneIn(all.flatMap(({ facts, result }) => leaningOf(facts.enterpriseCode, result) ?? []));
  return new Map(
    all.map(({ facts, result }) => {
      const countsAlone = countsAloneFor(facts.enterpriseCode, counts);
      return [facts.enterpriseCode, result.leansOn === undefined ? result : assess({ ...facts, countsAlone })];
    }),
  );
}

/** What an attack did: to the companies it was aimed at, and to others. */
export interface Outcome {
  readonly attacked: number;
  /** Honest companies that are flagged and were not before: those attacked, and bystanders. */
  readonly flagged: number;
  readonly bystanders: number;
  readonly watched: number;
  /** Shells that were flagged: now only watched, and neither flagged nor watched. */
  readonly lost: number;
  readonly cleared: number;
}

export const EVERY = 60;

/** Every n-th honest company that is neither flagged nor watched, so that all kinds of them are attacked. */
export function targetOf(
  world: readonly WorldCompany[],
  bank: string,
  before: ReadonlyMap<string, Assessment>,
): Target {
  const verdictOf = ({ facts }: WorldCompany) => before.get(facts.enterpriseCode)?.verdict;
  const honest = world.filter((company) => !company.shell && verdictOf(company) === 'clear');
  const step = Math.max(1, Math.floor(honest.length / EVERY));
  return {
    world,
    bank,
    victims: honest.filter((_, n) => n % step === 0).slice(0, EVERY),
    shells: world.filter((company) => company.shell && verdictOf(company) === 'flagged'),
  };
}

export function outcomeOf(attack: Attack, target: Target, before: ReadonlyMap<string, Assessment>): Outcome {
  const after = surveyedAssessments(attack.does(target));
  const victims = new Set(target.victims.map(({ facts }) => facts.enterpriseCode));
  const newly = (verdict: string) =>
    target.world
      .filter(({ shell }) => !shell)
      .map(({ facts }) => facts.enterpriseCode)
      .filter((code) => after.get(code)?.verdict === verdict && before.get(code)?.verdict !== verdict);
  const flagged = newly('flagged');
  const shells = target.shells.map(({ facts }) => after.get(facts.enterpriseCode)?.verdict);
  return {
    attacked: attack.aim === 'condemn' ? victims.size : target.shells.length,
    flagged: flagged.filter((code) => victims.has(code)).length,
    bystanders: flagged.filter((code) => !victims.has(code)).length,
    watched: newly('watch').length,
    lost: shells.filter((verdict) => verdict === 'watch').length,
    cleared: shells.filter((verdict) => verdict !== 'watch' && verdict !== 'flagged').length,
  };
}
