import type { CompanyColumns } from './hub.ts';
import type { LinkColumns, NumberedValues } from './link-columns.ts';

/**
 * Shared values and their companies. Group `g` has `members[start[g]] … members[start[g + 1] - 1]`, which are distinct
 * company indexes in order of registration. `total` counts its companies, including those that were not read.
 */
export interface ValueGroups {
  readonly count: number;
  readonly start: Int32Array;
  readonly members: Int32Array;
  readonly total: Int32Array;
  readonly kind: Uint8Array;
  /** The index of a link with the value. */
  readonly link: Int32Array;
}

/** Gathers the companies of each value that two or more share, in linear time. */
export function groupValues(links: LinkColumns, values: NumberedValues, columns: CompanyColumns): ValueGroups {
  const { numbers, firstLink } = values;
  const uses = new Int32Array(firstLink.length + 1);
  for (let link = 0; link < numbers.length; link += 1) {
    const number = numbers[link] ?? 0;
    uses[number] = (uses[number] ?? 0) + 1;
  }
  const placed = placeMembers(links, numbers, uses, linksByDate(links.company, columns));
  return keepShared(links, firstLink, placed);
}

interface Placed {
  readonly start: Int32Array;
  readonly end: Int32Array;
  readonly members: Int32Array;
}

const placeMembers = (links: LinkColumns, numbers: Int32Array, uses: Int32Array, order: Int32Array): Placed => {
  const start = new Int32Array(uses.length);
  let at = 0;
  for (let number = 0; number < uses.length; number += 1) {
    start[number] = at;
    if ((uses[number] ?? 0) > 1) at += uses[number] ?? 0;
  }
  const end = start.slice();
  const members = new Int32Array(at);
  for (const link of order) {
    const number = numbers[link] ?? 0;
    if ((uses[number] ?? 0) < 2) continue;
    const next = end[number] ?? 0;
    const company = links.company[link] ?? 0;
    // A company's links are consecutive, so a value that occurs twice is found here.
    if (next > (start[number] ?? 0) && members[next - 1] === company) continue;
    members[next] = company;
    end[number] = next + 1;
  }
  return { start, end, members };
};

const keepShared = (links: LinkColumns, firstLink: Int32Array, { start, end, members }: Placed): ValueGroups => {
  let count = 0;
  for (let number = 0; number < firstLink.length; number += 1) {
    if ((end[number] ?? 0) - (start[number] ?? 0) > 1) count += 1;
  }
  const groups = {
    count,
    start: new Int32Array(count + 1),
    members: new Int32Array(members.length),
    total: new Int32Array(count),
    kind: new Uint8Array(count),
    link: new Int32Array(count),
  };
  let group = 0;
  let at = 0;
  for (let number = 0; number < firstLink.length; number += 1) {
    const from = start[number] ?? 0;
    const to = end[number] ?? 0;
    if (to - from < 2) continue;
    groups.start[group] = at;
    groups.members.set(members.subarray(from, to), at);
    groups.total[group] = to - from;
    groups.kind[group] = links.kind[firstLink[number] ?? 0] ?? 0;
    groups.link[group] = firstLink[number] ?? 0;
    at += to - from;
    group += 1;
  }
  groups.start[count] = at;
  return groups;
};

// Sorts by two counting sorts: companies by day (on one day the heavier first, so that the order of input does not
// matter), then links by company.
const linksByDate = (company: Int32Array, columns: CompanyColumns): Int32Array => {
  const rank = rankCompanies(columns);
  const next = new Int32Array(rank.length + 1);
  for (const index of company) next[(rank[index] ?? 0) + 1] = (next[(rank[index] ?? 0) + 1] ?? 0) + 1;
  for (let i = 1; i < next.length; i += 1) next[i] = (next[i] ?? 0) + (next[i - 1] ?? 0);
  const order = new Int32Array(company.length);
  for (let link = 0; link < company.length; link += 1) {
    const place = rank[company[link] ?? 0] ?? 0;
    order[next[place] ?? 0] = link;
    next[place] = (next[place] ?? 0) + 1;
  }
  return order;
};

const SIGN_CLASSES = 3;

const rankCompanies = ({ companies, day }: CompanyColumns): Int32Array => {
  let first = Number.POSITIVE_INFINITY;
  let last = Number.NEGATIVE_INFINITY;
  for (const on of day) {
    if (on < first) first = on;
    if (on > last) last = on;
  }
  const classOf = (index: number): number => {
    const signs = Math.min(SIGN_CLASSES - 1, companies[index]?.badSigns ?? 0);
    return ((day[index] ?? 0) - first) * SIGN_CLASSES + SIGN_CLASSES - 1 - signs;
  };
  const next = new Int32Array(companies.length === 0 ? 1 : (last - first + 1) * SIGN_CLASSES + 1);
  for (let i = 0; i < day.length; i += 1) next[classOf(i) + 1] = (next[classOf(i) + 1] ?? 0) + 1;
  for (let i = 1; i < next.length; i += 1) next[i] = (next[i] ?? 0) + (next[i - 1] ?? 0);
  const rank = new Int32Array(day.length);
  for (let i = 0; i < day.length; i += 1) {
    const place = classOf(i);
    rank[i] = next[place] ?? 0;
    next[place] = (next[place] ?? 0) + 1;
  }
  return rank;
};
