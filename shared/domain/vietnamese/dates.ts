/** A calendar day `yyyy-mm-dd`, in Asia/Ho_Chi_Minh. */
export type IsoDate = string;
/** A day, or a birth year alone (`yyyy`). */
export type BirthDate = string;

const DAY_MS = 86_400_000;
/** The number of days in 400 years. */
const CYCLE_DAYS = 146_097;
const VIETNAM_MS = 7 * 3_600_000;
const EARLIEST_YEAR = 1800;

const DAY_FIRST =
  /^(?:ngày )?(\d{1,2})\s?[/.–-]\s?(\d{1,2})\s?[/.–-]\s?(\d{4})\.?(?:[ T]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?: ?(?:AM|PM|SA|CH))?)?$/i;
const YEAR_FIRST = /^(\d{4})[/.-](\d{1,2})[/.-](\d{1,2})(?:[ T]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?)?$/;
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})$/;
const SPELT_OUT = /^(?:(?:[^\d,]{1,40}, )?ngày )?(\d{1,2}) tháng (\d{1,2}) năm (\d{4})\.?$/;
const ENGLISH_MONTH = /^(\d{1,2})[ /-]([a-z]{3})[ /-](\d{4})(?: \d{1,2}:\d{2}(?::\d{2})?)?$/i;
const ENGLISH_MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const COMPACT = /^(\d{4})(\d{2})(\d{2})$/;
const YEAR_ALONE =
  /^(?:(?:0{1,2}|[-x*._?]{0,4})[/.-](?:0{1,2}|[-x*._?]{0,4})[/.-]|(?:sinh )?năm )?(\d{4})(?:\.0|-00-00)?$/i;
const MONTH_AND_YEAR = /^(?:(?:0{1,2}|[-x*.]{1,2})[/.-])?(0?[1-9]|1[0-2])[/.-](\d{4})$/i;

/**
 * Reads a day from text, day first (`dd/mm/yyyy`, `d-m-yyyy`, `d.m.yyyy`, `ngày … tháng … năm …`) or ISO, also
 * `yyyymmdd` and Excel's English `05-Mar-2025`, with or without a time. An ISO instant with an offset gives its day in
 * Việt Nam. It never reads the month first; impossible days give undefined.
 */
export function parseDate(text: string): IsoDate | undefined {
  const trimmed = text.trim().replace(/^'/, '');
  const dayFirst = DAY_FIRST.exec(trimmed);
  if (dayFirst) return calendarDay(Number(dayFirst[3]), Number(dayFirst[2]), Number(dayFirst[1]));
  const yearFirst = YEAR_FIRST.exec(trimmed) ?? COMPACT.exec(trimmed);
  if (yearFirst) return calendarDay(Number(yearFirst[1]), Number(yearFirst[2]), Number(yearFirst[3]));
  if (INSTANT.test(trimmed)) return instantDay(trimmed);
  const speltOut = SPELT_OUT.exec(trimmed.normalize('NFC').toLowerCase().replaceAll(/\s+/g, ' '));
  if (speltOut) return calendarDay(Number(speltOut[3]), Number(speltOut[2]), Number(speltOut[1]));
  const [, day, month = '', year] = ENGLISH_MONTH.exec(trimmed) ?? [];
  return calendarDay(Number(year), ENGLISH_MONTHS.indexOf(month.toLowerCase()) + 1, Number(day));
}

/**
 * Reads a birth date, or the year alone where no more is known (`1975`, `00/00/1975`, `03/1975`), because population
 * data contain such people.
 */
export function parseBirthDate(text: string): BirthDate | undefined {
  const day = parseDate(text);
  if (day !== undefined) return day;
  const year = YEAR_ALONE.exec(text.trim())?.[1] ?? MONTH_AND_YEAR.exec(text.trim())?.[2];
  return year !== undefined && Number(year) >= EARLIEST_YEAR ? year : undefined;
}

/**
 * Programs that count from 1899 in local time write midnight some seconds early, because clocks then differed by up to
 * half a minute from today's zones. A day that ends at 23:59:59 stays itself.
 */
const EARLY_FROM_MS = DAY_MS - 60_000;
const EARLY_TO_MS = DAY_MS - 1500;

/** The start of the day that an instant belongs to, or of the next day where it is a midnight written early. */
const dayStart = (ms: number): number => {
  const time = ((ms % DAY_MS) + DAY_MS) % DAY_MS;
  return ms - time + (time >= EARLY_FROM_MS && time <= EARLY_TO_MS ? DAY_MS : 0);
};

/** The day of a spreadsheet's serial number (1900 date system, whose serial 60 is no real day). The time of day is dropped. */
export function dateFromSpreadsheet(serial: number): IsoDate | undefined {
  const days = dayStart(serial * DAY_MS) / DAY_MS;
  if (!(days >= 1 && days <= 2_958_465) || days === 60) return undefined;
  return isoOf((days < 60 ? days - 25_568 : days - 25_569) * DAY_MS);
}

export function addDays(date: IsoDate, days: number): IsoDate {
  return dayOfNumber(dayNumber(date) + days);
}

/** The same day `months` later, or the last day of a shorter month. */
export function addMonths(date: IsoDate, months: number): IsoDate {
  const total = Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1 + months;
  const year = Math.floor(total / 12);
  const month = total - year * 12 + 1;
  return write(year, month, Math.min(Number(date.slice(8, 10)), daysInMonth(year, month)));
}

/** Whole days from one day to another; negative if `to` is earlier. */
export function daysBetween(from: IsoDate, to: IsoDate): number {
  return dayNumber(to) - dayNumber(from);
}

/**
 * The number of a day, counted from a 1 March, because a year with the leap day at its end needs only one rule. `Date`
 * is not used for speed.
 */
function dayNumber(date: IsoDate): number {
  const month = digitsAt(date, 5);
  const year = yearOf(date) - (month < 3 ? 1 : 0);
  const leapDays = Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400);
  return year * 365 + leapDays + (BEFORE_MONTH[month] ?? 0) + digitsAt(date, 8);
}

/** The days from 1 March to the first of a month, by its number. */
const BEFORE_MONTH = [0, 306, 337, 0, 31, 61, 92, 122, 153, 184, 214, 245, 275];

/** The inverse of `dayNumber`, computed by cycles of 400 years. */
function dayOfNumber(day: number): IsoDate {
  const cycle = Math.floor((day - 1) / CYCLE_DAYS);
  const inCycle = day - 1 - cycle * CYCLE_DAYS;
  const leapDays = Math.floor(inCycle / 1460) - Math.floor(inCycle / 36_524) + Math.floor(inCycle / (CYCLE_DAYS - 1));
  const year = Math.floor((inCycle - leapDays) / 365);
  const inYear = inCycle - (year * 365 + Math.floor(year / 4) - Math.floor(year / 100));
  const sinceMarch = Math.floor((inYear * 5 + 2) / 153);
  const month = sinceMarch < 10 ? sinceMarch + 3 : sinceMarch - 9;
  const dayOfMonth = inYear - Math.floor((sinceMarch * 153 + 2) / 5) + 1;
  return write(cycle * 400 + year + (month < 3 ? 1 : 0), month, dayOfMonth);
}

/** The year of a day, or of any text that begins with a year. */
export const yearOf = (date: string): number => digitsAt(date, 0) * 100 + digitsAt(date, 2);

const ZERO = 48;

const digitsAt = (text: string, at: number): number => text.charCodeAt(at) * 10 + text.charCodeAt(at + 1) - ZERO * 11;

/** Writes a day as `dd/mm/yyyy` for officers; a year alone stays a year. */
export function formatDate(date: BirthDate): string {
  return date.length === 4 ? date : `${date.slice(8, 10)}/${date.slice(5, 7)}/${date.slice(0, 4)}`;
}

/** Writes a month as officers do: `2025-09` becomes 09/2025. */
export function formatMonth(month: string): string {
  return `${month.slice(5)}/${month.slice(0, 4)}`;
}

/** Writes a quarter as officers do: `2025-Q2` becomes 2/2025. */
export function formatQuarter(quarter: string): string {
  return `${quarter.slice(6)}/${quarter.slice(0, 4)}`;
}

/** The first month, `yyyy-mm`, all of whose days are on or after a day. */
export function firstFullMonth(from: IsoDate): string {
  return (from.endsWith('-01') ? from : addMonths(from, 1)).slice(0, 7);
}

/** The day of an instant in Việt Nam (UTC+7, no summer time). */
export function dayInVietnam(instant: Date): IsoDate {
  return isoOf(instant.getTime() + VIETNAM_MS);
}

function instantDay(text: string): IsoDate | undefined {
  const instant = Date.parse(text);
  if (Number.isNaN(instant) || parseDate(text.slice(0, 10)) === undefined) return undefined;
  // A program that writes the local hour shows it to whoever reads the file
  return isoOf(text.endsWith('Z') ? dayStart(instant + VIETNAM_MS) : instant + VIETNAM_MS);
}

function calendarDay(year: number, month: number, day: number): IsoDate | undefined {
  if (year < EARLIEST_YEAR || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return undefined;
  return write(year, month, day);
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

function isoOf(milliseconds: number): IsoDate {
  return new Date(milliseconds).toISOString().slice(0, 10);
}

function write(year: number, month: number, day: number): IsoDate {
  return `${String(year).padStart(4, '0')}-${month < 10 ? '0' : ''}${month}-${day < 10 ? '0' : ''}${day}`;
}

/** The instant (ISO, UTC) at which a day ends in Việt Nam. */
export const endOfDayInVietnam = (day: IsoDate): string =>
  new Date(Date.parse(day) + DAY_MS - VIETNAM_MS).toISOString();
