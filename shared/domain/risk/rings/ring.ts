import type { IsoDate } from '#shared/domain/vietnamese/dates.ts';
import type { SharedKind } from './band.ts';

/** One value that companies of a ring have in common, and which of them: codes in ascending order. */
export interface RingTie {
  readonly kind: SharedKind;
  /** The shared value as the links name it (a keyed hash). */
  readonly ref: string;
  readonly companies: readonly string[];
  /** The day on which a second company stood on the value. */
  readonly since: IsoDate;
}

/** A company of a ring: from which day it shares a value with another member, and how many values by kind. */
export interface RingMember {
  readonly enterpriseCode: string;
  readonly since: IsoDate;
  readonly shares: Readonly<Partial<Record<SharedKind, number>>>;
}

/**
 * A ring (nhóm doanh nghiệp có liên hệ): companies bound by values in common beyond what chance, a family or a
 * filing agent explains. Members in order of enterprise code, ties by kind and then by size.
 */
export interface Ring {
  readonly members: readonly RingMember[];
  readonly ties: readonly RingTie[];
  readonly since: IsoDate;
  /** First and last day on which a member was registered. */
  readonly registeredFrom: IsoDate;
  readonly registeredTo: IsoDate;
  readonly withBadSigns: number;
  /** Weight of evidence that this is a ring, in natural logarithms of odds, 2 decimals. */
  readonly strength: number;
}

/** A value that companies of one set share: `companies` are indexes in order of registration. */
export interface SetTie {
  readonly kind: SharedKind;
  readonly ref: string;
  readonly companies: readonly number[];
}
