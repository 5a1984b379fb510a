import type { UnionFind } from './union-find.ts';

/** A set of this many companies is a ring already: another set is not joined to it by a single shared value. */
export const ESTABLISHED_SET_SIZE = 3;

/** A set that a value touches: one of its companies there, its size, and how many of its companies the value has. */
export interface TouchedSet {
  readonly company: number;
  readonly size: number;
  touched: number;
}

/** The sets that a value's companies are in now, the largest first. */
export function touchedSetsOf(members: Int32Array, sets: UnionFind): TouchedSet[] {
  const parts = new Map<number, TouchedSet>();
  for (const company of members) {
    const root = sets.find(company);
    const part = parts.get(root);
    if (part === undefined) parts.set(root, { company, size: sets.size(root), touched: 1 });
    else part.touched += 1;
  }
  return [...parts.values()].sort((a, b) => b.size - a.size || b.touched - a.touched);
}
