import { isFew, HIDDEN, type ReportCell } from './report.ts';

/** The cells of a row that add up to another cell. */
export interface Sums {
  readonly sum: number;
  readonly parts: readonly number[];
}

interface CellPlace {
  readonly row: number;
  readonly column: number;
}

/** A row or column whose sum is known; a column's sum is known where a total is shown. */
type SummedLine = `row ${number}` | `column ${number}` | 'rows without a total';

/** The cost of hiding a cell: the least informative cells are hidden first, and sums of rows last. */
const CELL = 1000;
const LARGEST = 400;
const NOTHING = 450;
const SUM = 500;

/**
 * Hides counts from 1 to 4, and as few other cells as needed so that no reader can compute them from the sums of rows
 * and columns. For each hidden count there is another table with the same sums and shown cells in which that count is
 * one less. @param rows figures; cells that are no part of a sum are left as they are @param total undefined where the
 * rows don't add up to it, because a flag may be in several rows @returns undefined where the table has a single row,
 * which the total would reveal
 */
export function suppressSmallCounts(
  rows: readonly (readonly ReportCell[])[],
  { sum, parts }: Sums,
  total?: readonly ReportCell[],
): ReportCell[][] | undefined {
  const columns = [sum, ...parts];
  const places = rows.flatMap((_, row) => columns.map((column) => ({ row, column })));
  const figureAt = ({ row, column }: CellPlace): number => {
    const cell = rows[row]?.[column];
    return typeof cell === 'number' ? cell : 0;
  };
  const few = places.filter((place) => isFew(figureAt(place)));
  const hidden = new Set(few.map(keyOf));
  const byLine = Map.groupBy(
    places.flatMap((place) => linesOf(place, total).map((line) => ({ line, place }))),
    ({ line }) => line,
  );

  /**
   * Finds the cheapest path from one line of a cell to its other line, over cells that can compensate when the cell is
   * one less.
   */
  const wayAround = (start: CellPlace, isAllowed: (place: CellPlace) => boolean): readonly CellPlace[] | undefined => {
    const [from, to] = linesOf(start, total);
    if (from === undefined || to === undefined) return undefined;
    const isSumLess = start.column === sum;
    const best = new Map<SummedLine, { readonly cost: number; readonly steps: readonly CellPlace[] }>([
      [from, { cost: 0, steps: [] }],
    ]);
    for (const open = [from]; open.length > 0; ) {
      open.sort((a, b) => (best.get(a)?.cost ?? 0) - (best.get(b)?.cost ?? 0));
      const line = open.shift();
      const so = line === undefined ? undefined : best.get(line);
      if (line === undefined || !so || line === to) break;
      for (const { place } of byLine.get(line) ?? []) {
        if (keyOf(place) === keyOf(start) || !isAllowed(place)) continue;
        // Along the path cells alternately grow and shrink by one. A row's sum changes with its parts, and no cell
        // falls below 0
        const isMore = (so.steps.length % 2 === 0) === ((place.column === sum) === isSumLess);
        if (!isMore && figureAt(place) === 0) continue;
        const next = linesOf(place, total).find((other) => other !== line);
        const cost = so.cost + (hidden.has(keyOf(place)) ? 0 : costOf(place));
        if (next === undefined || cost >= (best.get(next)?.cost ?? Infinity)) continue;
        best.set(next, { cost, steps: [...so.steps, place] });
        open.push(next);
      }
    }
    return best.get(to)?.steps;
  };

  const costOf = (place: CellPlace): number => {
    const figure = figureAt(place);
    return CELL + (figure === 0 ? NOTHING : Math.min(figure, LARGEST)) + (place.column === sum ? SUM : 0);
  };

  for (const one of few) {
    const way = wayAround(one, () => true);
    if (!way) return undefined;
    for (const place of way) hidden.add(keyOf(place));
  }
  // Hidden cells that later paths made needless are shown again, the largest first
  const isHidden = (place: CellPlace) => hidden.has(keyOf(place));
  const beside = places.filter((place) => isHidden(place) && !isFew(figureAt(place)));
  for (const place of beside.sort((a, b) => figureAt(b) - figureAt(a))) {
    hidden.delete(keyOf(place));
    if (!few.every((one) => wayAround(one, isHidden))) hidden.add(keyOf(place));
  }
  return rows.map((cells, row) => cells.map((cell, column) => (hidden.has(keyOf({ row, column })) ? HIDDEN : cell)));
}

/** The rows without small counts; one row that names no group where the total would reveal them. */
export const rowsWithoutFew = (
  rows: readonly (readonly ReportCell[])[],
  sums: Sums,
  total?: readonly ReportCell[],
): ReportCell[][] =>
  suppressSmallCounts(rows, sums, total) ?? [['Quá ít để chia theo nhóm', HIDDEN, ...sums.parts.map(() => HIDDEN)]];

const keyOf = ({ row, column }: CellPlace): string => `${row} ${column}`;

const linesOf = (
  { row, column }: CellPlace,
  total: readonly ReportCell[] | undefined,
): readonly [SummedLine, SummedLine] => [`row ${row}`, total ? `column ${column}` : 'rows without a total'];
