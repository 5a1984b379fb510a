import { digitsFromSpreadsheet } from '#shared/domain/vietnamese/spreadsheet-number.ts';
import { type Cell, cellText } from '#shared/tabular/cell.ts';
import type { Reader, CellResult } from '../column.ts';
import { cellFault, REPLACEMENT } from './text.ts';

/** The number of digits that a spreadsheet's number keeps; later digits become 0. */
const KEPT_DIGITS = 15;
const PLAIN = /^\d+$/u;
/** A number as a spreadsheet writes it into a text file. */
const SPREADSHEET_TEXT = /^\d+[.,]0+$|^\d(?:[.,]\d+)?e\+?\d+$/iu;
const EXPONENT = /^\d(?:[.,]\d+)?e\+?\d+$/iu;

/** JavaScript writes numbers from this size on with an exponent. */
const LARGEST_PLAIN = 1e21;

/**
 * A code's digits. `ofSpreadsheet` is true where they come from a number, which has no leading zeros and at most 15
 * exact digits.
 */
export function readCodeDigits(cell: Cell): CellResult<{ readonly text: string; readonly ofSpreadsheet: boolean }> {
  const isLong = typeof cell === 'number' && Number.isInteger(cell) && cell > 0 && cell < LARGEST_PLAIN;
  if (isLong) return { ok: true, value: { text: String(cell), ofSpreadsheet: true } };
  const digits = readDigits(cell);
  if (!digits.ok) return digits;
  const ofSpreadsheet = typeof cell === 'string' && SPREADSHEET_TEXT.test(cell.trim());
  return { ok: true, value: { text: digits.value, ofSpreadsheet } };
}

/** A numeric code as text, without the apostrophe or `="…"` by which a spreadsheet marks text. */
export const readDigits: Reader<string> = (cell) => {
  if (typeof cell === 'object') return 'on' in cell ? { ok: false, code: 'characters' } : cellFault(cell.error);
  if (typeof cell === 'number') return wholeNumber(cell);
  if (typeof cell === 'string' && PLAIN.test(cell)) return { ok: true, value: cell };
  const text = digitsFromSpreadsheet(
    cellText(cell)
      .replace(/^="?([^"]*)"?$/u, '$1')
      .replace(/^['’‘`]/u, ''),
  );
  if (text?.includes(REPLACEMENT)) return { ok: false, code: 'encoding' };
  return text === undefined || EXPONENT.test(text) ? { ok: false, code: 'rounded' } : { ok: true, value: text };
};

/** Whether a code that contains letters also has a wrong number of digits; `lengths` are the allowed numbers. */
export const lengthFault = (code: string, text: string, lengths: readonly number[]): 'length' | undefined =>
  code === 'characters' && lengths.length > 0 && !lengths.includes(text.replace(/[\s.-]/gu, '').length)
    ? 'length'
    : undefined;

const wholeNumber = (value: number): ReturnType<typeof readDigits> => {
  if (!Number.isInteger(value) || value < 0) return { ok: false, code: 'characters' };
  const text = String(value);
  return text.length > KEPT_DIGITS ? { ok: false, code: 'rounded' } : { ok: true, value: text };
};
