import type { BirthDate, IsoDate } from '#shared/domain/vietnamese/dates.ts';
import { dateFromSpreadsheet, parseBirthDate, parseDate } from '#shared/domain/vietnamese/dates.ts';
import { daysOfPeriod, parsePeriod, parseWeek } from '#shared/domain/vietnamese/periods.ts';
import type { Cell } from '#shared/tabular/cell.ts';
import { cellText } from '#shared/tabular/cell.ts';
import type { Reader, CellResult } from '../column.ts';
import { headingKey } from '../heading-key.ts';
import { memoisedReader } from './memoised-reader.ts';
import { cellFault } from './text.ts';

/** The spreadsheet day numbers that are read as days: 1927 to 2091. */
const SERIAL = /^[1-6]\d{4}(?:\.\d+)?$/u;

/** A day with a two-digit year such as `18/8/24` or `18-Aug-24`, whose century is unknown. */
const SHORT_YEAR = /^\d{1,2}[/.-](?:\d{1,2}|[a-z]{3})[/.-]\d{2}$/iu;

/** Reads dd/mm/yyyy, ISO, a spreadsheet's date or a bare day number. */
export const readDate: Reader<IsoDate> = memoisedReader((cell) => dateReading(cell, parseDate));

/** Reads like `readDate`, and also accepts a birth year alone. */
export const readBirthDate: Reader<BirthDate> = memoisedReader((cell) => dateReading(cell, parseBirthDate));

/** Reads a card's last day; undefined for “không thời hạn”. */
export const readExpiry: Reader<IsoDate | undefined> = memoisedReader<IsoDate | undefined>((cell) =>
  /^khong(?:co)?(?:thoi|ky)?han$/u.test(headingKey(cellText(cell))) ? { ok: true, value: undefined } : readDate(cell),
);

/** Reads a period. A spreadsheet may have turned `2025-01` into the first of January. */
export const readPeriod: Reader<string> = memoisedReader((cell) => {
  if (typeof cell === 'object' && 'on' in cell) return { ok: true, value: cell.on.slice(0, 7) };
  if (typeof cell === 'object') return cellFault(cell.error);
  const period = periodIn(cellText(cell));
  return period === undefined ? { ok: false, code: 'period' } : { ok: true, value: period };
});

const ISO_DAY = /^\d{4}-\d{2}-\d{2}/u;

/**
 * Reads the period of a flow: a calendar month `yyyy-mm`, an ISO week `yyyy-Www` or a day. A first of a month may be a
 * month that a spreadsheet turned into a day, and is read as a month unless it has ISO form.
 */
export const readFlowPeriod: Reader<string> = memoisedReader((cell) => {
  if (typeof cell === 'object' && 'on' in cell)
    return { ok: true, value: cell.on.endsWith('-01') ? cell.on.slice(0, 7) : cell.on };
  const text = typeof cell === 'object' ? '' : cellText(cell);
  const finer = parseDate(text) ?? parseWeek(text);
  if (finer !== undefined && (!finer.endsWith('-01') || ISO_DAY.test(text))) return { ok: true, value: finer };
  const reading = readPeriod(cell);
  return reading.ok && !/^\d{4}-\d{2}$/u.test(reading.value) ? { ok: false, code: 'period' } : reading;
});

/** The first day of a period. */
export const firstDayOf = (period: string | undefined): IsoDate | undefined =>
  period === undefined ? undefined : daysOfPeriod(period).from;

/** A spreadsheet makes the number 2025.1 of `2025.10`, which then looks like January. */
const OCTOBER_OR_JANUARY = /^\d{4}[.,]1$/u;

/** A spreadsheet makes the first day of a month. Any other number may be a day or, as 42025, a month and a year. */
const monthOfSerial = (serial: number): string | undefined => {
  const day = dateFromSpreadsheet(serial);
  return day?.endsWith('-01') === true ? day.slice(0, 7) : undefined;
};

/** Finds the period that a cell names, also among other words: `Quý 3/2025 (bổ sung)`. */
const periodIn = (text: string): string | undefined => {
  if (OCTOBER_OR_JANUARY.test(text)) return undefined;
  const whole = parsePeriod(text.replace(/^(\d{4})[/.-](\d)$/u, '$1-0$2'));
  if (whole !== undefined) return whole;
  if (SERIAL.test(text)) return monthOfSerial(Number(text));
  return ANOTHER_BEFORE.test(text) ? undefined : onlyPeriodIn(text);
};

const PART = /(?:q(?:uý|uy)?\s*[1-4]|\d{1,2})\s*[/-]\s*\d{4}|\d{4}\s*[/-]\s*(?:q[1-4]|\d{2})/giu;
/** Another month or quarter before the one that has the year: `Tháng 1-3/2025`, `Quý 1+2/2025`, `1, 2/2025`. */
const ANOTHER_BEFORE =
  /(?:^|[,+&;–-]|tháng|quý|quy|q|t)\.?\s*(?:\d{1,2}|i{1,3}|iv)\s*(?:[-–+,;&]|và|đến|tới)\s*(?:(?:tháng|quý|quy|q|t)\.?\s*)?\d{1,2}\s*\/\s*\d{4}/iu;

/** The one period that a text names; undefined where it names two, as `01/2025 - 06/2025` does. */
const onlyPeriodIn = (text: string): string | undefined => {
  const named = new Set((text.match(PART) ?? []).map(parsePeriod));
  const [only] = named;
  return named.size === 1 ? only : undefined;
};

const dateReading = (cell: Cell, parse: (text: string) => string | undefined): CellResult<string> => {
  if (typeof cell === 'object') return 'on' in cell ? { ok: true, value: cell.on } : cellFault(cell.error);
  const text = cellText(cell);
  const date = parse(text) ?? (SERIAL.test(text) ? dateFromSpreadsheet(Number(text)) : undefined);
  if (date !== undefined) return { ok: true, value: date };
  return { ok: false, code: SHORT_YEAR.test(text) ? 'short_year' : 'date' };
};
