import { formatCount } from '#shared/domain/vietnamese/counts.ts';
import type { IsoDate } from '#shared/domain/vietnamese/dates.ts';
import { ascending, descending } from '#shared/domain/vietnamese/text/text-order.ts';
import { fairShare } from '../fair-share.ts';
import { type LinkMember, SHARED_KINDS, type SharedKind } from './band.ts';
import type { Ring } from './ring.ts';
import type { Neighbours } from './ring-around.ts';
import { valueKey } from './value-key.ts';

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
  /** The kinds of values that the company shares with too many companies to name them; undefined where there are none. */
  readonly crowded?: readonly SharedKind[] | undefined;
  /** How many companies and shared values the ring has beside these; undefined where it has no others. */
  readonly leftOut?: { readonly companies: number; readonly values: number } | undefined;
}

/** The most companies and shared values of a ring that a notice names, for which alone its item has room. */
const MOST_COMPANIES = 200;
const MOST_VALUES = 100;

/**
 * The network with no more companies and values than a notice has room for: the company itself, those that share a value
 * with it, and then those that joined last; of each kind of value the first ones, and as many of each.
 */
export function boundedNetwork(network: Network, enterpriseCode: string): Network {
  const { members, ties } = network;
  if (members.length <= MOST_COMPANIES && ties.length <= MOST_VALUES) return network;
  const near = new Set(ties.flatMap(({ companies }) => (companies.includes(enterpriseCode) ? companies : [])));
  const distance = (code: string) => (code === enterpriseCode ? 0 : near.has(code) ? 1 : 2);
  const chosen = members
    .toSorted(
      (a, b) =>
        distance(a.enterpriseCode) - distance(b.enterpriseCode) ||
        descending(a.since, b.since) ||
        ascending(a.enterpriseCode, b.enterpriseCode),
    )
    .slice(0, MOST_COMPANIES);
  const named = new Set(chosen.map((member) => member.enterpriseCode));
  const among = ties
    .map((tie) => ({ ...tie, companies: tie.companies.filter((code) => named.has(code)) }))
    .filter(({ companies }) => companies.length >= 2);
  const byKind = [...Map.groupBy(among, ({ kind }) => kind).values()];
  const most = fairShare(
    byKind.map(({ length }) => length),
    MOST_VALUES,
  );
  const shown = byKind.flatMap((ofKind) => ofKind.slice(0, most));
  return {
    ...network,
    members: members.filter((member) => named.has(member.enterpriseCode)),
    ties: shown,
    leftOut: { companies: members.length - named.size, values: ties.length - shown.length },
  };
}

/** Says how many companies and values of a ring a notice does not name; undefined where it names all. */
export function leftOutOfNetwork({ leftOut }: Network): string | undefined {
  if (leftOut === undefined) return undefined;
  return `Không nêu ${formatCount(leftOut.companies)} doanh nghiệp và ${formatCount(leftOut.values)} thông tin dùng chung khác của nhóm.`;
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

/** A value of more companies says little of each of them, and a notice has no room for their names. */
export const MOST_NAMED = 30;

/**
 * The companies that share a value with a company of no ring: two companies make none, yet they are tied. Undefined where
 * there are none.
 */
export async function networkOfTies(
  { enterpriseCode, registeredOn }: Pick<LinkMember, 'enterpriseCode' | 'registeredOn'>,
  neighbours: Neighbours,
): Promise<Network | undefined> {
  const [values = []] = await neighbours.valuesOf([enterpriseCode]);
  const found = await neighbours.membersOf(values);
  const shared = values.flatMap((value, place) => {
    const members = (found[place] ?? []).filter(({ unsure }) => !unsure).toSorted(byRegistration);
    return members.length >= 2 ? [{ value, members }] : [];
  });
  const crowded = shared.filter(({ members }) => members.length > MOST_NAMED).map(({ value }) => value.kind);
  const named = shared
    .filter(
      ({ members }) => members.length <= MOST_NAMED && members.some((one) => one.enterpriseCode === enterpriseCode),
    )
    .toSorted(
      (a, b) => SHARED_KINDS.indexOf(a.value.kind) - SHARED_KINDS.indexOf(b.value.kind) || byKey(a.value, b.value),
    );
  if (named.length === 0 && crowded.length === 0) return undefined;
  const everyone = new Map(named.flatMap(({ members }) => members).map((one) => [one.enterpriseCode, one]));
  const days = [registeredOn, ...[...everyone.values()].map((one) => one.registeredOn)].sort();
  /** The first day on which a company and another one with the same value were both registered. */
  const sinceOf = (code: string) =>
    named
      .flatMap(({ members }) => {
        const own = members.find((one) => one.enterpriseCode === code);
        const first = members.find((one) => one.enterpriseCode !== code);
        return own && first ? [later(own.registeredOn, first.registeredOn)] : [];
      })
      .sort()[0] ?? registeredOn;
  const ties = named.map(({ value, members }) => ({
    kind: value.kind,
    companies: members.map((member) => member.enterpriseCode).sort(),
    since: members[1]?.registeredOn ?? registeredOn,
  }));
  return {
    members: [...new Set([enterpriseCode, ...everyone.keys()])]
      .sort()
      .map((code) => ({ enterpriseCode: code, since: sinceOf(code) })),
    ties,
    since: ties.map((tie) => tie.since).sort()[0] ?? registeredOn,
    registeredFrom: days[0] ?? registeredOn,
    registeredTo: days.at(-1) ?? registeredOn,
    withBadSigns: [...everyone.values()].filter(({ badSigns }) => badSigns > 0).length,
    ...(crowded.length > 0 && { crowded: SHARED_KINDS.filter((kind) => crowded.includes(kind)) }),
  };
}

const later = (a: string, b: string): string => (a > b ? a : b);

const byKey = (a: Parameters<typeof valueKey>[0], b: Parameters<typeof valueKey>[0]): number =>
  valueKey(a) < valueKey(b) ? -1 : 1;

const byRegistration = (a: LinkMember, b: LinkMember): number =>
  `${a.registeredOn} ${a.enterpriseCode}` < `${b.registeredOn} ${b.enterpriseCode}` ? -1 : 1;
