/** The score that a company with a known truth came to. */
export interface ScoredExample {
  readonly score: number;
  readonly shell: boolean;
  /** How much it counts, 1 unless given. */
  readonly share?: number | undefined;
}

/**
 * The lowest whole score to flag from so that at least `precision` of those flagged are shells, and no more are flagged than
 * can be looked into; undefined where no score gives that.
 * @param capacity how many companies can be looked into
 */
export function flagAtFor(
  scored: readonly ScoredExample[],
  precision: number,
  capacity = Number.POSITIVE_INFINITY,
): number | undefined {
  let lowest: number | undefined;
  for (let at = 99; at >= 1; at -= 1) {
    const flagged = scored.filter(({ score }) => score >= at);
    const all = flagged.reduce((sum, { share = 1 }) => sum + share, 0);
    const shells = flagged.reduce((sum, { share = 1, shell }) => sum + (shell ? share : 0), 0);
    if (all > capacity) return lowest;
    if (all > 0 && shells >= all * precision) lowest = at;
  }
  return lowest;
}
