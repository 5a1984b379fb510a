import type { Patch } from './bundle.ts';
import foundBy from './found-by.json' with { type: 'json' };

/** A guard in the code against a fault of the environment, and the patch that removes it. */
export interface Guard {
  readonly name: string;
  readonly patches: readonly Patch[];
  /** A seed that has found the removal, which is tried first. */
  readonly foundBy: number | undefined;
}

const FOUND_BY: Readonly<Record<string, number>> = foundBy;

export const guard = (name: string, file: string, find: string, replace: string): Guard => ({
  name,
  patches: [{ file, find, replace }],
  foundBy: FOUND_BY[name],
});
