import type { IsoDate } from '../dates.ts';

/** Values that companies may share. `holder` is the person behind an account, `agent` the authorised person who files. */
export const SHARED_KINDS = ['person', 'address', 'phone', 'email', 'holder', 'agent'] as const;
export type SharedKind = (typeof SHARED_KINDS)[number];

/** What a shared value remembers of one company: facts of its own, never a verdict. */
export interface LinkMember {
  readonly enterpriseCode: string;
  readonly registeredOn: IsoDate;
  readonly badSigns: number;
}

/** A shared value's companies in a few bands; a ref is a keyed hash. */
export interface SharedBand {
  readonly kind: SharedKind;
  readonly ref: string;
  /** Lower bound of the band of size: 1, 2, 3, 5, 10, 20, 50. */
  readonly size: number;
}
