/** The entries from `start` up to but not including `end`, whose subtree is one hash of a proof. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** The subtree of the `2 ** level` entries from `index * 2 ** level` on. */
export interface Subtree {
  readonly level: number;
  readonly index: number;
}

/** The greatest power of two below `count`, which is at least 2. */
export function largestPowerOfTwoBelow(count: number): number {
  let split = 1;
  while (split * 2 < count) split *= 2;
  return split;
}

/**
 * The ranges whose hashes prove that an entry is in a tree of the given size, from the entry's neighbour upwards (RFC
 * 6962, 2.1.1).
 */
export function inclusionRanges(entry: number, size: number): Range[] {
  const ranges: Range[] = [];
  let [start, end] = [0, size];
  while (end - start > 1) {
    const middle = start + largestPowerOfTwoBelow(end - start);
    if (entry < middle) {
      ranges.push({ start: middle, end });
      end = middle;
    } else {
      ranges.push({ start, end: middle });
      start = middle;
    }
  }
  return ranges.reverse();
}

/**
 * The ranges whose hashes prove that a tree begins with an earlier one of `from` entries (RFC 6962, 2.1.2); none for an
 * empty or the same tree.
 */
export function consistencyRanges(from: number, size: number): Range[] {
  if (from === 0 || from === size) return [];
  const ranges: Range[] = [];
  let [start, end] = [0, size];
  while (from !== end) {
    const middle = start + largestPowerOfTwoBelow(end - start);
    if (from <= middle) {
      ranges.push({ start: middle, end });
      end = middle;
    } else {
      ranges.push({ start, end: middle });
      start = middle;
    }
  }
  // The reader knows the whole earlier tree, so its own hash is left out.
  return start === 0 ? ranges.reverse() : [{ start, end }, ...ranges.reverse()];
}

/** The complete subtrees that a range of a proof, or a whole tree, consists of, from left to right. */
export function subtreesOf({ start, end }: Range): Subtree[] {
  const subtrees: Subtree[] = [];
  let from = start;
  while (from < end) {
    const left = end - from;
    let level = 0;
    while (2 ** (level + 1) <= left) level += 1;
    subtrees.push({ level, index: from / 2 ** level });
    from += 2 ** level;
  }
  return subtrees;
}
