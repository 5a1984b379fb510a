import type { RuleSet } from '#shared/domain/risk/rules/rule-set.ts';

/** A company whose truth is known (a decision of the police, a label): which rules counted, and what it was. */
export interface Example {
  readonly codes: readonly string[];
  readonly shell: boolean;
}

export interface Calibrated {
  readonly weights: Readonly<Record<string, number>>;
  /** Logarithm of the odds of a shell where no rule found anything. */
  readonly base: number;
}

const SWEEPS = 60;
const LONGEST_STEP = 1;
/** Below this nothing moves any more. */
const STILL = 0.002;
/** A sign that is asked about counts a little at least. */
const SMALLEST_WEIGHT = 0.1;
/** Relief never outweighs a grave sign. */
const LARGEST_RELIEF = 2.5;

/**
 * Fits weights to decisions: logistic regression by coordinate Newton steps, each weight shrunk towards the one it has
 * now by `trust` (as many contrary companies as it takes to move it), and kept within what its sign proves alone: never
 * across zero, and never beyond the logarithm of how much likelier it is of a shell. What goes together with a sign in
 * these examples, and might not in the next, is thereby not laid on it.
 */
export function calibrate(examples: readonly Example[], { rules }: RuleSet, trust: number): Calibrated {
  const codes = Object.keys(rules);
  const found = codes.map((code) => indexesOf(examples, code));
  const prior = codes.map((code) => rules[code]?.weight ?? 0);
  const bounds = prior.map((weight, place) => boundsOf(examples, found[place] ?? [], weight, trust));
  const weights = [...prior];
  let base = Math.log(oddsOf(examples)) - 2;
  const sums = examples.map((example) => example.codes.reduce((sum, code) => sum + (rules[code]?.weight ?? 0), base));
  const everyone = examples.map((_, index) => index);

  const step = (members: readonly number[], pull: number): number => {
    let [slope, curve] = [pull, trust];
    for (const index of members) {
      const chance = 1 / (1 + Math.exp(-(sums[index] ?? 0)));
      slope += chance - (examples[index]?.shell === true ? 1 : 0);
      curve += chance * (1 - chance);
    }
    // Where all are sure of themselves the curve is flat, and a whole step would overshoot.
    return Math.max(-LONGEST_STEP, Math.min(LONGEST_STEP, -slope / Math.max(curve, 1e-6)));
  };
  const move = (members: readonly number[], by: number): void => {
    for (const index of members) sums[index] = (sums[index] ?? 0) + by;
  };

  for (let sweep = 0; sweep < SWEEPS; sweep += 1) {
    const shift = step(everyone, 0);
    base += shift;
    move(everyone, shift);
    let furthest = Math.abs(shift);
    codes.forEach((_, place) => {
      const members = found[place] ?? [];
      const [before, expected] = [weights[place] ?? 0, prior[place] ?? 0];
      if (members.length === 0) return;
      const after = bounds[place]?.(before + step(members, trust * (before - expected))) ?? before;
      weights[place] = after;
      move(members, after - before);
      furthest = Math.max(furthest, Math.abs(after - before));
    });
    if (furthest < STILL) break;
  }
  climb(weights, codes, found);
  return {
    weights: Object.fromEntries(codes.map((code, place) => [code, round(weights[place] ?? 0)])),
    base: round(base),
  };
}

/** Steps of one question, the graver first: the graver never counts for less. */
const LADDERS = [
  ['PASS_THROUGH_SUSPENDED', 'PASS_THROUGH_SUSPENDED_BRIEFLY'],
  ['NO_TRADE_FOR_A_YEAR', 'NO_TRADE'],
  ['NOT_AT_ADDRESS', 'TAX_STATUS_VERIFYING'],
  ['INVOICES_8_TIMES_REVENUE', 'INVOICES_3_TIMES_REVENUE', 'INVOICES_FAR_ABOVE_REVENUE', 'INVOICES_ABOVE_REVENUE'],
  ['PASS_THROUGH_AT_ONCE', 'PASS_THROUGH_FAST', 'PASS_THROUGH_PARTLY_DECLARED', 'PASS_THROUGH_DECLARED'],
  ['PASS_THROUGH_AT_ONCE', 'PASS_THROUGH_AT_ONCE_DECLARED', 'PASS_THROUGH_DECLARED'],
  ['PASS_THROUGH_AT_ONCE', 'PASS_THROUGH_BRIEFLY_AT_ONCE', 'PASS_THROUGH_BRIEFLY'],
  ['PASS_THROUGH_FAST', 'PASS_THROUGH_ONE_ACCOUNT', 'PASS_THROUGH_BRIEFLY'],
  ['PASS_THROUGH_FAST', 'PASS_THROUGH_WITHIN_A_DAY', 'PASS_THROUGH'],
  ['PASS_THROUGH_UNDECLARED', 'PASS_THROUGH'],
  ['NEW_HANDS_THEN_PASS_THROUGH', 'WOKEN_BY_NEW_HANDS', 'DORMANT_THEN_NEW_REPRESENTATIVE'],
  ['NEW_HANDS_THEN_PASS_THROUGH', 'DORMANT_THEN_NEW_HANDS', 'DORMANT_THEN_NEW_REPRESENTATIVE'],
  ['NEW_HANDS_THEN_PASS_THROUGH', 'HANDS_AND_PLACE_CHANGED'],
  ['FOREIGN_IP_OFTEN', 'FOREIGN_IP'],
  ['ACCOUNTS_MOSTLY_OF_ANOTHER_PERSON', 'ACCOUNT_OF_ANOTHER_PERSON'],
  ['NETWORK_MOSTLY_BAD', 'NETWORK_PARTLY_BAD', 'NETWORK_SOME_BAD'],
  ['NETWORK_GRAVE_PARTNER', 'NETWORK_BAD_PARTNER'],
  ['NETWORK_SEVERAL_GRAVE', 'NETWORK_GRAVE'],
  ['REP_TEN_COMPANIES', 'REP_MANY_COMPANIES'],
];

const IN_STEP = 1e-9;
const LONGEST_CLIMB = 1000;

/** Climbs every ladder until all are in step: what one mends may put a step that it shares with another out of order. */
function climb(weights: number[], codes: readonly string[], found: readonly (readonly number[])[]): void {
  for (let turn = 0; turn < LONGEST_CLIMB; turn += 1) {
    const before = [...weights];
    for (const ladder of LADDERS) climbOne(ladder, weights, codes, found);
    if (weights.every((weight, place) => Math.abs(weight - (before[place] ?? 0)) < IN_STEP)) return;
  }
}

/** Where a milder step came out above a graver one, both take their mean by the companies found (pool adjacent violators). */
function climbOne(
  ladder: readonly string[],
  weights: number[],
  codes: readonly string[],
  found: readonly (readonly number[])[],
): void {
  const pools: { places: number[]; weight: number; companies: number }[] = [];
  for (const code of ladder) {
    const place = codes.indexOf(code);
    if (place < 0) continue;
    let pool = { places: [place], weight: weights[place] ?? 0, companies: Math.max(1, found[place]?.length ?? 0) };
    for (let above = pools.at(-1); above && above.weight < pool.weight; above = pools.at(-1)) {
      const companies = above.companies + pool.companies;
      const weight = (above.weight * above.companies + pool.weight * pool.companies) / companies;
      pool = { places: [...above.places, ...pool.places], weight, companies };
      pools.pop();
    }
    pools.push(pool);
  }
  for (const { places, weight } of pools) for (const place of places) weights[place] = weight;
}

type Bound = (weight: number) => number;

/**
 * Keeps a weight between the smallest of its sign and what that sign proves where it is looked at alone. Seldom seen, it
 * proves what it was held to prove: `trust` companies speak for the present weight.
 */
function boundsOf(examples: readonly Example[], members: readonly number[], prior: number, trust: number): Bound {
  const odds = oddsOf(examples);
  const shells = members.reduce((count, index) => count + (examples[index]?.shell === true ? 1 : 0), 0);
  const trusted = trust / (1 + 1 / (odds * Math.exp(prior)));
  const alone = Math.log((shells + trusted) / (members.length - shells + trust - trusted) / odds);
  if (prior >= 0) return (weight) => Math.max(SMALLEST_WEIGHT, Math.min(weight, alone));
  const relief = Math.min(LARGEST_RELIEF, -alone);
  return (weight) => Math.min(-SMALLEST_WEIGHT, Math.max(weight, -relief));
}

function oddsOf(examples: readonly Example[]): number {
  const shells = examples.filter(({ shell }) => shell).length;
  return Math.max(shells, 1) / Math.max(examples.length - shells, 1);
}

const round = (weight: number): number => Math.round(weight * 100) / 100;

function indexesOf(examples: readonly Example[], code: string): number[] {
  const indexes: number[] = [];
  examples.forEach(({ codes }, index) => {
    if (codes.includes(code)) indexes.push(index);
  });
  return indexes;
}
