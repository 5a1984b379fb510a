import { type Cell, cellText, isBlank } from '#shared/tabular/cell.ts';
import type { RowFault } from '#shared/tabular/row-fault.ts';

/** The first part of a number such as `1,234,567` whose commas were taken for delimiters, and the parts after it. */
const FIRST_PART = /^-?[1-9]\d{0,2}$/u;
const NEXT_PART = /^\d{3}(?:\.\d+)?$/u;
const NUMBER = /^-?\d+(?:[.,]\d+)?%?$/u;

/** Finds the rows of a delimited text whose cells don't stand under their headings, or of which only a part has come. */
export class TextRowCheck {
  /** The fewest cells of a row until now. */
  #fewest: number | undefined;
  /** The number of cells of the line of headings, and of those until the last heading that is not blank. */
  readonly #width: number;
  readonly #named: number;

  constructor(headings: readonly string[]) {
    this.#width = headings.length;
    this.#named = headings.findLastIndex((heading) => heading !== '') + 1;
  }

  fault(cells: readonly Cell[], isUnended: boolean): RowFault | undefined {
    if (isUnended && cells.length < this.#width && this.#fewest !== undefined && this.#fewest >= this.#width)
      return 'cut_off';
    this.#fewest = Math.min(this.#fewest ?? cells.length, cells.length);
    if (this.#hasSplitNumber(cells)) return 'split_number';
    return cells.length > this.#width && !cells.slice(this.#width).every(isBlank) ? 'columns' : undefined;
  }

  /** Two numbers beside each other may look like one that was split, so its zeros or a number behind the table must show it. */
  #hasSplitNumber(cells: readonly Cell[]): boolean {
    const behind = cells.slice(this.#named).findLast((cell) => !isBlank(cell));
    const isLonger = behind !== undefined && NUMBER.test(cellText(behind));
    return cells.some((cell, at) => {
      const before = at === 0 ? undefined : cells[at - 1];
      if (typeof cell !== 'string' || typeof before !== 'string' || !NEXT_PART.test(cell)) return false;
      return (isLonger || cell.startsWith('0')) && FIRST_PART.test(before);
    });
  }
}
