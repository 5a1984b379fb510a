/** Counts each value, in the order of the values. */
export type ValueCounts = Record<string, number>;

export function countValues(values: readonly string[]): ValueCounts {
  const counts: ValueCounts = {};
  for (const value of values.toSorted()) counts[value] = (counts[value] ?? 0) + 1;
  return counts;
}
