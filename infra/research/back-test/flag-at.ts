/** The score of a company whose true class is known. */
export interface ScoredExample {
  readonly score: number;
  readonly shell: boolean;
}

/**
 * The lowest whole score from which to flag so that at least `precision` of the flagged companies are shells and no
 * more than `capacity` are flagged; undefined where no score gives that. @param capacity the number of companies that
 * can be investigated
 */
export function flagAtFor(
  scored: readonly ScoredExample[],
  precision: number,
  capacity = Number.POSITIVE_INFINITY,
): number | undefined {
  let lowest: number | undefined;
  for (let at = 99; at >= 1; at -= 1) {
    const flagged = scored.filter(({ score }) => score >= at);
    const shells = flagged.filter(({ shell }) => shell).length;
    if (flagged.length > capacity) return lowest;
    if (flagged.length > 0 && shells >= flagged.length * precision) lowest = at;
  }
  return lowest;
}
