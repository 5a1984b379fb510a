import { MEASURES, type Measure } from '#shared/domain/risk/measure.ts';
import type { CompanyFacts } from '../facts/company-facts.ts';
import { type CompanyProfile, profileOf } from '../facts/company-profile.ts';
import type { Sender } from '../senders/sender.ts';
import { isMadeBy } from '../senders/without-sender.ts';
import { OWN_RULES } from './own-rules.ts';
import type { RuleRecord, SignToOthers } from './rule.ts';

const POINTS: Readonly<Record<SignToOthers, number>> = { grave: 2, bad: 1 };

// The rules sorted by gravity, so that of several findings about one fact the gravest counts.
const SIGNS: readonly (readonly [RuleRecord, number])[] = Object.values<RuleRecord>(OWN_RULES)
  .flatMap((rule): (readonly [RuleRecord, number])[] => (rule.sign ? [[rule, POINTS[rule.sign]]] : []))
  .sort(([, a], [, b]) => b - a);

/**
 * The number of bad signs in the company's own facts. Rules about one fact count once, and a grave sign counts as two.
 * Idleness, lateness and bad documents are no signs. Verdicts and other companies are never used, so that companies'
 * evidence on each other is not circular.
 */
export function ownSigns(
  facts: Omit<CompanyFacts, 'bands'>,
  measures: readonly Measure[] = MEASURES,
  without?: Sender,
): number {
  return ownSignsOf(profileOf({ ...facts, bands: [] }, measures), { without });
}

interface Counted {
  /** The number of signs at which counting stops. */
  readonly enough?: number;
  /** The sender without whose rows the signs are counted. */
  readonly without?: Sender | undefined;
}

/** Counts the bad signs of an already derived profile. */
export function ownSignsOf(
  reading: CompanyProfile,
  { enough = Number.POSITIVE_INFINITY, without }: Counted = {},
): number {
  let total = 0;
  const seen: string[] = [];
  for (const [rule, points] of SIGNS) {
    const fact = rule.signOf ?? rule.fact;
    if (rule.needs?.(reading) === false || seen.includes(fact)) continue;
    if (rule.measure && !reading.measures.includes(rule.measure)) continue;
    if (without !== undefined && isMadeBy(without, rule.madeBy)) continue;
    if (!rule.evaluate(reading)) continue;
    seen.push(fact);
    total += points;
    if (total >= enough) break;
  }
  return total;
}
