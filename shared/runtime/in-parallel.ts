/**
 * Runs `work` over `items`, at most `width` at a time, with the results in order. After a failure no further item is
 * begun, and the first error is thrown once no work is running, so that nothing continues after the caller has the
 * error.
 */
export async function inParallel<T, R>(
  items: readonly T[],
  width: number,
  work: (item: T) => Promise<R>,
): Promise<R[]> {
  const results: R[] = [];
  const errors: unknown[] = [];
  const entries = items.entries();
  const worker = async () => {
    for (const [index, item] of entries) {
      if (errors.length > 0) return;
      try {
        results[index] = await work(item);
      } catch (error) {
        errors.push(error);
      }
    }
  };
  await Promise.all(Array.from({ length: Math.min(width, items.length) }, worker));
  if (errors.length > 0) throw errors[0];
  return results;
}

/** Runs `work` over all items, at most `width` at a time, whichever of them fail. @returns the outcomes in order */
export const settledInParallel = <T, R>(
  items: readonly T[],
  width: number,
  work: (item: T) => Promise<R>,
): Promise<PromiseSettledResult<R>[]> =>
  inParallel(items, width, async (item) => {
    const [outcome] = await Promise.allSettled([work(item)]);
    return outcome;
  });

export function chunksOf<T>(items: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, n) => items.slice(n * size, (n + 1) * size));
}
