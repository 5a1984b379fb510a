import type { Assessment } from '#shared/domain/risk/rules/finding.ts';
import {
  countsAloneFor,
  countsAloneIn,
  type DoubtedSender,
  doubtedSenders,
  leaningOf,
} from '#shared/domain/risk/senders/counts-alone.ts';
import { heardOf } from '#shared/domain/risk/senders/heard-of.ts';
import { unusualSenders } from '#shared/domain/risk/senders/unusual.ts';
import { assessedOnce, memberOf, withBands } from '#test/support/evasive-world/judged.ts';
import type { WorldCompany } from '#test/support/world-facts/world-company.ts';
import type { Attack, Target } from './attack.ts';

interface Survey {
  readonly assessed: ReadonlyMap<string, Assessed>;
  readonly doubted: readonly DoubtedSender[];
}

interface Assessed {
  /** The assessment as if few companies leaned on each sender. */
  readonly ifFew: Assessment;
  /** The assessment once the province has been surveyed. */
  readonly surveyed: Assessment;
}

/** The assessments of all companies of a world, and the senders whose rows a survey of them finds unusual. */
export function surveyOf(world: readonly WorldCompany[]): Survey {
  const all = withBands(world).map((facts) => ({ facts, ifFew: assessedOnce(facts) }));
  const leaning = all.flatMap(({ facts, ifFew }) => leaningOf(facts.enterpriseCode, ifFew) ?? []);
  const counts = countsAloneIn(leaning);
  const assessed = new Map(
    all.map(({ facts, ifFew }): [string, Assessed] => {
      const countsAlone = countsAloneFor(facts.enterpriseCode, counts);
      const surveyed = ifFew.leansOn === undefined ? ifFew : assessedOnce(facts, countsAlone);
      return [facts.enterpriseCode, { ifFew, surveyed }];
    }),
  );
  const heard = world.flatMap((company, n) => {
    const { facts } = all[n] ?? {};
    const { surveyed } = assessed.get(company.facts.enterpriseCode) ?? {};
    return facts && surveyed ? [heardOf(facts, surveyed, memberOf(company).onlyRegistered === true)] : [];
  });
  return { assessed, doubted: [...doubtedSenders(leaning), ...unusualSenders(heard)] };
}

export const assessedIn = (world: readonly WorldCompany[]): Survey['assessed'] => surveyOf(world).assessed;

/** What an attack did: to the companies it was aimed at, and to others. */
export interface Outcome {
  readonly attacked: number;
  /** Honest companies that are flagged and were not before: those attacked, and bystanders. */
  readonly flagged: number;
  readonly bystanders: number;
  /** Of those attacked, how many would be flagged if only few had been. */
  readonly ifFew: number;
  readonly watched: number;
  /** Shells that were flagged: now only watched, and neither flagged nor watched. */
  readonly lost: number;
  readonly cleared: number;
  /** What names its senders at the operator's desk, in the log and in an alarm. */
  readonly noticed: readonly string[];
}

export const EVERY = 60;

/** Every n-th honest company that is neither flagged nor watched, so that all kinds of them are attacked. */
export function targetOf(world: readonly WorldCompany[], bank: string, before: ReadonlyMap<string, Assessed>): Target {
  const verdictOf = ({ facts }: WorldCompany) => before.get(facts.enterpriseCode)?.surveyed.verdict;
  const honest = world.filter((company) => !company.shell && verdictOf(company) === 'clear');
  const step = Math.max(1, Math.floor(honest.length / EVERY));
  return {
    world,
    bank,
    victims: honest.filter((_, n) => n % step === 0).slice(0, EVERY),
    shells: world.filter((company) => company.shell && verdictOf(company) === 'flagged'),
  };
}

export function outcomeOf(attack: Attack, target: Target, before: ReadonlyMap<string, Assessed>): Outcome {
  const { assessed: after, doubted } = surveyOf(attack.does(target));
  const verdictOf = (code: string) => after.get(code)?.surveyed.verdict;
  const victims = new Set(target.victims.map(({ facts }) => facts.enterpriseCode));
  const newly = (verdict: string) =>
    target.world
      .filter(({ shell }) => !shell)
      .map(({ facts }) => facts.enterpriseCode)
      .filter((code) => verdictOf(code) === verdict && before.get(code)?.surveyed.verdict !== verdict);
  const flagged = newly('flagged');
  const shells = target.shells.map(({ facts }) => verdictOf(facts.enterpriseCode));
  return {
    attacked: attack.aim === 'condemn' ? victims.size : target.shells.length,
    flagged: flagged.filter((code) => victims.has(code)).length,
    bystanders: flagged.filter((code) => !victims.has(code)).length,
    ifFew: [...victims].filter((code) => after.get(code)?.ifFew.verdict === 'flagged').length,
    watched: newly('watch').length,
    lost: shells.filter((verdict) => verdict === 'watch').length,
    noticed: doubted
      .filter(({ sender }) => attack.by.some((by) => sender === (by === 'bank' ? target.bank : by)))
      .map(({ because = 'leans' }) => because),
    cleared: shells.filter((verdict) => verdict !== 'watch' && verdict !== 'flagged').length,
  };
}
