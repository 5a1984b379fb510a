import { addDays, type IsoDate, yearOf } from '#shared/domain/vietnamese/dates.ts';
import { returnDueOn } from '#shared/domain/vietnamese/periods.ts';

/** The number of a quarter, counted from the year 0, so that quarters are compared and counted as numbers. */
export type QuarterNumber = number;

const ZERO = 48;
const digitAt = (text: string, at: number): number => text.charCodeAt(at) - ZERO;

/** The months from the year 0 to a date or a month, `yyyy-mm…`. */
export function monthNumber(text: string): number {
  return yearOf(text) * 12 + digitAt(text, 5) * 10 + digitAt(text, 6) - 1;
}

/** The quarter of a day, a month or a quarter (`yyyy-Qn`); a year alone has none. */
export function quarterNumber(period: string): QuarterNumber | undefined {
  if (period.length === 4) return undefined;
  if (period[5] !== 'Q') return quarterOfMonth(period);
  return firstQuarterOf(period) + digitAt(period, 6) - 1;
}

/** The quarter of a date or a month, `yyyy-mm…`. */
export function quarterOfMonth(text: string): QuarterNumber {
  return Math.floor(monthNumber(text) / 3);
}

/** The number of the first quarter of a year, `yyyy…`. */
export function firstQuarterOf(year: string): QuarterNumber {
  return yearOf(year) * 4;
}

/** The first quarter in which a company registered on this day existed from the first day to the last. */
export function firstFullQuarter(registeredOn: IsoDate): QuarterNumber {
  const month = monthNumber(registeredOn);
  const onItsFirstDay = month % 3 === 0 && registeredOn.endsWith('-01');
  return Math.floor(month / 3) + (onItsFirstDay ? 0 : 1);
}

/**
 * The days after its last day from which an unfiled return counts as missing. A return filed before is only late, which
 * is no sign. (Luật Quản lý thuế 38/2019/QH14 Art. 143.1: later than 90 days is evasion.)
 */
export const LATE_DAYS = 90;

const lastLate = new Map<IsoDate, QuarterNumber>();
const KEPT = 64;

/**
 * The last quarter whose unfiled return counts as missing on this day. Results are kept, because a province asks about
 * few days.
 */
export function lastQuarterLateOn(day: IsoDate): QuarterNumber {
  const known = lastLate.get(day);
  if (known !== undefined) return known;
  const quarter = lastQuarterDueBy(addDays(day, -LATE_DAYS));
  if (lastLate.size >= KEPT) lastLate.clear();
  lastLate.set(day, quarter);
  return quarter;
}

/** The last quarter whose return was due by this day (Luật Quản lý thuế 38/2019/QH14 Art. 44). */
function lastQuarterDueBy(day: IsoDate): QuarterNumber {
  let quarter = Math.floor(monthNumber(day) / 3);
  while (quarterDueOn(quarter) > day) quarter -= 1;
  return quarter;
}

/** The last day for a quarter's return. */
export function quarterDueOn(quarter: QuarterNumber): IsoDate {
  return returnDueOn(quarterName(quarter));
}

/** A quarter as `yyyy-Qn`. */
export const quarterName = (quarter: QuarterNumber): string => `${Math.floor(quarter / 4)}-Q${(quarter % 4) + 1}`;
