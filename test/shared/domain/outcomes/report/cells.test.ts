import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hideFew } from '#shared/domain/outcomes/report/cells.ts';
import { FEW, type ReportCell } from '#shared/domain/outcomes/report/report.ts';
import { cellText, withDots } from '#shared/domain/outcomes/report/wording.ts';

const shown = (cell: ReportCell): boolean => cell !== FEW;

describe('counts below five', () => {
  it('a count below five is hidden, and with a single hidden one the smallest beside it, so that no total tells it', () => {
    expect(hideFew([[3], [10], [7]], [])).toEqual([[FEW], [10], [FEW]]);
    expect(hideFew([[0], [10], [7]], [])).toEqual([[0], [10], [7]]);
  });

  it('no count below five stands in a table, and no column of which the total is known hides one alone', () => {
    const row = fc.array(fc.nat(12), { minLength: 3, maxLength: 3 });
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 8 }), (parts) => {
        const rows = parts.map((one) => ['x', one.reduce((sum, count) => sum + count, 0), ...one]);
        const hidden = hideFew(rows, [2, 3, 4]);
        for (const cells of hidden) {
          for (const cell of cells.slice(1)) expect(typeof cell === 'number' && cell > 0 && cell < 5).toBe(false);
          const unseen = cells.slice(2).filter((cell) => !shown(cell));
          const others = cells.slice(2).filter((cell) => shown(cell) && cell !== 0);
          if (shown(cells[1]) && others.length > 0) expect(unseen.length).not.toBe(1);
        }
        for (let column = 1; column < 5; column += 1) {
          const cells = hidden.map((one) => one[column]);
          const unseen = cells.filter((cell) => !shown(cell));
          if (cells.some((cell) => shown(cell) && cell !== 0)) expect(unseen.length).not.toBe(1);
        }
      }),
    );
  });
});

describe('a figure in a report', () => {
  it('a figure in a report has dots between thousands and a comma before decimals, whatever the machine’s locale', () => {
    expect([0, 999, 1000, 5_771_891_987_918, 12.5, -1234.5].map((figure) => withDots(figure))).toEqual([
      '0',
      '999',
      '1.000',
      '5.771.891.987.918',
      '12,5',
      '-1.234,5',
    ]);
  });

  it('a report says plainly where there is no figure', () => {
    expect(cellText(undefined, { unit: 'count' })).toBe('không có số liệu');
    expect(cellText(FEW, { unit: 'count' })).toBe('dưới 5');
  });
});
