import { ascending } from '#shared/domain/vietnamese/text/text-order.ts';
import { SHARED_KINDS, type SharedKind } from './band.ts';
import type { CompanyClusters } from './cluster-companies.ts';
import { type CompanyColumns, gapWeight, isOnePerson } from './hub.ts';
import type { Ring, RingMember, RingTie, SetTie } from './ring.ts';
import type { UnionFind } from './union-find.ts';
import type { ValueGroups } from './value-groups.ts';

/**
 * Leaves out the weak members of a set: companies without a bad sign that share only one value, which is no person, and
 * that were registered at another time, such as one that mistyped a phone. `byDay` are the set's companies in order of
 * registration.
 */
function withoutWeakMembers(
  byDay: readonly number[],
  ties: readonly SetTie[],
  columns: CompanyColumns,
): { readonly byDay: readonly number[]; readonly ties: readonly SetTie[] } {
  const held = new Map<number, number>();
  for (const { kind, companies } of ties) {
    // A person is not shared by a typing error, as a phone or an e-mail may be.
    const threads = isOnePerson(kind) ? 2 : 1;
    for (const index of companies) held.set(index, (held.get(index) ?? 0) + threads);
  }
  const usualGap = columns.spanDays / byDay.length;
  const weakMembers = new Set(
    byDay.filter(
      (index, place) =>
        held.get(index) === 1 &&
        (columns.weight[index] ?? 0) < 0 &&
        gapWeight(nearestGap(byDay, place, columns.day), usualGap) < 0,
    ),
  );
  if (weakMembers.size === 0) return { byDay, ties };
  const left = ties.map((tie) => ({ ...tie, companies: tie.companies.filter((index) => !weakMembers.has(index)) }));
  return {
    byDay: byDay.filter((index) => !weakMembers.has(index)),
    ties: left.filter(({ companies }) => companies.length > 1),
  };
}

const nearestGap = (byDay: readonly number[], place: number, day: Int32Array): number => {
  const dayAt = (at: number): number => day[byDay[at] ?? -1] ?? Number.POSITIVE_INFINITY;
  return Math.min(Math.abs(dayAt(place) - dayAt(place - 1)), Math.abs(dayAt(place + 1) - dayAt(place)));
};

// A ring has at least three companies, and its evidence must exceed the weight that represents the rarity of rings.
const SMALLEST_RING = 3;
const RARITY = 4;
const ANOTHER_KIND = 0.5;

/**
 * The values that two or more companies of one set share, by root of the set: the values that joined them, and those of
 * whose companies the set is at least half. A filing agent with other customers is no evidence for a ring.
 */
export function tiesOfSets(
  groups: ValueGroups,
  { sets, binds }: CompanyClusters,
  refOf: (link: number) => string,
): Map<number, SetTie[]> {
  const ties = new Map<number, SetTie[]>();
  for (let group = 0; group < groups.count; group += 1) {
    const members = groups.members.subarray(groups.start[group], groups.start[group + 1]);
    for (const [root, companies] of bySet(members, sets)) {
      if (companies.length < 2) continue;
      if (binds[group] === 0 && companies.length * 2 < (groups.total[group] ?? 0)) continue;
      const tie: SetTie = {
        kind: SHARED_KINDS[groups.kind[group] ?? 0] ?? 'person',
        ref: refOf(groups.link[group] ?? 0),
        companies,
      };
      const known = ties.get(root);
      if (known === undefined) ties.set(root, [tie]);
      else known.push(tie);
    }
  }
  return ties;
}

const bySet = (members: Int32Array, sets: UnionFind): Map<number, number[]> => {
  const found = new Map<number, number[]>();
  for (const company of members) {
    if (sets.size(company) < SMALLEST_RING) continue;
    const root = sets.find(company);
    const known = found.get(root);
    if (known === undefined) found.set(root, [company]);
    else known.push(company);
  }
  return found;
};

/** The set as a ring with its evidence, or undefined where the evidence doesn't outweigh chance. */
export function ringOf(set: readonly number[], setTies: readonly SetTie[], columns: CompanyColumns): Ring | undefined {
  const ordered = set.toSorted((a, b) => (columns.day[a] ?? 0) - (columns.day[b] ?? 0));
  const { byDay, ties } = withoutWeakMembers(ordered, setTies, columns);
  if (byDay.length < SMALLEST_RING) return undefined;
  const strength = weighSet(byDay, ties, columns);
  if (strength <= 0) return undefined;
  const company = (index: number | undefined) => columns.companies[index ?? 0];
  const described = ties.map((tie) => describeTie(tie, columns)).sort(compareTies);
  return {
    members: byDay
      .map((index) => memberOf(index, ties, columns))
      .sort((a, b) => (a.enterpriseCode < b.enterpriseCode ? -1 : 1)),
    ties: described,
    since: earliest(described.map(({ since }) => since)),
    registeredFrom: company(byDay[0])?.registeredOn ?? '',
    registeredTo: company(byDay.at(-1))?.registeredOn ?? '',
    withBadSigns: byDay.filter((index) => (company(index)?.badSigns ?? 0) > 0).length,
    strength: Math.round(strength * 100) / 100,
  };
}

const weighSet = (byDay: readonly number[], ties: readonly SetTie[], columns: CompanyColumns): number => {
  const usualGap = columns.spanDays / byDay.length;
  let weight = -RARITY;
  byDay.forEach((index, place) => {
    weight += columns.weight[index] ?? 0;
    const before = byDay[place - 1];
    if (before !== undefined) weight += gapWeight((columns.day[index] ?? 0) - (columns.day[before] ?? 0), usualGap);
  });
  const kinds = new Map<number, Set<SharedKind>>();
  for (const { kind, companies } of ties) {
    for (const index of companies) kinds.set(index, (kinds.get(index) ?? new Set()).add(kind));
  }
  for (const found of kinds.values()) weight += (found.size - 1) * ANOTHER_KIND;
  return weight;
};

const memberOf = (index: number, ties: readonly SetTie[], columns: CompanyColumns): RingMember => {
  const shares: Partial<Record<SharedKind, number>> = {};
  const since: string[] = [];
  for (const tie of ties) {
    if (!tie.companies.includes(index)) continue;
    shares[tie.kind] = (shares[tie.kind] ?? 0) + 1;
    const other = tie.companies.find((company) => company !== index);
    const own = columns.companies[index]?.registeredOn ?? '';
    const others = columns.companies[other ?? index]?.registeredOn ?? '';
    since.push(own > others ? own : others);
  }
  return { enterpriseCode: columns.companies[index]?.enterpriseCode ?? '', since: earliest(since), shares };
};

const describeTie = ({ kind, ref, companies }: SetTie, columns: CompanyColumns): RingTie => ({
  kind,
  ref,
  companies: companies.map((index) => columns.companies[index]?.enterpriseCode ?? '').sort(),
  since: columns.companies[companies[1] ?? 0]?.registeredOn ?? '',
});

const compareTies = (a: RingTie, b: RingTie): number =>
  SHARED_KINDS.indexOf(a.kind) - SHARED_KINDS.indexOf(b.kind) ||
  b.companies.length - a.companies.length ||
  ascending(a.companies.join(), b.companies.join()) ||
  ascending(a.ref, b.ref);

const earliest = (dates: readonly string[]): string => dates.reduce((a, b) => (b < a ? b : a), dates[0] ?? '');
