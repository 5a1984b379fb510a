import { digitsFromSpreadsheet } from '#shared/domain/vietnamese/spreadsheet-number.ts';
import { cellText } from '#shared/tabular/cell.ts';
import type { Reader } from '../column.ts';
import { notCell, REPLACEMENT } from './text.ts';

/** Digits that a spreadsheet's number keeps; the ones behind them became 0. */
const KEPT_DIGITS = 15;
const PLAIN = /^\d+$/u;
const EXPONENT = /^\d(?:[.,]\d+)?e\+?\d+$/iu;

/** A number code as text, without the apostrophe or `="…"` that keep a spreadsheet from reading it as a number. */
export const readDigits: Reader<string> = (cell) => {
  if (typeof cell === 'object') return 'on' in cell ? { ok: false, code: 'characters' } : notCell(cell.error);
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

const wholeNumber = (value: number): ReturnType<typeof readDigits> => {
  if (!Number.isInteger(value) || value < 0) return { ok: false, code: 'characters' };
  const text = String(value);
  return text.length > KEPT_DIGITS ? { ok: false, code: 'rounded' } : { ok: true, value: text };
};
