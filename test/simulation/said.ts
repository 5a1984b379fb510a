import type { Violation } from './end-state.ts';

/** A finding that something is lacking, unless it is so. */
export const lostUnless = (isSo: boolean, what: string): readonly Violation[] =>
  isSo ? [] : [{ kind: 'lost', what: `not so: ${what}` }];

/** A finding that something is so that may not be. */
export const doubledIf = (isSo: boolean, what: string): readonly Violation[] =>
  isSo ? [{ kind: 'doubled', what }] : [];
