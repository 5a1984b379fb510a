import type { RuleSet } from '#shared/domain/risk/rules/rule-set.ts';
import { ALL_RULES } from '#shared/domain/risk/rules/all-rules.ts';

/** A milder rule, and the graver rule whose weight it must not exceed, as the rules' files state. */
const STEPS: readonly (readonly [milder: string, graver: string])[] = ALL_RULES.flatMap(({ code, milderThan }) =>
  milderThan === undefined ? [] : [[code, milderThan] as const],
);

/** The limit is high because two steps with very unequal counts converge slowly. */
const LONGEST_CLIMB = 20_000;

/**
 * Puts weights in order: where a milder rule came out above its graver one, both take their mean by the companies found
 * (pool adjacent violators). One change may put another pair out of order, so it is repeated until none is.
 */
function orderWeights(weights: number[], codes: readonly string[], found: readonly (readonly number[])[]): void {
  for (let turn = 0; turn < LONGEST_CLIMB; turn += 1) {
    let mended = false;
    for (const [milder, graver] of STEPS) {
      const [low, high] = [codes.indexOf(milder), codes.indexOf(graver)];
      if (low < 0 || high < 0) continue;
      const [below, above] = [weights[low] ?? 0, weights[high] ?? 0];
      if (below <= above + IN_STEP) continue;
      const [few, many] = [Math.max(1, found[low]?.length ?? 0), Math.max(1, found[high]?.length ?? 0)];
      const mean = (below * few + above * many) / (few + many);
      weights[low] = mean;
      weights[high] = mean;
      mended = true;
    }
    if (!mended) return;
  }
}

const IN_STEP = 1e-9;

/** A company whose true class is known, with the rules that counted for it. */
export interface LabelledExample {
  readonly codes: readonly string[];
  readonly shell: boolean;
  /** The share of shells among the companies that it was drawn from; by default the share among all examples. */
  readonly prevalence?: number | undefined;
}

export interface Calibrated {
  readonly weights: Readonly<Record<string, number>>;
  /** The logarithm of the odds of a shell where no rule found anything, at a prevalence of 0.01. */
  readonly base: number;
}

/** The share of shells for which base and weights hold; the score shifts the odds of another province. */
const REFERENCE = 0.01;
const SWEEPS = 80;
const LONGEST_STEP = 1;
/** The fit ends where no weight changes by more than this. */
const STILL = 0.002;
/** The least weight of a sign. */
const SMALLEST_WEIGHT = 0.1;
/** The limit of a relieving weight, so that it never outweighs a grave sign. */
const LARGEST_RELIEF = 2.5;
/** The limit of a weight. A sign that no known honest company shows may still occur among the unknown ones. */
const LARGEST_WEIGHT = 7;

const AT_MOST: ReadonlyMap<string, number> = new Map(
  ALL_RULES.flatMap(({ code, atMost }) => (atMost === undefined ? [] : [[code, atMost] as const])),
);

interface Known {
  readonly shell: boolean;
  readonly shift: number;
}

/**
 * Fits weights to decisions by logistic regression with coordinate Newton steps. Each weight is shrunk towards its
 * present value by `trust`, which is the number of contrary companies needed to move it. It never crosses zero, and
 * never exceeds the logarithm of its sign's own likelihood ratio, so that a weight does not absorb other signs which
 * occur with it only in these examples.
 */
export function calibrate(examples: readonly LabelledExample[], ruleSet: RuleSet, trust: number): Calibrated {
  const codes = Object.keys(ruleSet.rules);
  const known = examples.map((example) => knownOf(example, examples));
  const found = codes.map((code) => indexesOf(examples, code));
  const prior = codes.map((code) => ruleSet.rules[code]?.weight ?? 0);
  const bounds = codes.map((code, place) =>
    boundsOf(known, found[place] ?? [], (prior[place] ?? 0) < 0, trust, AT_MOST.get(code) ?? LARGEST_WEIGHT),
  );
  const weights = prior.map((weight, place) =>
    found[place]?.length === 0 ? weight : (bounds[place]?.(weight) ?? weight),
  );
  let { base } = ruleSet;
  const sums = examples.map(({ codes: counted }, index) =>
    counted.reduce((sum, code) => sum + (weights[codes.indexOf(code)] ?? 0), base + (known[index]?.shift ?? 0)),
  );
  const everyone = examples.map((_, index) => index);

  const step = (members: readonly number[], pull: number, stiffness: number): number => {
    let [slope, curve] = [pull, stiffness];
    for (const index of members) {
      const chance = 1 / (1 + Math.exp(-(sums[index] ?? 0)));
      slope += chance - (known[index]?.shell === true ? 1 : 0);
      curve += chance * (1 - chance);
    }
    // Where all predictions are near 0 or 1 the curve is flat, and a whole Newton step would
    // overshoot.
    return Math.max(-LONGEST_STEP, Math.min(LONGEST_STEP, -slope / Math.max(curve, 1e-6)));
  };
  const move = (members: readonly number[], by: number): void => {
    for (const index of members) sums[index] = (sums[index] ?? 0) + by;
  };

  for (let sweep = 0; sweep < SWEEPS; sweep += 1) {
    // Where every shell shows some sign, only the earlier value limits the base.
    const shift = step(everyone, trust * INFORMATION * (base - ruleSet.base), trust * INFORMATION);
    base += shift;
    move(everyone, shift);
    let furthest = Math.abs(shift);
    codes.forEach((_, place) => {
      const members = found[place] ?? [];
      if (members.length === 0) return;
      const before = weights[place] ?? 0;
      const stiffness = trust * INFORMATION;
      const after =
        bounds[place]?.(before + step(members, stiffness * (before - (prior[place] ?? 0)), stiffness)) ?? before;
      weights[place] = after;
      move(members, after - before);
      furthest = Math.max(furthest, Math.abs(after - before));
    });
    if (furthest < STILL) break;
  }
  orderWeights(weights, codes, found);
  base = stretch(weights, base, { examples, codes, known, found, stiffness: trust * INFORMATION });
  orderWeights(weights, codes, found);
  return {
    weights: Object.fromEntries(codes.map((code, place) => [code, round(weights[place] ?? 0)])),
    base: round(base),
  };
}

const LONGEST_STRETCH = 1.4;

interface Fit {
  readonly examples: readonly LabelledExample[];
  readonly codes: readonly string[];
  readonly known: readonly Known[];
  readonly found: readonly (readonly number[])[];
  readonly stiffness: number;
}

/**
 * The bounds keep weights small and so the probabilities too near 0.5. Therefore one common factor for all weights and
 * the base are fitted afterwards. Returns the base.
 */
function stretch(weights: number[], base: number, fit: Fit): number {
  const { examples, codes, known, found, stiffness } = fit;
  const sums = examples.map((example) =>
    example.codes.reduce((sum, code) => sum + (weights[codes.indexOf(code)] ?? 0), 0),
  );
  let [factor, at] = [1, base];
  for (let sweep = 0; sweep < SWEEPS; sweep += 1) {
    let [a, b, aa, ab, bb] = [stiffness * (at - base), 0, stiffness + 1e-6, 0, 1e-6];
    known.forEach(({ shell, shift }, index) => {
      const sum = sums[index] ?? 0;
      const chance = 1 / (1 + Math.exp(-(at + shift + factor * sum)));
      const [off, curve] = [chance - (shell ? 1 : 0), chance * (1 - chance)];
      a += off;
      b += off * sum;
      aa += curve;
      ab += curve * sum;
      bb += curve * sum * sum;
    });
    const determinant = aa * bb - ab * ab;
    at -= (bb * a - ab * b) / determinant;
    factor = Math.max(1, Math.min(LONGEST_STRETCH, factor - (aa * b - ab * a) / determinant));
  }
  weights.forEach((weight, place) => {
    if ((found[place] ?? []).length === 0) return;
    weights[place] = Math.min(weight * factor, AT_MOST.get(codes[place] ?? '') ?? LARGEST_WEIGHT);
  });
  return at;
}

/** The largest information that one company gives about a weight: p (1 − p) for p = 0.5. */
const INFORMATION = 0.25;

function knownOf({ shell, prevalence }: LabelledExample, examples: readonly LabelledExample[]): Known {
  const odds = prevalence === undefined ? oddsOf(examples) : prevalence / (1 - prevalence);
  return { shell, shift: Math.log(odds) - Math.log(REFERENCE / (1 - REFERENCE)) };
}

type Bound = (weight: number) => number;

/**
 * Keeps a weight between the smallest value of its sign and the likelihood ratio of that sign alone, with `trust`
 * contrary companies added.
 */
function boundsOf(
  known: readonly Known[],
  members: readonly number[],
  relief: boolean,
  trust: number,
  most: number,
): Bound {
  const all = massOf(
    known,
    known.map((_, index) => index),
  );
  const with_ = massOf(known, members);
  const add = trust / 20;
  const alone = Math.log((with_.shells + add) / (all.shells + add) / ((with_.honest + add) / (all.honest + add)));
  if (relief)
    return (weight) => Math.min(-SMALLEST_WEIGHT, Math.max(weight, -Math.min(LARGEST_RELIEF, Math.max(0, -alone))));
  return (weight) => Math.max(SMALLEST_WEIGHT, Math.min(weight, alone, most));
}

function massOf(known: readonly Known[], members: readonly number[]): { shells: number; honest: number } {
  const shells = members.filter((index) => known[index]?.shell === true).length;
  return { shells, honest: members.length - shells };
}

function oddsOf(examples: readonly LabelledExample[]): number {
  const shells = examples.filter(({ shell }) => shell).length;
  return Math.max(shells, 1) / Math.max(examples.length - shells, 1);
}

const round = (weight: number): number => Math.round(weight * 100) / 100;

function indexesOf(examples: readonly LabelledExample[], code: string): number[] {
  const indexes: number[] = [];
  examples.forEach(({ codes }, index) => {
    if (codes.includes(code)) indexes.push(index);
  });
  return indexes;
}
