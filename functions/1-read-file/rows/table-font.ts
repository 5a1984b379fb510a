import type { Cell } from '#shared/tabular/cell.ts';
import { type LegacyFont, repairLegacyFont } from '#shared/domain/vietnamese/text/legacy-fonts.ts';

/** Letters that exist only in Unicode: a cell with such a letter was not typed in an old font. */
const ONLY_UNICODE = /[\u0302\u0306\u031B\u1EA0-\u1EF9]/u;
const BEYOND_ASCII = /[\u0080-\uFFFF]/u;
const LETTER = /\p{L}/u;
/** The number of headings or cells that must each show the font, because a single one may be a foreign word. */
const MINIMUM_HEADINGS = 2;
const MINIMUM_CELLS = 3;
/** A font counts where it is found this many times as often as any other, because short words fit two fonts. */
const CLEAR_RATIO = 4;

/**
 * Finds the old font in which a table is typed, by its headings and first rows. Most headings, or most cells with
 * letters outside ASCII, must show it, and no cell may be typed in Unicode. Where some cell is typed in Unicode, the
 * font is decided for each row separately. Cells that could also be Unicode are repaired only where the font is known.
 */
export class TableFont {
  /** Whether a cell under the headings was typed in Unicode, so that the table has no font of its own. */
  unicode = false;
  readonly #headings = new FontCounts();
  readonly #cells = new FontCounts();
  #ofTable: LegacyFont | 'row by row' | 'none' | undefined;

  constructor(headings: readonly Cell[]) {
    for (const cell of headings) this.#headings.add(cell);
  }

  add(cells: readonly Cell[]): void {
    for (const cell of cells) {
      if (typeof cell !== 'string' || !BEYOND_ASCII.test(cell)) continue;
      this.unicode ||= ONLY_UNICODE.test(cell);
      if (this.unicode) return;
      this.#cells.add(cell);
    }
  }

  /** To be called after the first rows have been added. */
  ofRow(cells: readonly Cell[]): LegacyFont | undefined {
    this.#ofTable ??= this.unicode ? 'row by row' : this.#shown();
    if (this.#ofTable === 'none' || cells.some((cell) => typeof cell === 'string' && ONLY_UNICODE.test(cell)))
      return undefined;
    return this.#ofTable === 'row by row' ? fontShownIn(cells) : this.#ofTable;
  }

  #shown(): LegacyFont | 'none' {
    return this.#headings.font(MINIMUM_HEADINGS) ?? this.#cells.font(MINIMUM_CELLS) ?? 'none';
  }
}

function fontShownIn(cells: readonly Cell[]): LegacyFont | undefined {
  const shown = new FontCounts();
  for (const cell of cells) shown.add(cell);
  return shown.font(MINIMUM_CELLS);
}

/** Counts how many texts show each font, and how many show none. */
class FontCounts {
  readonly #times = new Map<LegacyFont, number>();
  #unclear = 0;

  add(cell: Cell): void {
    if (typeof cell !== 'string' || !BEYOND_ASCII.test(cell) || !LETTER.test(cell)) return;
    const font = repairLegacyFont(cell)?.font;
    if (font === undefined) this.#unclear += 1;
    else this.#times.set(font, (this.#times.get(font) ?? 0) + 1);
  }

  font(fewest: number): LegacyFont | undefined {
    const [[font, times] = [undefined, 0], [, next] = [undefined, 0]] = [...this.#times].sort((a, b) => b[1] - a[1]);
    return times >= fewest && times >= this.#unclear && times >= next * CLEAR_RATIO ? font : undefined;
  }
}
