import { addDays, addMonths, type IsoDate } from '#shared/domain/vietnamese/dates.ts';
import { checkDueAgainOn, turnsInactiveOn } from './activity/activity.ts';
import { capitalContributionStatusOf, MONTHS_TO_REVOCATION } from './facts/capital.ts';
import type { CompanyFacts } from './facts/company-facts.ts';
import type { Assessment } from './rules/finding.ts';
import { nextMonthEndOn } from './standing.ts';

/**
 * The ages in days at which findings may change without new data: after 90 and 120 the terms for capital have passed
 * (Luật Doanh nghiệp Art. 47.2, 47.4), from 180 missing staff counts, and from 365 missing trade.
 */
const AGES = [90, 91, 120, 121, 180, 365] as const;
const LAST_AGE = 365;
const YOUNG_DAYS = 540;
const YOUNG_SELLER_DAYS = 730;
const MONTHS_BETWEEN = 3;

/**
 * The first day after `asOf` on which the assessment may change without new data: by the company's age in the first
 * year, then quarterly, and earlier where a term or a listing ends, a future row takes effect, or a score may have
 * lasted long enough. @param dated the days of the company's rows, of which the future ones count
 */
export function nextCheckOn(
  facts: CompanyFacts,
  dated: readonly IsoDate[],
  { awaitsMonth }: Pick<Assessment, 'awaitsMonth'> = {},
): IsoDate {
  const { asOf, registeredOn } = facts;
  const days = [
    ...dated,
    ...agesAhead(facts),
    ...turnsInactiveOn(facts),
    ...checkDay(facts),
    ...capitalDays(facts),
    ...lapses(facts),
    ...listingsEnd(facts),
    ...coverageAhead(facts),
    ...(awaitsMonth ? [nextMonthEndOn(asOf)] : []),
  ].filter((on) => on > asOf);
  return days.reduce((first, on) => (on < first ? on : first), nextByAge(registeredOn, asOf));
}

/** An inspection's finding is valid for a year. */
const checkDay = (facts: CompanyFacts): IsoDate[] => {
  const on = checkDueAgainOn(facts);
  return on === undefined ? [] : [on];
};

/** The rules for young companies end at the age of 18 months and of two years. */
const agesAhead = ({ registeredOn }: CompanyFacts): IsoDate[] =>
  [YOUNG_DAYS, YOUNG_SELLER_DAYS + 1].map((age) => addDays(registeredOn, age));

/**
 * The day after the last of each term: for contributing, for answering the registry, and until there is a ground for
 * revocation.
 */
function capitalDays(facts: CompanyFacts): IsoDate[] {
  const { dueOn, answerBy } = capitalContributionStatusOf(facts);
  const last = answerBy === undefined ? [dueOn] : [dueOn, answerBy, addMonths(answerBy, MONTHS_TO_REVOCATION)];
  return last.map((on) => addDays(on, 1));
}

/** Changes of registration content count for a year. */
const lapses = ({ changes }: CompanyFacts): IsoDate[] =>
  changes.map(({ on }) => {
    const [year, day] = [Number(on.slice(0, 4)) + 1, on.slice(5)];
    return `${year}-${day === '02-29' ? '03-01' : day}`;
  });

/** A listing is in force until the end of its last day. */
const listingsEnd = ({ accounts }: CompanyFacts): IsoDate[] =>
  accounts.flatMap(({ listing }) => (listing?.until === undefined ? [] : [addDays(listing.until, 1)]));

/** Where returns are covered beyond today (a file may be read at midnight), further ones become due with time. */
const coverageAhead = ({ asOf, coverage }: CompanyFacts): IsoDate[] =>
  (coverage.signals.TO_KHAI_THUE?.to ?? '') > asOf ? [addDays(asOf, 1)] : [];

function nextByAge(registeredOn: IsoDate, after: IsoDate): IsoDate {
  for (const age of AGES) {
    const on = addDays(registeredOn, age);
    if (on > after) return on;
  }
  const firstYear = addDays(registeredOn, LAST_AGE);
  const months =
    (Number(after.slice(0, 4)) - Number(firstYear.slice(0, 4))) * 12 +
    Number(after.slice(5, 7)) -
    Number(firstYear.slice(5, 7));
  let quarter = Math.max(1, Math.floor(months / MONTHS_BETWEEN));
  while (addMonths(firstYear, quarter * MONTHS_BETWEEN) <= after) quarter += 1;
  return addMonths(firstYear, quarter * MONTHS_BETWEEN);
}
