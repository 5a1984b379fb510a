import { dateFromSpreadsheet } from '#shared/domain/vietnamese/dates.ts';
import { type Cell, CROSSED_OUT } from '../cell.ts';
import type { NumberFormat } from './number-formats.ts';

/** The number of days between the first days of the two date systems. */
const DAYS_FROM_1900_TO_1904 = 1462;
const PERCENT = 100;
const DAY_SECONDS = 86_400;
/** Below this number of days (1927) a number in a format of times is a time or duration, and not a day. */
const LONGEST_DURATION = 10_000;
/** The years of birth that an officer may type into a cell that shows days; their days would be in 1905. */
const FIRST_YEAR = 1900;
const LAST_YEAR = 2099;

/** The digits that a spreadsheet keeps, without those that come from multiplying a fraction. */
const withoutNoise = (value: number): number => Number(value.toPrecision(15));

/** The cell of a number by the format in which it is shown. */
export function shownNumber(
  value: number,
  format: NonNullable<NumberFormat>,
  { from1904 }: { readonly from1904: boolean },
): Cell {
  if ('crossedOut' in format) return CROSSED_OUT;
  if ('percent' in format) return `${withoutNoise(value * PERCENT)}%`;
  if ('percentSign' in format) return `${value}%`;
  // The unit of a heading belongs to the number that is shown, and the cell has the whole one
  if ('scaled' in format) return `${Math.round(value)} đồng`;
  if ('times' in format) return `${Math.round(value * format.times)} đồng`;
  if ('currency' in format) return `${value} ${format.currency}`;
  if ('unclear' in format) return `${value} (${format.unclear})`;
  if ('digits' in format)
    return Number.isSafeInteger(value) && value >= 0 ? String(value).padStart(format.digits, '0') : value;
  if ('time' in format && value < LONGEST_DURATION) return timeOf(value);
  return dayOf(value, from1904, 'withTime' in format);
}

/** A person who sees `23:59:30` sees the day that it belongs to. */
const dayOf = (value: number, from1904: boolean, withTime: boolean): Cell => {
  if (Number.isInteger(value) && value >= FIRST_YEAR && value <= LAST_YEAR) return value;
  const serial = (withTime ? Math.floor(value) : value) + (from1904 ? DAYS_FROM_1900_TO_1904 : 0);
  const on = value < 1 ? undefined : dateFromSpreadsheet(serial);
  return on === undefined ? value : { on };
};

/** A time as a text, which no column of numbers reads: `12:30` may be typed for minutes or for hours. */
const timeOf = (value: number): string => {
  const seconds = Math.round(Math.abs(value) * DAY_SECONDS);
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  const parts = [hours, minutes, seconds % 60].map((part) => String(part).padStart(2, '0'));
  return `${value < 0 ? '-' : ''}${parts.join(':')}`;
};
