import type { Violation } from './outside.ts';

/** A condition of the whole system. It gives back what breaks it, in a few words. */
export interface Invariant<Seen extends readonly unknown[]> {
  readonly kind: Violation['kind'];
  readonly broken: (...seen: Seen) => Iterable<string>;
}
export type Table<Seen extends readonly unknown[]> = Readonly<Record<string, Invariant<Seen>>>;

export const invariant = <Seen extends readonly unknown[]>(
  kind: Violation['kind'],
  broken: Invariant<Seen>['broken'],
): Invariant<Seen> => ({ kind, broken });
