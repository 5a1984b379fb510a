import type { Verdict } from './rules/finding.ts';
import type { CalibrationPoint, RuleSet } from './rules/rule-set.ts';

/** The prevalence at which weights and base are fitted. */
const REFERENCE = 0.01;

const logOdds = (share: number): number => Math.log(share / (1 - share));

type Scored = Pick<RuleSet, 'base' | 'prevalence' | 'calibration'>;

/**
 * Makes a function that gives the score 0…100 of a sum of weights: the probability in per cent that a company with these
 * findings is dangerous in a province with this prevalence. It has 2 decimals and never reaches 0 or 100 by evidence
 * alone.
 */
export function scorerOf({ base, prevalence, calibration = [] }: Scored): (sum: number) => number {
  const shift = logOdds(prevalence) - logOdds(REFERENCE);
  const calibrated = calibratedBy(calibration);
  return (sum) => {
    const odds = Math.exp(calibrated(sum + base) + shift);
    return Math.round((10_000 * odds) / (1 + odds)) / 100;
  };
}

/** Maps the log odds of base and weights to those observed. */
function calibratedBy(calibration: readonly CalibrationPoint[]): (uncalibrated: number) => number {
  const points = calibration.map(({ from, to }) => ({ from: logOdds(from / 100), to: logOdds(to / 100) }));
  const [lowest] = points;
  if (lowest === undefined) return (uncalibrated) => uncalibrated;
  return (uncalibrated) => {
    let below = lowest;
    for (const point of points) {
      if (uncalibrated < point.from) return onLine(uncalibrated, below, point);
      below = point;
    }
    return uncalibrated + below.to - below.from;
  };
}

/** Before the first point, both are that point, and the line runs parallel to the log odds of base and weights. */
function onLine(uncalibrated: number, below: CalibrationPoint, above: CalibrationPoint): number {
  const slope = below === above ? 1 : (above.to - below.to) / (above.from - below.from);
  return above.to + (uncalibrated - above.from) * slope;
}

/** The verdict on a score: evidence that speaks against the company flags where it is supported. */
export function verdictOf(
  score: number,
  { isAgainst, isSupported }: { readonly isAgainst: boolean; readonly isSupported: boolean },
  { watchAt }: Pick<RuleSet, 'watchAt'>,
): Verdict {
  if (isAgainst) return isSupported ? 'flagged' : 'watch';
  return score >= watchAt ? 'watch' : 'clear';
}
