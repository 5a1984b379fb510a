import type { IsoDate } from '#shared/domain/vietnamese/dates.ts';
import { formatDate } from '#shared/domain/vietnamese/dates.ts';
import { cleanText } from '#shared/domain/vietnamese/text/clean.ts';
import { isUnseen } from '#shared/domain/vietnamese/text/unicode-safety.ts';

/** A spreadsheet's day. */
interface DateCell {
  readonly on: IsoDate;
}
/** A formula that failed (`#N/A`) or was never computed (`=`), a JSON value that is no cell, or a text that is none. */
interface ErrorCell {
  readonly error: string;
}
/** One cell of any form, before it is read. An empty cell is undefined or blank text. */
export type Cell = string | number | boolean | DateCell | ErrorCell | undefined;

/** Letters that need no cleaning: ASCII, Latin-1 and precomposed Vietnamese, single spaces between words. */
const CLEAN = /^[!-~¡-¬®-ÏÑ-ïñ-˿Ḁ-ỿ]+(?: [!-~¡-¬®-ÏÑ-ïñ-˿Ḁ-ỿ]+)*$/u;

const SPACE = 0x20;
const NO_BREAK_SPACE = 0xa0;
/** From `À` to the last letter of Latin: all of them are seen. */
const FIRST_LETTER = 0xc0;
const LAST_LETTER = 0x2af;
/** A longer text is no cell: its reader refuses it, so the rest of it is not cleaned. */
export const LONGEST_CELL = 4000;
/**
 * No letter bears so many marks (UAX #15 calls 30 of them more than any text has), and composing them takes time as the
 * square of their number.
 */
const STACKED_MARKS = /\p{M}{31}/u;
const FEWEST_STACKED = 31;
/** Outside of ASCII and Latin, where no mark stands by itself. */
const BEYOND_LATIN = /[^ -˿Ḁ-ỿ]/u;

/** The reader of a row asks for the text of one cell several times: those of about a row are remembered, no longer ones. */
const MOST_REMEMBERED = 32;
const LONGEST_REMEMBERED = 64;
const cleaned = new Map<string, string>();

const cleanedText = (text: string): string => {
  if (text.length > LONGEST_REMEMBERED) return cleanText(text.slice(0, LONGEST_CELL));
  const known = cleaned.get(text);
  if (known !== undefined) return known;
  const clean = cleanText(text);
  if (cleaned.size >= MOST_REMEMBERED) cleaned.clear();
  cleaned.set(text, clean);
  return clean;
};

/** The cell's text: NFC, single spaces, trimmed; '' for an empty one. Whole numbers in plain digits, days as dd/mm/yyyy. */
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

/** A text that a file holds as a cell. */
export const cellOfText = (text: string): Cell =>
  text.length >= FEWEST_STACKED && BEYOND_LATIN.test(text) && STACKED_MARKS.test(text) ? { error: '…' } : text;

/** A JSON value as a cell; lists and objects are none. */
export function cellOfJson(value: unknown): Cell {
  if (typeof value === 'string') return cellOfText(value);
  if (typeof value === 'number' || typeof value === 'boolean') return value;
  if (value === undefined || value === null) return undefined;
  return { error: Array.isArray(value) ? '[…]' : '{…}' };
}
