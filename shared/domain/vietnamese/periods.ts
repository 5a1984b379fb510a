import { addDays, addMonths, type IsoDate } from './dates.ts';

/** A tax period (kỳ): a month `yyyy-mm`, a quarter `yyyy-Qn` or a year `yyyy`. */
export type Period = string;

const MONTH = /^(?:THANG )?(0?[1-9]|1[0-2])[/.-](\d{4})$/;
const ISO_MONTH = /^(\d{4})[/.-]?(0[1-9]|1[0-2])$/;
const SPELT_MONTH = /^(?:THANG|T|M)[ .]?(0?[1-9]|1[0-2])(?: NAM |[ /.-])(\d{4})$/;
/** A month as a spreadsheet shows it that took `2025-09` for a day: `Sep-25` in English, `Thg9-25` in Vietnamese. */
const SPREADSHEET_MONTH =
  /^(?:(JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC)[A-Z]{0,6}|THG ?(0?[1-9]|1[0-2]))[ -](?:20)?(\d{2})$/;
const ENGLISH_MONTHS = 'JANFEBMARAPRMAYJUNJULAUGSEPOCTNOVDEC';
const QUARTER = /^(?:QUY|QUI|Q)[ .]?([1-4]|IV|I{1,3})(?: NAM |[ ,]*[ /.-] ?)(\d{4})$/;
const ISO_QUARTER = /^(\d{4})[ /.-]?(?:QUY|QUI|Q)[ ]?([1-4])$/;
const YEAR = /^(?:NAM |KY )?(\d{4})$/;
const ROMAN: Readonly<Record<string, string>> = { I: '1', II: '2', III: '3', IV: '4' };
const MARKS = /[\u0300-\u036F]/g;

/**
 * Reads a period: `2025-Q1`, `Q1/2025`, `Quý 1/2025`, `Quý I năm 2025`, `2025-01`, `01/2025`, `Tháng 1/2025`, `2025`, and
 * a month as a spreadsheet shows it: `Jan-25`, `Thg1-25`. Anything else gives undefined.
 */
export function parsePeriod(text: string): Period | undefined {
  const plain = text.normalize('NFD').replace(MARKS, '').replaceAll(/\s+/g, ' ').trim().toUpperCase();
  const month = MONTH.exec(plain) ?? SPELT_MONTH.exec(plain);
  if (month) return monthOf(month[2], month[1]);
  const shown = SPREADSHEET_MONTH.exec(plain);
  if (shown) return shownMonth(shown);
  const quarter = QUARTER.exec(plain);
  if (quarter) return quarterOf(quarter[2], quarter[1]);
  const isoQuarter = ISO_QUARTER.exec(plain);
  if (isoQuarter) return quarterOf(isoQuarter[1], isoQuarter[2]);
  const isoMonth = ISO_MONTH.exec(plain);
  if (isoMonth) return monthOf(isoMonth[1], isoMonth[2]);
  return inRange(YEAR.exec(plain)?.[1]);
}

const ISO_WEEK = /^(\d{4})[ -]?W(\d{1,2})$/;
const SPELT_WEEK = /^(?:TUAN|W)[ .]?(\d{1,2})(?: NAM |[ /.-])(\d{4})$/;

/**
 * Reads an ISO week `yyyy-Www` from `2025-W05`, `Tuần 5/2025` or `Tuần 5 năm 2025`; undefined for a week that the year
 * doesn't have.
 */
export function parseWeek(text: string): Period | undefined {
  const plain = text.normalize('NFD').replace(MARKS, '').replaceAll(/\s+/g, ' ').trim().toUpperCase();
  const iso = ISO_WEEK.exec(plain);
  const spelt = iso ? undefined : SPELT_WEEK.exec(plain);
  const [year, week] = iso ? [iso[1], iso[2]] : [spelt?.[2], spelt?.[1]];
  if (inRange(year) === undefined || week === undefined || Number(week) < 1) return undefined;
  const period = `${year}-W${week.padStart(2, '0')}`;
  // A week belongs to the year of its Thursday.
  return addDays(daysOfPeriod(period).from, 3).startsWith(`${year}-`) ? period : undefined;
}

/** The first and the last day of a period; a day and an ISO week (`yyyy-Www`) are also periods. */
export function daysOfPeriod(period: Period): { readonly from: IsoDate; readonly to: IsoDate } {
  if (period.length === 10) return { from: period, to: period };
  if (period[5] === 'W') {
    const from = weekStart(Number(period.slice(0, 4)), Number(period.slice(6)));
    return { from, to: addDays(from, 6) };
  }
  return { from: periodStart(period), to: periodEnd(period) };
}

/** The Monday of a week; the first of a year has its first Thursday (ISO 8601). */
function weekStart(year: number, week: number): IsoDate {
  const fourth: IsoDate = `${year}-01-04`;
  const weekday = (new Date(fourth).getUTCDay() + 6) % 7;
  return addDays(fourth, (week - 1) * 7 - weekday);
}

/** The first day of the period. */
export function periodStart(period: Period): IsoDate {
  const year = period.slice(0, 4);
  if (period.length === 4) return `${year}-01-01`;
  if (period[5] !== 'Q') return `${period}-01`;
  return `${year}-${String(Number(period[6]) * 3 - 2).padStart(2, '0')}-01`;
}

/** The last day of the period. */
export function periodEnd(period: Period): IsoDate {
  return addDays(nextStart(period), -1);
}

/**
 * The last day for the period's return (thời hạn nộp hồ sơ khai thuế), Luật Quản lý thuế 38/2019/QH14 Art. 44: the 20th
 * of the next month; the last day of the first month after a quarter; the last day of the third month after a year.
 * `workingDayFrom` moves a last day that is a day off.
 */
export function returnDueOn(period: Period): IsoDate {
  const next = nextStart(period);
  if (period.length === 4) return addDays(addMonths(next, 3), -1);
  return period[5] === 'Q' ? addDays(addMonths(next, 1), -1) : addDays(next, 19);
}

function nextStart(period: Period): IsoDate {
  return addMonths(periodStart(period), period.length === 4 ? 12 : period[5] === 'Q' ? 3 : 1);
}

function monthOf(year: string | undefined, month: string | undefined): Period | undefined {
  return month !== undefined && inRange(year) ? `${year}-${month.padStart(2, '0')}` : undefined;
}

function shownMonth([, name, number, year]: RegExpExecArray): Period | undefined {
  return monthOf(`20${year}`, name === undefined ? number : String(ENGLISH_MONTHS.indexOf(name) / name.length + 1));
}

function quarterOf(year: string | undefined, quarter: string | undefined): Period | undefined {
  return quarter !== undefined && inRange(year) ? `${year}-Q${ROMAN[quarter] ?? quarter}` : undefined;
}

function inRange(year: string | undefined): string | undefined {
  return year !== undefined && year >= '1900' && year <= '2199' ? year : undefined;
}
