import type { UnionFind } from './union-find.ts';

/** A set of this size is already a ring, and a single shared value does not join another set to it. */
export const ESTABLISHED_SET_SIZE = 3;

/** A set with companies at a value: one of these companies, the set's size, and the number of its companies at the value. */
export interface TouchedSet {
  readonly company: number;
  readonly size: number;
  touched: number;
}

/** The present sets of a value's companies, the largest first. */
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
