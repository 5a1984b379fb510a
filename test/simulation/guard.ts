import type { Patch } from './bundle.ts';
import foundBy from './found-by.json' with { type: 'json' };

/** Something that keeps a fault of the world from doing harm, and how it is taken away. */
export interface Guard {
  readonly name: string;
  readonly patches: readonly Patch[];
  /** A seed that has found its absence: tried first. */
  readonly foundBy: number | undefined;
}

const FOUND_BY: Readonly<Record<string, number>> = foundBy;

export const guard = (name: string, file: string, find: string, replace: string): Guard => ({
  name,
  patches: [{ file, find, replace }],
  foundBy: FOUND_BY[name],
});
