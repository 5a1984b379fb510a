import type { CompanyColumns } from './company-columns.ts';
import { registeredCloseTogether, pairWeight } from './hub.ts';
import { ESTABLISHED_SET_SIZE, touchedSetsOf } from './touched-sets.ts';
import type { UnionFind } from './union-find.ts';
import type { ValueGroups } from './value-groups.ts';

const ROUNDS = 6;
/** The share of a value's companies that a set must have for the others to belong to it. */
const SHARE_OF_VALUE = 1 / 3;
/** The evidence of sharing a value with a company of a ring. */
const IN_A_RING = 0.5;

/**
 * Extends the sets by values that are evidence only beside a set: a value with two companies in the set, if these are
 * at least a third of its companies, or a value of only two companies, if their days or facts are evidence.
 */
export function growSets(
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
