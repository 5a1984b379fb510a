import type { IsoDate } from '#shared/domain/vietnamese/dates.ts';
import type { SharedKind } from './band.ts';

/** One value that companies of a ring share, with the codes of these companies in ascending order. */
export interface RingTie {
  readonly kind: SharedKind;
  /** The shared value as in the links (a keyed hash). */
  readonly ref: string;
  readonly companies: readonly string[];
  /** The day on which a second company had the value. */
  readonly since: IsoDate;
}

/**
 * A company of a ring, with the first day on which it shares a value with another member, and the number of shared
 * values by kind.
 */
export interface RingMember {
  readonly enterpriseCode: string;
  readonly since: IsoDate;
  readonly shares: Readonly<Partial<Record<SharedKind, number>>>;
}

/**
 * A ring (nhóm doanh nghiệp có liên hệ): companies that share more values than chance, a family or a filing agent
 * explains. Members are sorted by enterprise code, ties by kind and then by size.
 */
export interface Ring {
  readonly members: readonly RingMember[];
  readonly ties: readonly RingTie[];
  readonly since: IsoDate;
  /** The first and the last day on which a member was registered. */
  readonly registeredFrom: IsoDate;
  readonly registeredTo: IsoDate;
  readonly withBadSigns: number;
  /** The weight of evidence that this is a ring, as the natural logarithm of the odds with 2 decimals. */
  readonly strength: number;
}

/** A value that companies of one set share; `companies` are indexes in order of registration. */
export interface SetTie {
  readonly kind: SharedKind;
  readonly ref: string;
  readonly companies: readonly number[];
}
