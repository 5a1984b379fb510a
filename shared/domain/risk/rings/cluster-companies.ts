import type { SharedKind } from './band.ts';
import { SHARED_KINDS } from './band.ts';
import type { CompanyColumns } from './company-columns.ts';
import { isOnePerson, NEGLIGIBLE_WEIGHT, registeredCloseTogether, weighValue } from './hub.ts';
import { growSets } from './grow-sets.ts';
import type { TouchedSet } from './touched-sets.ts';
import { ESTABLISHED_SET_SIZE, touchedSetsOf } from './touched-sets.ts';
import { UnionFind } from './union-find.ts';
import type { ValueGroups } from './value-groups.ts';

/** A value that may bind companies, which are `members[from] … members[to - 1]` of the groups. */
interface Tie {
  readonly group: number;
  readonly kind: SharedKind;
  readonly from: number;
  readonly to: number;
  readonly score: number;
}

const TIES_TO_MERGE = 2;
/** The size above which a value has more companies than a ring; one that serves many rings is no member of a single one. */
const CROWD = 30;
const SERVED_RINGS = 2;
/** The longest time in which one filing agent may register a series of companies for customers. */
const BURST_DAYS = 31;

/** The sets of companies, and for each group whether its value joined companies. */
export interface CompanyClusters {
  readonly sets: UnionFind;
  readonly binds: Uint8Array;
}

/**
 * Joins companies through values whose weight suggests a ring. Values of three to thirty companies come first, the
 * heaviest first, then larger ones, then pairs, and finally light values among companies that no heavier value has
 * joined.
 */
export function clusterCompanies(groups: ValueGroups, columns: CompanyColumns): CompanyClusters {
  const sets = new UnionFind(columns.companies.length);
  const binds = new Uint8Array(groups.count);
  const ties = weighAll(groups, columns);
  const singleTies: [number, number][] = [];
  for (const tie of heaviestFirst(ties, groups, columns)) {
    const own = isOwn(tie, groups);
    const parts = touchedSetsOf(own ? runOf(tie, groups) : suspectsOf(tie, groups, columns), sets);
    const [trunk, ...others] = parts;
    if (trunk === undefined || servesRings(tie, own, parts)) continue;
    binds[tie.group] = 1;
    for (const part of others) {
      if (isSingleTie(tie.kind, trunk, part, columns)) singleTies.push([trunk.company, part.company]);
      else sets.unite(trunk.company, part.company);
    }
  }
  joinBySingleTies(singleTies, sets);
  bindLight(ties, groups, { sets, binds });
  growSets(groups, columns, { sets, binds });
  return { sets, binds };
}

const runOf = ({ from, to }: Tie, groups: ValueGroups): Int32Array => groups.members.subarray(from, to);

/** Whether most companies of the value belong to the ring, unlike those of a shared office. */
const isOwn = (tie: Tie, groups: ValueGroups): boolean => (tie.to - tie.from) * 2 >= (groups.total[tie.group] ?? 0);

// A value with mostly other companies joins only those of a burst whose own facts show bad signs.
const suspectsOf = (tie: Tie, groups: ValueGroups, { day, weight }: CompanyColumns): Int32Array => {
  const run = runOf(tie, groups);
  const lasted = (day[run.at(-1) ?? 0] ?? 0) - (day[run[0] ?? 0] ?? 0);
  return lasted > BURST_DAYS ? run.subarray(0, 0) : run.filter((company) => (weight[company] ?? 0) > 0);
};

const servesRings = (tie: Tie, own: boolean, parts: readonly TouchedSet[]): boolean => {
  const established = parts.filter(({ size }) => size >= ESTABLISHED_SET_SIZE).length;
  if (!own) return established > 1;
  return tie.to - tie.from > CROWD && !isOnePerson(tie.kind) && established > SERVED_RINGS;
};

// One common company may be chance. Two rings are merged by it only in one burst, or where one person is behind
// both.
const isSingleTie = (kind: SharedKind, a: TouchedSet, b: TouchedSet, columns: CompanyColumns): boolean =>
  a.size >= ESTABLISHED_SET_SIZE &&
  b.size >= ESTABLISHED_SET_SIZE &&
  (a.touched === 1 || b.touched === 1) &&
  !isOnePerson(kind) &&
  !registeredCloseTogether(a.company, b.company, columns);

const joinBySingleTies = (singleTies: readonly [number, number][], sets: UnionFind): void => {
  const pairOf = ([a, b]: readonly [number, number]): string => {
    const left = sets.find(a);
    const right = sets.find(b);
    return left < right ? `${left}-${right}` : `${right}-${left}`;
  };
  const counts = new Map<string, number>();
  for (const tie of singleTies) counts.set(pairOf(tie), (counts.get(pairOf(tie)) ?? 0) + 1);
  // All counts are made before any company is joined, so that the order of values does not matter.
  const strong = singleTies.filter((tie) => (counts.get(pairOf(tie)) ?? 0) >= TIES_TO_MERGE);
  for (const [a, b] of strong) sets.unite(a, b);
};

const bindLight = (ties: readonly Tie[], groups: ValueGroups, { sets, binds }: CompanyClusters): void => {
  const light = ties.filter(
    (tie) =>
      tie.score <= 0 &&
      tie.to - tie.from <= CROWD &&
      isOwn(tie, groups) &&
      runOf(tie, groups).every((company) => sets.size(company) < ESTABLISHED_SET_SIZE),
  );
  for (const { group, from, to } of light) {
    binds[group] = 1;
    for (let at = from + 1; at < to; at += 1) sets.unite(groups.members[from] ?? 0, groups.members[at] ?? 0);
  }
};

const weighAll = (groups: ValueGroups, columns: CompanyColumns): Tie[] => {
  const ties: Tie[] = [];
  for (let group = 0; group < groups.count; group += 1) {
    const from = groups.start[group] ?? 0;
    const members = groups.members.subarray(from, groups.start[group + 1]);
    const days = members.map((company) => columns.day[company] ?? 0);
    const weights = Float64Array.from(members, (company) => columns.weight[company] ?? 0);
    const kind = SHARED_KINDS[groups.kind[group] ?? 0] ?? 'person';
    const run = weighValue(kind, days, weights, groups.total[group] ?? members.length, columns.spanDays);
    if (run.score > NEGLIGIBLE_WEIGHT)
      ties.push({ group, kind, from: from + run.from, to: from + run.to, score: run.score });
  }
  return ties;
};

const heaviestFirst = (ties: readonly Tie[], groups: ValueGroups, columns: CompanyColumns): Tie[] => {
  const turn = ({ from, to }: Tie): number => (to - from === 2 ? 2 : to - from > CROWD ? 1 : 0);
  const nameOf = ({ kind, from, to }: Tie): string => {
    const codes = Array.from(groups.members.subarray(from, to), (at) => columns.companies[at]?.enterpriseCode ?? '');
    return `${codes.reduce((a, b) => (b < a ? b : a))} ${kind}`;
  };
  return (
    ties
      .filter(({ score }) => score > 0)
      // For equal weights the code decides, and never the order of input.
      .sort((a, b) => turn(a) - turn(b) || b.score - a.score || (nameOf(a) < nameOf(b) ? -1 : 1))
  );
};
