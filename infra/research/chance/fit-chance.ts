import type { ChanceModel } from '#shared/domain/plan/chance.ts';
import { SIGNS, type Sign, type Signs } from '#shared/domain/plan/signs.ts';

/** A company with its signs, whether it is a shell, and whether it is flagged already: of that one nobody is asked. */
export interface ChanceExample {
  readonly signs: Signs;
  readonly shell: boolean;
  readonly isFlagged: boolean;
}

/** Each weight is shrunk towards 0 as by so many contrary companies. */
const SHRINK = 2;
const SWEEPS = 25;
const LONGEST_STEP = 1;

/** Fits the log odds and what each level of a sign adds, by logistic regression with coordinate Newton steps. */
export function fitChance(
  examples: readonly ChanceExample[],
  version: string,
  signs: readonly Sign[] = SIGNS,
): ChanceModel {
  const levels = new Map<string, { readonly sign: Sign; readonly level: string; readonly members: number[] }>();
  examples.forEach(({ signs: own }, index) => {
    for (const sign of signs) {
      const key = `${sign} ${own[sign]}`;
      const known = levels.get(key) ?? { sign, level: own[sign], members: [] };
      known.members.push(index);
      levels.set(key, known);
    }
  });
  const shells = examples.filter(({ shell }) => shell).length;
  let base = Math.log((shells + 1) / (examples.length - shells + 1));
  const sums = examples.map(() => base);
  const step = (members: readonly number[], present: number, shrink: number): number => {
    let [slope, curve] = [-shrink * present, shrink];
    for (const index of members) {
      const chance = 1 / (1 + Math.exp(-(sums[index] ?? 0)));
      slope += (examples[index]?.shell ? 1 : 0) - chance;
      curve += chance * (1 - chance);
    }
    const change = Math.max(-LONGEST_STEP, Math.min(LONGEST_STEP, slope / (curve + 1e-9)));
    for (const index of members) sums[index] = (sums[index] ?? 0) + change;
    return change;
  };
  const everybody = examples.map((_, index) => index);
  const fitted = new Map([...levels.keys()].map((key) => [key, 0]));
  for (let sweep = 0; sweep < SWEEPS; sweep += 1) {
    base += step(everybody, base, 0);
    for (const [key, { members }] of levels)
      fitted.set(key, (fitted.get(key) ?? 0) + step(members, fitted.get(key) ?? 0, SHRINK));
  }
  const weights: Partial<Record<Sign, Record<string, number>>> = {};
  for (const [key, { sign, level }] of levels)
    weights[sign] = { ...weights[sign], [level]: Math.round((fitted.get(key) ?? 0) * 100) / 100 };
  return { version, base: Math.round(base * 100) / 100, weights };
}
