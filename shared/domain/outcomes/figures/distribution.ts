/** The distribution of days (or any whole numbers) over several cases; its figures are undefined where there is no case. */
export interface Distribution {
  readonly count: number;
  readonly median: number | undefined;
  /** The value that nine in ten cases did not exceed. */
  readonly p90: number | undefined;
  readonly most: number | undefined;
}

/** The lower median, so that each figure is a value that occurred. */
export function distributionOf(values: readonly number[]): Distribution {
  const sorted = Float64Array.from(values).sort();
  const at = (share: number) => sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)];
  return { count: sorted.length, median: at(0.5), p90: at(0.9), most: at(1) };
}
