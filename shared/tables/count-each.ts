/** How often each value comes, in the order of the values. */
export type EachCounted = Record<string, number>;

export function countEach(values: readonly string[]): EachCounted {
  const counts: EachCounted = {};
  for (const value of values.toSorted()) counts[value] = (counts[value] ?? 0) + 1;
  return counts;
}
