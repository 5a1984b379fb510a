import type { IsoDate } from '#shared/domain/vietnamese/dates.ts';
import { SHARED_KINDS, type SharedKind } from './band.ts';
import type { Ring } from './ring.ts';

/**
 * A ring as a notice contains it: its companies, the kinds of values that bind them, and the dates. It contains no
 * values or hashes of values, and nothing that depends on the day of the assessment.
 */
export interface Network {
  readonly members: readonly { readonly enterpriseCode: string; readonly since: IsoDate }[];
  readonly ties: readonly {
    readonly kind: SharedKind;
    readonly companies: readonly string[];
    readonly since: IsoDate;
  }[];
  readonly since: IsoDate;
  readonly registeredFrom: IsoDate;
  readonly registeredTo: IsoDate;
  readonly withBadSigns: number;
}

/** The part of a ring's evidence that a notice contains. */
export function networkOf({ members, ties, since, registeredFrom, registeredTo, withBadSigns }: Ring): Network {
  return {
    members: members.map((member) => ({ enterpriseCode: member.enterpriseCode, since: member.since })),
    ties: ties.map((tie) => ({ kind: tie.kind, companies: tie.companies, since: tie.since })),
    since,
    registeredFrom,
    registeredTo,
    withBadSigns,
  };
}

/** The number of each tie in the picture and the tables, by kind, day and companies, independently of their order. */
export function tieNumbers({ ties }: Network): ReadonlyMap<Network['ties'][number], number> {
  const contentOf = ({ kind, companies, since }: Network['ties'][number]) =>
    [SHARED_KINDS.indexOf(kind), since, ...companies].join(' ');
  const ordered = ties.toSorted((a, b) => (contentOf(a) < contentOf(b) ? -1 : 1));
  return new Map(ordered.map((tie, place) => [tie, place + 1]));
}
