import { SUPPRESSED_COUNT, type ReportCell } from './report.ts';

/** Fewer than this tells of single people (de-identification: Luật 91/2025/QH15 Art. 14). */
export const SMALLEST_SHOWN_COUNT = 5;

export const isFew = (cell: ReportCell): cell is number =>
  typeof cell === 'number' && cell > 0 && cell < SMALLEST_SHOWN_COUNT;

/** A count that stands by itself: nothing beside it adds up with it. */
export const unlessFew = (cell: ReportCell): ReportCell => (isFew(cell) ? SUPPRESSED_COUNT : cell);

/** Per cent with one decimal; undefined of nothing. */
export const percentOf = (part: number, whole: number): number | undefined =>
  whole === 0 ? undefined : Math.round((1000 * part) / whole) / 10;
