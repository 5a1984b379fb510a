import { SUPPRESSED_COUNT, type ReportCell } from './report.ts';

/**
 * The smallest count that is shown, because smaller ones could identify people (de-identification: Luật 91/2025/QH15
 * Art. 14).
 */
export const SMALLEST_SHOWN_COUNT = 5;

export const isFew = (cell: ReportCell): cell is number =>
  typeof cell === 'number' && cell > 0 && cell < SMALLEST_SHOWN_COUNT;

/** The cell of a count that is part of no sum. */
export const unlessFew = (cell: ReportCell): ReportCell => (isFew(cell) ? SUPPRESSED_COUNT : cell);

/** A percentage with one decimal; undefined for a whole of 0. */
export const percentOf = (part: number, whole: number): number | undefined =>
  whole === 0 ? undefined : Math.round((1000 * part) / whole) / 10;
