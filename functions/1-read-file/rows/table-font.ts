import type { Cell } from '#shared/tabular/cell.ts';
import { type LegacyFont, repairLegacyFont } from '#shared/domain/vietnamese/text/legacy-fonts.ts';

/** Letters that only Unicode has: a cell with one was not typed in an earlier font. */
const ONLY_UNICODE = /[\u0302\u0306\u031B\u1EA0-\u1EF9]/u;
const BEYOND_ASCII = /[\u0080-\uFFFF]/u;
const LETTER = /\p{L}/u;
/** The number of headings or cells that must show the font by themselves: a single one may be a foreign word. */
const MINIMUM_HEADINGS = 2;
const MINIMUM_CELLS = 3;
/** A font counts where it is shown this many times as often as any other, because short words fit two fonts. */
const CLEAR_RATIO = 4;

/**
 * The old font in which a table is typed, by its headings and first rows. Most headings must show it by themselves, or
 * most cells with letters outside ASCII, and no cell may be typed in Unicode. Where a cell is, each row shows its own
 * font or none. Cells that could be Unicode too are repaired only where the font is known.
 */
export class TableFont {
  /** A cell under the headings was typed in Unicode, which decides the table. */
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

  /** Ask this after the first rows are added. */
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

/** How often each font was shown, and how often none was. */
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
