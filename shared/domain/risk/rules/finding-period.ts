import { addDays, formatDate, formatMonth, formatQuarter, type IsoDate } from '#shared/domain/vietnamese/dates.ts';
import type { Evidence } from './finding.ts';

/** The time of a finding, and its last day, whose law applies. */
export interface FindingPeriod {
  readonly text: string;
  readonly until: IsoDate;
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const RANGES: readonly (readonly [from: string, to: string])[] = [
  ['from', 'to'],
  ['fromQuarter', 'toQuarter'],
  ['firstMonth', 'lastMonth'],
  ['since', 'until'],
];
/** Dates in the evidence that do not date the finding, such as future ones. */
const NOT_ITS_TIME = new Set(['answerBy', 'dueOn', 'registeredOn']);

/** Undefined where the evidence names no time: the finding then concerns the company as it is. */
export function periodOf(evidence: Evidence): FindingPeriod | undefined {
  for (const [from, to] of RANGES) {
    const [first, last] = [evidence[from], evidence[to]];
    if (typeof first === 'string' && typeof last === 'string') return between(first, last);
  }
  const { month, quarter, firstMonth, firstDay, since, days: withinDays } = evidence;
  if (typeof firstDay === 'string' && typeof withinDays === 'number')
    return between(firstDay, addDays(firstDay, withinDays - 1));
  if (typeof firstMonth === 'string') return { text: `từ ${shown(firstMonth)}`, until: lastDayOf(firstMonth) };
  if (typeof since === 'string' && typeof withinDays === 'number') return between(since, addDays(since, withinDays));
  if (typeof since === 'string') return { text: `từ ngày ${formatDate(since)}`, until: since };
  const whole = month ?? quarter;
  if (typeof whole === 'string') return between(whole, whole);
  let [first, last] = ['', ''];
  for (const [name, value] of Object.entries(evidence)) {
    if (typeof value !== 'string' || !DAY.test(value) || NOT_ITS_TIME.has(name)) continue;
    if (first === '' || value < first) first = value;
    if (value > last) last = value;
  }
  return first === '' ? undefined : between(first, last);
}

function between(first: string, last: string): FindingPeriod {
  const text =
    first === last ? `${DAY.test(first) ? 'ngày ' : ''}${shown(first)}` : `từ ${shown(first)} đến ${shown(last)}`;
  return { text, until: lastDayOf(last) };
}

function shown(period: string): string {
  if (DAY.test(period)) return formatDate(period);
  return /Q/.test(period) ? `quý ${formatQuarter(period)}` : `tháng ${formatMonth(period)}`;
}

function lastDayOf(period: string): IsoDate {
  if (DAY.test(period)) return period;
  const [, year = '', quarter] = /^(\d{4})-Q([1-4])$/.exec(period) ?? [];
  return quarter === undefined ? `${period}-28` : `${year}-${String(Number(quarter) * 3).padStart(2, '0')}-28`;
}
