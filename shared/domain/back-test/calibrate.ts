import type { RuleSet } from '../rules/rule-set.ts';

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
const SMALLEST_WEIGHT = 0.01;

/**
 * Fits weights to decisions: logistic regression by coordinate Newton steps, each weight shrunk towards the one it has
 * now by `trust` (as many contrary companies as it takes to move it), and never across zero: what speaks against a company
 * doesn't come to speak for it through chance or through what it goes together with.
 */
export function calibrate(examples: readonly Example[], { rules }: RuleSet, trust: number): Calibrated {
  const codes = Object.keys(rules);
  const found = codes.map((code) => indexesOf(examples, code));
  const prior = codes.map((code) => rules[code]?.weight ?? 0);
  const weights = [...prior];
  const shells = examples.filter(({ shell }) => shell).length;
  let base = Math.log(Math.max(shells, 1) / Math.max(examples.length - shells, 1)) - 2;
  const sums = examples.map((example) => example.codes.reduce((sum, code) => sum + (rules[code]?.weight ?? 0), base));
  const everyone = examples.map((_, index) => index);

  const step = (members: readonly number[], pull: number): number => {
    let [slope, curve] = [pull, trust];
    for (const index of members) {
      const chance = 1 / (1 + Math.exp(-(sums[index] ?? 0)));
      slope += chance - (examples[index]?.shell === true ? 1 : 0);
      curve += chance * (1 - chance);
    }
    return -slope / Math.max(curve, 1e-6);
  };
  const move = (members: readonly number[], by: number): void => {
    for (const index of members) sums[index] = (sums[index] ?? 0) + by;
  };

  for (let sweep = 0; sweep < SWEEPS; sweep += 1) {
    const shift = step(everyone, 0);
    base += shift;
    move(everyone, shift);
    codes.forEach((_, place) => {
      const members = found[place] ?? [];
      const [before, expected] = [weights[place] ?? 0, prior[place] ?? 0];
      if (members.length === 0) return;
      const after = keepSign(before + step(members, trust * (before - expected)), expected);
      weights[place] = after;
      move(members, after - before);
    });
  }
  return {
    weights: Object.fromEntries(codes.map((code, place) => [code, round(weights[place] ?? 0)])),
    base: round(base),
  };
}

const keepSign = (weight: number, prior: number): number =>
  prior >= 0 ? Math.max(weight, SMALLEST_WEIGHT) : Math.min(weight, -SMALLEST_WEIGHT);

const round = (weight: number): number => Math.round(weight * 100) / 100;

function indexesOf(examples: readonly Example[], code: string): number[] {
  const indexes: number[] = [];
  examples.forEach(({ codes }, index) => {
    if (codes.includes(code)) indexes.push(index);
  });
  return indexes;
}
