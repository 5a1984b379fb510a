/** The sum of weights that a company with a known truth came to. */
export interface WeighedExample {
  readonly sum: number;
  readonly shell: boolean;
}

const TENTH = 10;

/**
 * The lowest sum, in tenths, to flag from so that at least `precision` of those flagged are shells; undefined where no
 * sum gives that.
 */
export function flagAtFor(weighed: readonly WeighedExample[], precision: number): number | undefined {
  const worst = weighed.toSorted((a, b) => b.sum - a.sum);
  let [shells, flagged] = [0, 0];
  let lowest: number | undefined;
  const from = Math.floor((worst[0]?.sum ?? 0) * TENTH);
  for (let tenths = from; tenths > 0; tenths -= 1) {
    for (let one = worst[flagged]; one && one.sum * TENTH >= tenths; one = worst[flagged]) {
      flagged += 1;
      if (one.shell) shells += 1;
    }
    if (flagged > 0 && shells >= flagged * precision) lowest = tenths / TENTH;
  }
  return lowest;
}
