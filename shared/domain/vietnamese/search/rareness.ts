/**
 * What each part of a searched text decides, by how many of all fields have it: what many have, as the words of a legal
 * form, decides little. What none has was written wrongly, and decides as much as the others on average.
 */
export function rarenessOf(counts: readonly number[], all: number): readonly number[] {
  const known = counts.map((count) => (count === 0 ? undefined : Math.log2(2 + all / (1 + count))));
  const found = known.filter((weight) => weight !== undefined);
  const usual = found.length === 0 ? 1 : found.reduce((sum, weight) => sum + weight, 0) / found.length;
  return known.map((weight) => weight ?? usual);
}
