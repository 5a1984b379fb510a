import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { suppressSmallCounts, type Sums } from '#shared/domain/outcomes/report/suppress-small-counts.ts';
import { HIDDEN, type ReportCell } from '#shared/domain/outcomes/report/report.ts';

type ReportRow = readonly number[];

/** All tables of whole numbers for the hidden cells that agree with all sums. */
function readings(hidden: readonly (readonly ReportCell[])[], sums: Sums, total: ReportRow | undefined, most: number) {
  const places = hidden.flatMap((row, r) => row.flatMap((cell, c) => (cell === HIDDEN ? [[r, c] as const] : [])));
  const found: number[][] = [];
  const table = hidden.map((row) => row.map((cell) => (typeof cell === 'number' ? cell : -1)));
  const holds = () =>
    table.every((row) => {
      const known = sums.parts.map((part) => row[part]!);
      return [...known, row[sums.sum]!].includes(-1) || known.reduce((a, b) => a + b, 0) === row[sums.sum];
    }) &&
    (total === undefined ||
      total.every((sum, c) => {
        const column = table.map((row) => row[c]!);
        return column.includes(-1) || column.reduce((a, b) => a + b, 0) === sum;
      }));
  const fill = (n: number) => {
    if (!holds() || found.length > 20_000) return;
    const place = places[n];
    if (!place) {
      found.push(places.map(([r, c]) => table[r]![c]!));
      return;
    }
    for (let value = 0; value <= most; value += 1) {
      table[place[0]]![place[1]] = value;
      fill(n + 1);
    }
    table[place[0]]![place[1]] = -1;
  };
  fill(0);
  return { places, found };
}

const SUMS = { sum: 0, parts: [1, 2] };
const withSum = (parts: ReportRow): ReportRow => [parts.reduce((a, b) => a + b, 0), ...parts];
const totalOf = (rows: readonly ReportRow[]): ReportRow =>
  rows[0]!.map((_, c) => rows.reduce((sum, row) => sum + row[c]!, 0));
const few = (cell: number) => cell > 0 && cell < 5;

/** The least number of cells to hide so that no count below five can be computed, found by trying all. */
function fewest(rows: readonly ReportRow[], total: ReportRow): number {
  const all = rows.flatMap((row, r) => row.map((_, c) => [r, c] as const));
  const must = all.filter(([r, c]) => few(rows[r]![c]!));
  const others = all.filter(([r, c]) => !few(rows[r]![c]!));
  for (let more = 0; more <= others.length; more += 1) {
    const choose = (from: number, chosen: (readonly [number, number])[]): boolean => {
      if (chosen.length === more) {
        const hidden = rows.map((row) => [...row] as ReportCell[]);
        for (const [r, c] of [...must, ...chosen]) hidden[r]![c] = HIDDEN;
        return isSafe(rows, hidden, total);
      }
      return others.slice(from).some((other, n) => choose(from + n + 1, [...chosen, other]));
    };
    if (choose(0, [])) return must.length + more;
  }
  return Infinity;
}

function isSafe(
  rows: readonly ReportRow[],
  hidden: readonly (readonly ReportCell[])[],
  total: ReportRow | undefined,
): boolean {
  const most = Math.max(...rows.flat()) + 1;
  const { places, found } = readings(hidden, SUMS, total, most);
  return places.every(([r, c], n) => !few(rows[r]![c]!) || new Set(found.map((one) => one[n]!)).size > 1);
}

describe('hiding counts below five', () => {
  it('a single count below five hides one other cell in its row and one in its column, and no more', () => {
    const rows = [
      [30, 3, 27],
      [60, 30, 30],
      [50, 9, 41],
    ];
    const hidden = suppressSmallCounts(rows, SUMS, totalOf(rows))!;
    expect(hidden.flat().filter((cell) => cell === HIDDEN)).toHaveLength(4);
    expect(hidden[0]?.[1]).toBe(HIDDEN);
    expect(hidden[1]).toEqual([60, 30, 30]);
  });

  it('rows that do not add up to the total do not hide cells of each other', () => {
    const rows = [
      [30, 3, 27],
      [40, 20, 20],
    ];
    expect(suppressSmallCounts(rows, SUMS)).toEqual([
      [30, HIDDEN, HIDDEN],
      [40, 20, 20],
    ]);
  });

  it('a table with a single row and a known total is not shown', () => {
    expect(suppressSmallCounts([[9, 2, 7]], SUMS, [9, 2, 7])).toBeUndefined();
    expect(suppressSmallCounts([[9, 0, 9]], SUMS, [9, 0, 9])).toEqual([[9, 0, 9]]);
  });

  it('a table without a count below five is shown whole', () => {
    const rows = [
      [5, 0, 5],
      [12, 5, 7],
    ];
    expect(suppressSmallCounts(rows, SUMS, totalOf(rows))).toEqual(rows);
  });

  const tables = (least: number, most: number) =>
    fc.array(fc.array(fc.oneof(fc.constant(0), fc.nat(7)), { minLength: 2, maxLength: 2 }).map(withSum), {
      minLength: least,
      maxLength: most,
    });

  it('no reader can compute a count below five from the sums of rows and columns', () => {
    fc.assert(
      fc.property(tables(2, 3), fc.boolean(), (rows, adds) => {
        const total = adds ? totalOf(rows) : undefined;
        const hidden = suppressSmallCounts(rows, SUMS, total);
        expect(hidden).toBeDefined();
        for (const [r, row] of hidden!.entries())
          for (const [c, cell] of row.entries())
            expect(cell === HIDDEN ? true : cell === rows[r]![c] && !few(rows[r]![c]!)).toBe(true);
        expect(isSafe(rows, hidden!, total)).toBe(true);
      }),
      { numRuns: 150 },
    );
  });

  it('hardly more cells are hidden than necessary', () => {
    let more = 0;
    let asked = 0;
    fc.assert(
      fc.property(tables(2, 2), (rows) => {
        const total = totalOf(rows);
        const hidden = suppressSmallCounts(rows, SUMS, total)!
          .flat()
          .filter((cell) => cell === HIDDEN).length;
        more += hidden - fewest(rows, total);
        asked += 1;
      }),
      { numRuns: 100, seed: 7 },
    );
    expect(more / asked).toBeLessThan(0.2);
  });
});
