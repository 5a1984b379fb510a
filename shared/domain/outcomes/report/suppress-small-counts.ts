import { isFew } from './cells.ts';
import { HIDDEN, type ReportCell } from './report.ts';

/** Which cells of a row add up to which. */
export interface Sums {
  readonly sum: number;
  readonly parts: readonly number[];
}

interface Place {
  readonly row: number;
  readonly column: number;
}

/** A line of the table whose sum is known: a row, or a column where a total is shown. */
type Line = `row ${number}` | `column ${number}` | 'rows without a total';

/** Hiding a cell costs a cell; of several the one that tells least, and a row's sum rather not. */
const CELL = 1000;
const LARGEST = 400;
const NOTHING = 450;
const SUM = 500;

/**
 * Hides counts from 1 to 4, and as few others as keep a reader from telling them by the sums of rows and columns: for each
 * of them there is another table with the same sums and the same shown cells, in which it is one less.
 * @param rows figures; cells that are no part and no sum are left as they are
 * @param total undefined where the rows don't add up to it (a flag may stand in several)
 * @returns undefined where the table has one row alone, so that the total tells it
 */
export function suppressSmallCounts(
  rows: readonly (readonly ReportCell[])[],
  { sum, parts }: Sums,
  total?: readonly ReportCell[],
): ReportCell[][] | undefined {
  const columns = [sum, ...parts];
  const places = rows.flatMap((_, row) => columns.map((column) => ({ row, column })));
  const figureAt = ({ row, column }: Place): number => {
    const cell = rows[row]?.[column];
    return typeof cell === 'number' ? cell : 0;
  };
  const few = places.filter((place) => isFew(figureAt(place)));
  const hidden = new Set(few.map(keyOf));
  const byLine = Map.groupBy(
    places.flatMap((place) => linesOf(place, total).map((line) => ({ line, place }))),
    ({ line }) => line,
  );

  /** From one line of a cell to its other line over cells that can make up for it being one less; the cheapest way. */
  const wayAround = (start: Place, isAllowed: (place: Place) => boolean): readonly Place[] | undefined => {
    const [from, to] = linesOf(start, total);
    if (from === undefined || to === undefined) return undefined;
    const isSumLess = start.column === sum;
    const best = new Map<Line, { readonly cost: number; readonly steps: readonly Place[] }>([
      [from, { cost: 0, steps: [] }],
    ]);
    for (const open = [from]; open.length > 0; ) {
      open.sort((a, b) => (best.get(a)?.cost ?? 0) - (best.get(b)?.cost ?? 0));
      const line = open.shift();
      const so = line === undefined ? undefined : best.get(line);
      if (line === undefined || !so || line === to) break;
      for (const { place } of byLine.get(line) ?? []) {
        if (keyOf(place) === keyOf(start) || !isAllowed(place)) continue;
        // Along the way cells become more and less in turn; a row's sum goes with its parts, and nothing is less than 0
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

  const costOf = (place: Place): number => {
    const figure = figureAt(place);
    return CELL + (figure === 0 ? NOTHING : Math.min(figure, LARGEST)) + (place.column === sum ? SUM : 0);
  };

  for (const one of few) {
    const way = wayAround(one, () => true);
    if (!way) return undefined;
    for (const place of way) hidden.add(keyOf(place));
  }
  // What a later cell's way has made needless is shown again, the largest first
  const isHidden = (place: Place) => hidden.has(keyOf(place));
  const beside = places.filter((place) => isHidden(place) && !isFew(figureAt(place)));
  for (const place of beside.sort((a, b) => figureAt(b) - figureAt(a))) {
    hidden.delete(keyOf(place));
    if (!few.every((one) => wayAround(one, isHidden))) hidden.add(keyOf(place));
  }
  return rows.map((cells, row) => cells.map((cell, column) => (hidden.has(keyOf({ row, column })) ? HIDDEN : cell)));
}

const keyOf = ({ row, column }: Place): string => `${row} ${column}`;

const linesOf = ({ row, column }: Place, total: readonly ReportCell[] | undefined): readonly [Line, Line] => [
  `row ${row}`,
  total ? `column ${column}` : 'rows without a total',
];
