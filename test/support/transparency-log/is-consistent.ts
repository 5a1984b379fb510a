import { type TreeHead, sameBytes, type TreeHashing } from '#shared/domain/transparency-log/tree-hash.ts';

/** Whether `proof` shows that the later tree begins with the earlier one (RFC 9162, 2.1.4.2). */
export function isConsistent(
  hashing: TreeHashing,
  earlier: TreeHead,
  later: TreeHead,
  proof: readonly Uint8Array[],
): boolean {
  // An empty tree shows nothing about a later one
  if (earlier.size < 1 || earlier.size > later.size) return false;
  if (earlier.size === later.size) return proof.length === 0 && sameBytes(earlier.root, later.root);
  const isWhole = Number.isInteger(Math.log2(earlier.size));
  const [first, ...rest] = isWhole ? [earlier.root, ...proof] : proof;
  if (!first) return false;
  let [own, last] = [earlier.size - 1, later.size - 1];
  while (own % 2 === 1) [own, last] = [half(own), half(last)];
  let [before, after] = [first, first];
  for (const sibling of rest) {
    if (last === 0) return false;
    if (own % 2 === 1 || own === last) {
      before = hashing.node(sibling, before);
      after = hashing.node(sibling, after);
      while (own % 2 === 0 && own !== 0) [own, last] = [own / 2, half(last)];
    } else {
      after = hashing.node(after, sibling);
    }
    [own, last] = [half(own), half(last)];
  }
  return last === 0 && sameBytes(before, earlier.root) && sameBytes(after, later.root);
}

const half = (count: number): number => Math.floor(count / 2);
