import { FEW, type ReportCell } from './report.ts';

/** Fewer than this tells of single people (de-identification: Luật 91/2025/QH15 Art. 14). */
export const LEAST_SHOWN = 5;

const isFew = (cell: ReportCell): cell is number => typeof cell === 'number' && cell > 0 && cell < LEAST_SHOWN;

/**
 * Hides counts from 1 to 4. Where a column would have one hidden count alone, its smallest shown count is hidden with it, or
 * the total would tell. The same along a row, whose first count is the sum of the others.
 * @param parts the columns that add up to the first count of their row
 */
export function hideFew(rows: readonly (readonly ReportCell[])[], parts: readonly number[]): ReportCell[][] {
  const shown = rows.map((row) => row.map((cell) => (isFew(cell) ? FEW : cell)));
  const width = Math.max(0, ...rows.map((row) => row.length));
  for (let changed = true; changed; ) {
    changed = false;
    for (let column = 0; column < width; column += 1)
      changed = hideAnother(shown.map((row) => [row, column] as const)) || changed;
    for (const row of shown) changed = hideAnother(parts.map((column) => [row, column] as const)) || changed;
  }
  return shown;
}

/** True where one of the places was hidden so that a single hidden one can't be told from the rest. */
function hideAnother(places: readonly (readonly [ReportCell[], number])[]): boolean {
  const hidden = places.filter(([row, column]) => row[column] === FEW);
  if (hidden.length !== 1) return false;
  const [smallest] = places
    .flatMap(([row, column]) => {
      const cell = row[column];
      return typeof cell === 'number' && cell > 0 ? [{ row, column, cell }] : [];
    })
    .sort((a, b) => a.cell - b.cell);
  if (!smallest) return false;
  smallest.row[smallest.column] = FEW;
  return true;
}

/** Per cent with one decimal; undefined of nothing. */
export const percentOf = (part: number, whole: number): number | undefined =>
  whole === 0 ? undefined : Math.round((1000 * part) / whole) / 10;
