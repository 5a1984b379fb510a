import { isHead } from './head-changes.ts';
import type { Right, Said } from './sentence-class.ts';
import { documentOf } from './cells.ts';
import type { World } from './world.ts';
import type { Company } from './company.ts';

const kindOf = (said: Said) => (said.kind ?? '').toLowerCase();

/** The points of the findings that are signs of a company's own; of those about one fact the gravest counts. */
const OWN_SIGNS: readonly (readonly [RegExp, fact: string, points: number])[] = [
  [/^REP_(?:NOT_FOUND|MISMATCH|DECEASED|DOCUMENT)/u, 'representative', 2],
  [/^REP_WANTED/u, 'representative', 1],
  [/^AUTHORISATION_DENIED/u, 'authorisation', 2],
  [/^PERSON_DOUBTFUL/u, 'person', 1],
  [
    /^(?:PASS_THROUGH_(?:AT_ONCE|EVEN_WITHIN|WITHIN_THE_HOUR_BRIEFLY)|MANY_PAYMENTS_WITHIN|FIRST_MONEY|FIRST_DAYS_(?:AT_ONCE|WITHIN))/u,
    'money',
    2,
  ],
  [/^(?:PASS_THROUGH_(?:EVEN|BRIEFLY)$|MANY_PAYMENTS_PASSED_ON)/u, 'money', 1],
  [/^INVOICES_[83]_TIMES/u, 'invoices', 2],
  [/^INVOICES_(?:ABOVE|WITHOUT)/u, 'invoices', 1],
  [/^NEW_HANDS_THEN_MONEY/u, 'hands', 1],
  [/^GONE_WITHOUT/u, 'gone', 1],
  [/^ACCOUNT_PHONES_OF_STRANGERS/u, 'phones', 1],
  [/^LISTED_ACCOUNT/u, 'listing', 1],
  [/^TAX_STATUS_AT_RISK/u, 'premises', 1],
];

export function signPoints(codes: readonly string[]): number {
  const facts = new Map<string, number>();
  for (const code of codes)
    for (const [form, fact, points] of OWN_SIGNS)
      if (form.test(code)) facts.set(fact, Math.max(points, facts.get(fact) ?? 0));
  return [...facts.values()].reduce((total, points) => total + points, 0);
}

/** A group is said to be at least so large, in bands. */
export const groupFigures = (said: Said, company: Company, world: World): Right => {
  const groups = [...world.sharing(kindOf(said)).values()].filter((codes) => codes.has(company.code));
  /** The number that is said, where it is true that there are at least so many. */
  const atLeast = (claim: string | undefined, of: (codes: ReadonlySet<string>) => number) => {
    const most = Math.max(0, ...groups.map(of));
    if (claim === undefined || most >= Number(claim)) return claim;
    // Other values of these kinds may be the same by another spelling
    return /^(?:trụ sở|người nộp|người đứng sau|mua bán)/u.test(kindOf(said)) ? undefined : most;
  };
  const others = (points: number) => (codes: ReadonlySet<string>) =>
    [...codes].filter((code) => code !== company.code && (world.signs.get(code) ?? 0) >= points).length;
  return {
    kind: said.kind,
    days: 90,
    size: atLeast(said.size, (codes) => codes.size),
    bad: atLeast(said.bad ?? said.worse, others(1)),
    worse: atLeast(said.worse, others(2)),
  };
};

export const peopleWith = (said: Said, company: Company): Right => {
  const people = company.people.filter((one) => (said.others === undefined ? isHead(one) : !isHead(one)));
  const last4 = (said.numbers ?? '').split(', ').map((number) => number.slice(-4));
  const known = people.map((one) => documentOf(one['so giay to']).slice(-4));
  return {
    people: last4.length,
    numbers: last4.every((number) => known.includes(number)) ? said.numbers : known.join(', '),
  };
};
