import type { IsoDate } from '../dates.ts';
import type { SharedKind } from './band.ts';
import type { Ring } from './ring.ts';

/** A ring as a notice carries it: who, bound by what kind of value, since when. No value and no hash of one. */
export interface Network {
  readonly members: readonly { readonly enterpriseCode: string; readonly since: IsoDate }[];
  readonly ties: readonly { readonly kind: SharedKind; readonly companies: readonly string[] }[];
  readonly since: IsoDate;
}

/** The part of a ring's evidence that goes out with a notice. */
export function networkOf({ members, ties, since }: Ring): Network {
  return {
    members: members.map((member) => ({ enterpriseCode: member.enterpriseCode, since: member.since })),
    ties: ties.map(({ kind, companies }) => ({ kind, companies })),
    since,
  };
}
