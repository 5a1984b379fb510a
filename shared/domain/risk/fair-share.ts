/**
 * The most that each of several senders may have, so that all together have no more than a limit. Each has the same
 * share, and what one does not need is shared by the others, so that no sender takes the place of another.
 * @param counts how many each sender has
 */
export function fairShare(counts: readonly number[], inAll: number): number {
  let left = inAll;
  for (const [place, count] of counts.toSorted((a, b) => a - b).entries()) {
    const share = Math.floor(left / (counts.length - place));
    if (count > share) return share;
    left -= count;
  }
  return inAll;
}

/**
 * The first values of each of several senders in an order, where all together have no more than a limit.
 * @param orderOf the text by which a sender's values are sorted
 */
export function fairlyChosen(
  bySender: readonly ReadonlySet<string>[],
  inAll: number,
  orderOf: (value: string) => string,
): string[] {
  const most = fairShare(
    bySender.map(({ size }) => size),
    inAll,
  );
  const isFirst = (a: string, b: string) => (orderOf(a) < orderOf(b) ? -1 : 1);
  return bySender.flatMap((own) => (own.size <= most ? [...own] : [...own].sort(isFirst).slice(0, most)));
}
