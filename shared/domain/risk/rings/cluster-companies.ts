import { SHARED_KINDS, type SharedKind } from './band.ts';
import {
  type CompanyColumns,
  isOnePerson,
  NEGLIGIBLE_WEIGHT,
  pairWeight,
  registeredCloseTogether,
  weighValue,
} from './hub.ts';
import { UnionFind } from './union-find.ts';
import type { ValueGroups } from './value-groups.ts';

/** A set of this size is already a ring, and a single shared value does not join another set to it. */
const ESTABLISHED_SET_SIZE = 3;

/** A set with companies at a value: one of these companies, the set's size, and the number of its companies at the value. */
interface TouchedSet {
  readonly company: number;
  readonly size: number;
  touched: number;
}

/** The present sets of a value's companies, the largest first. */
function touchedSetsOf(members: Int32Array, sets: UnionFind): TouchedSet[] {
  const parts = new Map<number, TouchedSet>();
  for (const company of members) {
    const root = sets.find(company);
    const part = parts.get(root);
    if (part === undefined) parts.set(root, { company, size: sets.size(root), touched: 1 });
    else part.touched += 1;
  }
  return [...parts.values()].sort((a, b) => b.size - a.size || b.touched - a.touched);
}

const ROUNDS = 6;
/** The share of a value's companies that a set must have for the others to belong to it. */
const SHARE_OF_VALUE = 1 / 3;
/** The evidence of sharing a value with a company of a ring. */
const IN_A_RING = 0.5;

/**
 * Extends the sets by values that are evidence only beside a set: a value with two companies in the set, if these are
 * at least a third of its companies, or a value of only two companies, if their days or facts are evidence.
 */
function growSets(
  groups: ValueGroups,
  columns: CompanyColumns,
  { sets, binds }: { readonly sets: UnionFind; readonly binds: Uint8Array },
): void {
  for (let round = 0; round < ROUNDS; round += 1) {
    const joins: Join[] = [];
    for (let group = 0; group < groups.count; group += 1) {
      const members = groups.members.subarray(groups.start[group], groups.start[group + 1]);
      if (!members.some((company) => sets.size(company) >= ESTABLISHED_SET_SIZE)) continue;
      const total = groups.total[group] ?? 0;
      const [to, companies] = total === 2 ? ofPair(members, columns, sets) : ofValue(members, total, columns, sets);
      if (companies.length > 0) joins.push({ group, to, companies });
    }
    // All values are examined before any company is joined, so that their order does not matter.
    for (const { group, to, companies } of joins) {
      binds[group] = 1;
      for (const company of companies) sets.unite(to, company);
    }
    if (joins.length === 0) return;
  }
}

interface Join {
  readonly group: number;
  readonly to: number;
  readonly companies: readonly number[];
}

type Joining = readonly [to: number, companies: readonly number[]];
const NOBODY: Joining = [0, []];

/** Whether a value of only two companies joins them: two sets only within one burst, a single company also by its own facts. */
const ofPair = (members: Int32Array, columns: CompanyColumns, sets: UnionFind): Joining => {
  const [a = 0, b = 0] = members;
  if (sets.find(a) === sets.find(b)) return NOBODY;
  const [inside, outside] = sets.size(a) >= sets.size(b) ? [a, b] : [b, a];
  if (sets.size(inside) < ESTABLISHED_SET_SIZE) return NOBODY;
  const joined =
    sets.size(outside) >= ESTABLISHED_SET_SIZE
      ? registeredCloseTogether(inside, outside, columns)
      : (columns.weight[outside] ?? 0) + pairWeight(inside, outside, columns) + IN_A_RING > 0;
  return joined ? [inside, [outside]] : NOBODY;
};

const ofValue = (members: Int32Array, total: number, columns: CompanyColumns, sets: UnionFind): Joining => {
  const [trunk, ...others] = touchedSetsOf(members, sets).filter(({ size }) => size >= ESTABLISHED_SET_SIZE);
  if (trunk === undefined || others.length > 0) return NOBODY;
  if (trunk.touched < 2 || trunk.touched < total * SHARE_OF_VALUE) return NOBODY;
  const root = sets.find(trunk.company);
  const outside = [...members].filter((company) => sets.find(company) !== root);
  const most = trunk.touched * 2 >= total;
  return [trunk.company, most ? outside : outside.filter((company) => (columns.weight[company] ?? 0) > 0)];
};

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
