/** Days (or any whole numbers) of several cases. Undefined figures where there is none. */
export interface Distribution {
  readonly count: number;
  readonly median: number | undefined;
  /** Nine in ten took no longer. */
  readonly p90: number | undefined;
  readonly most: number | undefined;
}

/** The middle value, of an even number of values the lower of the two: each figure is a value that somebody had. */
export function distributionOf(values: readonly number[]): Distribution {
  const sorted = Float64Array.from(values).sort();
  const at = (share: number) => sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)];
  return { count: sorted.length, median: at(0.5), p90: at(0.9), most: at(1) };
}
