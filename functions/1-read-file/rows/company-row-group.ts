import type { Cell } from '#shared/tabular/cell.ts';
import { cellText, isBlank } from '#shared/tabular/cell.ts';
import type { Layout } from '#shared/contracts/feeds/layout.ts';

/**
 * Follows the rows of one company, which are next to each other. Where an officer merged the company's cells over its
 * people, only the first row has them, and the next rows take them from it.
 */
export class CompanyRowGroup {
  /** The row's place among the rows of its company, from 0. */
  position = -1;
  /** Whether no row of the company has been accepted yet. */
  starts = true;
  #code = '';
  #shared: readonly Cell[] = [];
  readonly #places: readonly number[];
  readonly #codePlace: number;

  constructor(layout: Layout, places: readonly number[]) {
    this.#places = layout.columns
      .filter((column) => column.shared)
      .flatMap((column) => places[column.at] ?? [])
      .filter((place) => place >= 0);
    this.#codePlace = layout.columns[0] === undefined ? -1 : (places[layout.columns[0].at] ?? -1);
  }

  /** The row with completed cells; `position` and `starts` belong to this row from now on. */
  take(cells: readonly Cell[]): readonly Cell[] {
    const merged = isEmpty(cells[this.#codePlace]) && this.#places.every((place) => isBlank(cells[place]));
    const whole = merged && this.#shared.length > 0 ? this.#completed(cells) : cells;
    const code = digitsAlone(whole[this.#codePlace]);
    const another = code !== this.#code || code === '';
    if (another) this.starts = true;
    this.position = another ? 0 : this.position + 1;
    this.#code = code;
    if (!merged) this.#shared = cells;
    return whole;
  }

  accept(): void {
    this.starts = false;
  }

  #completed(cells: readonly Cell[]): Cell[] {
    const whole = [...cells];
    for (const place of this.#places) whole[place] = this.#shared[place];
    return whole;
  }
}

/** A cell with a letter that nobody sees is no merged one, so that the letter is told. */
const isEmpty = (cell: Cell): boolean =>
  cell === undefined || (typeof cell === 'string' && /^[ \t\r\n\u00A0]*$/u.test(cell));

/** Whether two codes name the same company, with or without leading zeros. */
const digitsAlone = (cell: Cell): string => cellText(cell).replace(/\D/gu, '').replace(/^0+/u, '');
