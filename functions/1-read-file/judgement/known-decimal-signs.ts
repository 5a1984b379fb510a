import type { Headings } from '#shared/contracts/feeds/heading.ts';
import { type Cell, cellText } from '#shared/tabular/cell.ts';
import type { DecimalSign } from './column-survey.ts';
import type { DecimalSigns } from './judge-numbers.ts';

const COULD_BE_EITHER = { '.': /^\d{1,3}\.\d{3}$/u, ',': /^\d{1,3},\d{3}$/u } as const;

/**
 * A row's cells in which ambiguous numbers (`13.034`) are read by the known decimal sign of their column. Undefined
 * where no column of the table has a known sign.
 */
export function withKnownDecimalSigns(
  { layout, places }: Headings,
  signs: DecimalSigns,
): ((cells: readonly Cell[]) => readonly Cell[]) | undefined {
  const known = layout.columns.flatMap((column) => {
    const [sign, place] = [signs[column.key], places[column.at] ?? -1];
    return sign === undefined || place < 0 ? [] : [{ place, sign }];
  });
  if (known.length === 0) return undefined;
  return (cells) => {
    const read = [...cells];
    for (const { place, sign } of known) read[place] = numberOf(cells[place], sign);
    return read;
  };
}

function numberOf(cell: Cell, sign: DecimalSign): Cell {
  if (typeof cell !== 'string') return cell;
  const text = cellText(cell);
  return COULD_BE_EITHER[sign].test(text) ? Number(text.replace(sign, '.')) : cell;
}
