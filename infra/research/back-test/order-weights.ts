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
export function orderWeights(weights: number[], codes: readonly string[], found: readonly (readonly number[])[]): void {
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
