import type { IsoDate } from '#shared/domain/vietnamese/dates.ts';
import { formatDate } from '#shared/domain/vietnamese/dates.ts';
import { cleanText } from '#shared/domain/vietnamese/text/clean.ts';
import { isUnseen } from '#shared/domain/vietnamese/text/unicode-safety.ts';

/** A day of a spreadsheet. */
interface DateCell {
  readonly on: IsoDate;
}
/** A failed formula (`#N/A`), one that was never computed (`=`), a JSON value that is no cell, or an invalid text. */
interface ErrorCell {
  readonly error: string;
}
/** A cell of which some text is crossed out, so that nobody knows whether it still counts. */
export const CROSSED_OUT: ErrorCell = { error: '(gạch ngang)' };
/** A raw cell of any file format. An empty cell is undefined or blank text. */
export type Cell = string | number | boolean | DateCell | ErrorCell | undefined;

/** Matches text that needs no cleaning: ASCII, Latin-1 and precomposed Vietnamese, with single spaces between words. */
const CLEAN = /^[!-~¡-¬®-ÏÑ-ïñ-˿Ḁ-ỿ]+(?: [!-~¡-¬®-ÏÑ-ïñ-˿Ḁ-ỿ]+)*$/u;

const SPACE = 0x20;
const NO_BREAK_SPACE = 0xa0;
/** The letters from `À` to the last Latin one, which are all visible. */
const FIRST_LETTER = 0xc0;
const LAST_LETTER = 0x2af;
/** A longer text is refused as a cell, so the rest of it is not cleaned. */
export const LONGEST_CELL = 4000;
/**
 * The most combining marks on a letter (UAX #15 calls 30 of them more than any text has); composing them takes
 * quadratic time.
 */
const STACKED_MARKS = /\p{M}{31}/u;
const FEWEST_STACKED = 31;
/** Characters outside ASCII and Latin, where combining marks may occur. */
const BEYOND_LATIN = /[^ -˿Ḁ-ỿ]/u;

/** Caches the texts of about one row's cells, because a row's reader needs the text of a cell several times. */
const MOST_REMEMBERED = 32;
const LONGEST_REMEMBERED = 64;
const cleaned = new Map<string, string>();
/** Only the last long text is kept, because each may keep the piece of the file in memory from which it was cut. */
let lastLong = { text: '', clean: '' };

const cleanedText = (text: string): string => {
  if (text.length > LONGEST_REMEMBERED) {
    if (text !== lastLong.text) lastLong = { text, clean: cleanText(text.slice(0, LONGEST_CELL)) };
    return lastLong.clean;
  }
  const known = cleaned.get(text);
  if (known !== undefined) return known;
  const clean = cleanText(text);
  if (cleaned.size >= MOST_REMEMBERED) cleaned.clear();
  cleaned.set(text, clean);
  return clean;
};

/**
 * The cell's text in NFC, with single spaces and trimmed; '' for an empty one. Whole numbers are written in plain
 * digits, and days as dd/mm/yyyy.
 */
export function cellText(cell: Cell): string {
  if (typeof cell === 'string') return CLEAN.test(cell) ? cell : cleanedText(cell);
  if (cell === undefined) return '';
  if (typeof cell === 'number' || typeof cell === 'boolean') return String(cell);
  return 'on' in cell ? formatDate(cell.on) : cell.error;
}

export function isBlank(cell: Cell): boolean {
  if (typeof cell !== 'string') return cell === undefined;
  const first = cell.charCodeAt(0);
  if (first > SPACE && first < NO_BREAK_SPACE) return false;
  if (first >= FIRST_LETTER && first <= LAST_LETTER) return false;
  return cell === '' || isUnseen(cell);
}

/** Makes a cell from a text of a file. */
export const cellOfText = (text: string): Cell =>
  text.length >= FEWEST_STACKED && BEYOND_LATIN.test(text) && STACKED_MARKS.test(text) ? { error: '…' } : text;

/** Makes a cell from a JSON value; lists and objects are no cells. */
export function cellOfJson(value: unknown): Cell {
  if (typeof value === 'string') return cellOfText(value);
  if (typeof value === 'number' || typeof value === 'boolean') return value;
  if (value === undefined || value === null) return undefined;
  return { error: Array.isArray(value) ? '[…]' : '{…}' };
}
