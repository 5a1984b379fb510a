import type { Cell } from '../cell.ts';
import { dateFromSpreadsheet } from '#shared/domain/vietnamese/dates.ts';
import type { TableRow } from '../table-row.ts';
import type { Limits } from '../limits.ts';
import type { Workbook } from './workbook.ts';
import { richText } from './workbook.ts';
import { attribute, xmlText } from './xml.ts';

const CELL = /<(?:[\w.-]+:)?c(\s[^>]*?)?(?:\/>|>([\s\S]*?)<\/(?:[\w.-]+:)?c>)/gu;
const VALUE = /<(?:[\w.-]+:)?v(?:\s[^>]*)?>([\s\S]*?)<\/(?:[\w.-]+:)?v>/u;
/** Days between the first days of the two date systems. */
const DAYS_FROM_1900_TO_1904 = 1462;

/** One `<row>` of a sheet. Rows and cells may leave out where they are: then they follow the one before. */
export function sheetRow(xml: string, previousRow: number, workbook: Workbook, limits: Limits): TableRow {
  const row = Number(attribute(xml.slice(0, xml.indexOf('>')), 'r') ?? previousRow + 1);
  const cells: Cell[] = [];
  let place = -1;
  for (const [, attributes = '', content = ''] of xml.matchAll(CELL)) {
    place = placeOf(attributes) ?? place + 1;
    if (content === '') continue;
    const cell = cellOf(attributes, content, workbook);
    if (cell === undefined || cell === '') continue;
    if (place >= limits.columns) return { row, broken: 'columns' };
    while (cells.length < place) cells.push(undefined);
    cells[place] = cell;
  }
  return { row, cells };
}

/** `AB12` is place 27. */
const placeOf = (attributes: string): number | undefined => {
  const letters = /\sr\s*=\s*["']([A-Z]{1,3})\d/u.exec(attributes)?.[1];
  if (letters === undefined) return undefined;
  let place = 0;
  for (let index = 0; index < letters.length; index += 1) place = place * 26 + letters.charCodeAt(index) - 64;
  return place - 1;
};

const cellOf = (attributes: string, content: string, workbook: Workbook): Cell => {
  const type = attribute(attributes, 't') ?? 'n';
  if (type === 'inlineStr') return richText(content);
  const value = VALUE.exec(content)?.[1];
  if (value === undefined) return undefined;
  switch (type) {
    case 's':
      return workbook.texts[Number(value)];
    case 'str':
      return xmlText(value);
    case 'b':
      return value === '1';
    case 'e':
      return { error: value };
    case 'd':
      return /^\d{4}-\d{2}-\d{2}/u.test(value) ? { on: value.slice(0, 10) } : value;
    default:
      return numberOf(Number(value), Number(attribute(attributes, 's') ?? -1), workbook);
  }
};

const numberOf = (value: number, style: number, workbook: Workbook): Cell => {
  const format = workbook.formats[style];
  if (format === undefined) return Number.isNaN(value) ? undefined : value;
  if ('digits' in format)
    return Number.isSafeInteger(value) && value >= 0 ? String(value).padStart(format.digits, '0') : value;
  const on = value < 1 ? undefined : dateFromSpreadsheet(value + (workbook.from1904 ? DAYS_FROM_1900_TO_1904 : 0));
  return on === undefined ? value : { on };
};
