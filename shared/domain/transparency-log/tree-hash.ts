/** Computes SHA-256, which has 32 bytes. */
export type Sha256 = (bytes: Uint8Array) => Uint8Array;

export const HASH_BYTES = 32;
const LEAF = 0;
const NODE = 1;

/** A tree, given by its size and its root. */
export interface TreeHead {
  readonly size: number;
  readonly root: Uint8Array;
}

/** The hashes of RFC 6962, section 2.1. */
export interface TreeHashing {
  /** The hash of an entry. */
  leaf(entry: Uint8Array): Uint8Array;
  /** The hash of two neighbouring subtrees. */
  node(left: Uint8Array, right: Uint8Array): Uint8Array;
  /**
   * The hash of neighbouring subtrees from left to right, each no larger than the one before; without subtrees it is
   * the empty tree's hash.
   */
  join(subtrees: readonly Uint8Array[]): Uint8Array;
  /** The root of `count` consecutive hashes from index `first` on; `count` is a power of two. */
  full(hashes: Uint8Array, first: number, count: number): Uint8Array;
}

export function treeHashing(sha256: Sha256): TreeHashing {
  const pair = new Uint8Array(1 + 2 * HASH_BYTES);
  pair[0] = NODE;
  const node = (left: Uint8Array, right: Uint8Array): Uint8Array => {
    pair.set(left, 1);
    pair.set(right, 1 + HASH_BYTES);
    return sha256(pair);
  };
  const full = (hashes: Uint8Array, first: number, count: number): Uint8Array => {
    if (count === 1) return hashAt(hashes, first);
    const half = count / 2;
    return node(full(hashes, first, half), full(hashes, first + half, half));
  };
  return {
    leaf(entry) {
      const marked = new Uint8Array(1 + entry.length);
      marked[0] = LEAF;
      marked.set(entry, 1);
      return sha256(marked);
    },
    node,
    join: (subtrees) =>
      subtrees.length === 0 ? sha256(new Uint8Array()) : subtrees.reduceRight((right, left) => node(left, right)),
    full,
  };
}

export const hashAt = (hashes: Uint8Array, place: number): Uint8Array =>
  hashes.subarray(place * HASH_BYTES, (place + 1) * HASH_BYTES);

export const sameBytes = (a: Uint8Array, b: Uint8Array): boolean => Buffer.compare(a, b) === 0;
