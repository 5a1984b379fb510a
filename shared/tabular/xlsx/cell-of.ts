import { parseDate } from '#shared/domain/vietnamese/dates.ts';
import { type Cell, cellOfText, CROSSED_OUT } from '../cell.ts';
import { brokenWorkbook } from './faults.ts';
import { attribute, type RichText, unescapeXml } from './xml-text.ts';
import { shownNumber } from './shown-number.ts';
import type { Workbook } from './workbook.ts';

/** The most characters of a number, of which programs write up to 24. */
const LONGEST_NUMBER = 40;
/** A number as programs write it (XML Schema's `double`); `Number` alone also reads `0x10`. */
const DECIMAL = /^\s*[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?\s*$/iu;
const INDEX = /^\s*\d{1,9}\s*$/u;

/** The column index of a cell reference: `AB12` has 27. Some programs write `ab12` or `$AB$12`. */
export function columnIndexOf(attributes: string): number | undefined {
  const letters = /^\$?([A-Z]{1,3})\$?\d/iu.exec(attribute(attributes, 'r') ?? '')?.[1]?.toUpperCase();
  if (letters === undefined) return undefined;
  let place = 0;
  for (let index = 0; index < letters.length; index += 1) place = place * 26 + letters.charCodeAt(index) - 64;
  return place - 1;
}

/** The value of a cell by its attributes (ECMA-376 18.18.11) and its text. */
export function cellOf(attributes: string, text: RichText, workbook: Workbook): Cell {
  const { raw } = text;
  const type = attribute(attributes, 't') ?? 'n';
  if (text.crossedOut || (workbook.crossesOut && isCrossedOut(attributes, workbook))) return CROSSED_OUT;
  if (text.computed && (type === 'str' ? !text.seen : raw === '')) return UNCOMPUTED;
  switch (type) {
    case 'inlineStr':
    case 'str':
      return cellOfText(text.plain);
    case 's':
      return sharedText(raw, workbook);
    case 'b':
      return raw === '1' || raw === 'true';
    case 'e':
      return { error: unescapeXml(raw) };
    case 'd':
      return dayOf(raw) ?? cellOfText(text.plain);
    default:
      return numberOf(text.plain, attributes, workbook);
  }
}

const isCrossedOut = (attributes: string, { formats }: Workbook): boolean => {
  const format = formats[Number(attribute(attributes, 's') ?? 0)];
  return format !== undefined && 'crossedOut' in format;
};

/** Some programs write formulas without their results, which Excel computes when it opens and saves the file. */
const UNCOMPUTED: Cell = { error: '=' };

const sharedText = (raw: string, { texts }: Workbook): Cell => {
  if (!INDEX.test(raw)) return undefined;
  const text = texts[Number(raw)];
  if (text === undefined) throw brokenWorkbook();
  return text;
};

/** ISO text as programs write it for the type `d`; with a `Z` it is the time in London, as of every instant in a text. */
const ISO = /^\d{4}-\d{2}-\d{2}(?:T|$)/u;

const dayOf = (raw: string): Cell => {
  const on = ISO.test(raw) ? parseDate(raw) : undefined;
  return on === undefined ? undefined : { on };
};

/** What is no number remains a text, which a column of numbers refuses. */
const numberOf = (text: string, attributes: string, workbook: Workbook): Cell => {
  if (text.trim() === '') return undefined;
  const value = text.length <= LONGEST_NUMBER && DECIMAL.test(text) ? Number(text) : Number.NaN;
  if (!Number.isFinite(value)) return cellOfText(text);
  const format = workbook.formats[Number(attribute(attributes, 's') ?? 0)];
  if (format === undefined) return value;
  return shownNumber(value, format, workbook);
};
