import { addDays, addMonths, type IsoDate } from './dates.ts';

/**
 * Days of a company's age on which time alone changes what may be said of it: 90 and 120 end the terms for capital
 * (Luật Doanh nghiệp Art. 47.2, 47.4; the day after, they have passed), 180 opens the question for staff, 365 for trade.
 */
const AGES = [90, 91, 120, 121, 180, 365] as const;
const LAST_AGE = 365;
const MONTHS_BETWEEN = 3;

/**
 * The first day after `after` on which the company is due to be assessed again: by its age in the first year, then quarterly,
 * and on the day after something about it ends by itself.
 * @param lastDays of what ends so: its accounts' listings
 */
export function nextCheckOn(registeredOn: IsoDate, after: IsoDate, lastDays: readonly IsoDate[] = []): IsoDate {
  const ends = lastDays.map((day) => addDays(day, 1)).filter((day) => day > after);
  return [byAge(registeredOn, after), ...ends].reduce((earliest, day) => (day < earliest ? day : earliest));
}

function byAge(registeredOn: IsoDate, after: IsoDate): IsoDate {
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
