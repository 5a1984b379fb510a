import { headingKey } from './heading-key.ts';
import { foldMarks } from '#shared/domain/vietnamese/text/fold.ts';
import { repairLegacyFont } from '#shared/domain/vietnamese/text/legacy-fonts.ts';
import type { Cell } from '#shared/tabular/cell.ts';
import { cellText, isBlank } from '#shared/tabular/cell.ts';
import type { Column } from './column.ts';
import type { ConfirmedHeading } from './confirmed-heading.ts';
import type { Layout } from './layout.ts';

/** The headings of one file, matched to a layout. */
export interface Headings {
  readonly layout: Layout;
  /** For each column of the layout, its position in the file's rows, or -1 where the file lacks it. */
  readonly places: readonly number[];
  /** The headings as written, by position. */
  readonly written: readonly string[];
  readonly unknownColumns: readonly string[];
  /** Required columns that the file lacks. */
  readonly missing: readonly Column[];
  readonly recognised: number;
  /** The headings that are read as a person has confirmed them. */
  readonly confirmed: readonly ConfirmedHeading[];
}

/** Forms mark the headings of required columns: `Vai trò (*)`. */
const STAR = /\s*(?:\*|\(\*\))$/u;

/** A longer cell is no heading, and matching it would take too long. */
const LONGEST_HEADING = 300;

/** The columns of a layout by the words of their headings: their own, and other ones in use. */
interface Vocabulary {
  readonly exact: ReadonlyMap<string, Column>;
  readonly other: ReadonlyMap<string, Column>;
}

/** The words of each layout's headings, computed once. */
const vocabularies = new WeakMap<Layout, Vocabulary>();

/** Matches a row of cells with the layout's headings, by their words. An exact heading is preferred to an alias. */
function matchHeadings(cells: readonly Cell[], layout: Layout): Headings {
  const words = vocabularyOf(layout);
  const written = cells.map((cell) => (isBlank(cell) ? '' : cellText(cell).replace(STAR, '')));
  const places: number[] = layout.columns.map(() => -1);
  const used = new Set<number>();
  const bind = (place: number, column: Column | undefined): void => {
    if (column === undefined || used.has(place) || places[column.at] !== -1) return;
    places[column.at] = place;
    used.add(place);
  };
  const spellings = written.map((heading, place) => spellingsOf(heading, cells[place]));
  for (const [place, [first]] of spellings.entries()) bind(place, words.exact.get(first ?? ''));
  for (const [place, heading] of written.entries()) {
    const named = columnOfNames(heading, words);
    if (named === 'several') used.add(place);
    else bind(place, named);
  }
  for (const [place, own] of spellings.entries()) {
    for (const spelling of own) bind(place, words.exact.get(spelling) ?? words.other.get(spelling));
  }
  return {
    layout,
    places,
    written,
    unknownColumns: written.filter((heading, place) => heading !== '' && !places.includes(place)),
    missing: layout.columns.filter((column) => column.required && places[column.at] === -1),
    recognised: places.filter((place) => place !== -1).length,
    confirmed: layout.columns.flatMap(({ at, confirmed = [] }) => {
      const [own] = spellings[places[at] ?? -1] ?? [];
      return confirmed.filter(({ heading }) => headingKey(heading) === own);
    }),
  };
}

/** The layout that fits best: nothing missing, then most recognised, then least missing. */
export function bestHeadings(cells: readonly Cell[], layouts: readonly Layout[]): Headings | undefined {
  const fitting = layouts.filter((layout) => !isAnother(cells, layout));
  const all = fitting.map((layout) => matchHeadings(cells, layout));
  all.sort(
    (a, b) =>
      Number(a.missing.length > 0) - Number(b.missing.length > 0) ||
      b.recognised - a.recognised ||
      a.missing.length - b.missing.length,
  );
  return all[0];
}

/** The smallest number of required columns of any layout. */
export const fewestColumns = (layouts: readonly Layout[]): number =>
  Math.min(...layouts.map(({ columns }) => columns.filter(({ required }) => required).length));

/** Whether enough cells look like headings, so that most rows under the headings need no full match. */
export function mayBeHeadings(cells: readonly Cell[], layouts: readonly Layout[]): boolean {
  const filled = cells.filter((cell) => !isBlank(cell));
  let spare = filled.length - fewestColumns(layouts);
  for (const cell of filled) {
    if (spare < 0) return false;
    if (!namesColumn(cell, layouts)) spare -= 1;
  }
  return spare >= 0;
}

export const namesColumn = (cell: Cell, layouts: readonly Layout[]): boolean => {
  const spellings = spellingsOf(cellText(cell).replace(STAR, ''), cell);
  return layouts.some((layout) => {
    const { exact, other } = vocabularyOf(layout);
    return (
      spellings.some((text) => exact.has(text) || other.has(text)) ||
      columnOfNames(cellText(cell), { exact, other }) !== undefined
    );
  });
};

function isAnother(cells: readonly Cell[], { never = [] }: Layout): boolean {
  if (never.length === 0) return false;
  const signs = new Set(never.map(headingKey));
  return cells.some(
    (cell) => !isBlank(cell) && spellingsOf(cellText(cell).replace(STAR, ''), cell).some((text) => signs.has(text)),
  );
}

/** Matches what separates two names of one heading: `Mã số doanh nghiệp/MST`, `MST (Mã số thuế)`, `Mã DN - MST`. */
const BETWEEN_NAMES = /\s*\/\s*|\s+[-–—]\s+|\s*[()]\s*/u;

/** Behind a heading these are the unit of its values. */
const UNITS_OF_TIME: ReadonlySet<string> = new Set(['giay', 'phut', 'gio', 'ngay', 'tuan', 'thang']);

/**
 * The column that a heading of several names names, each of which is a known heading; `several` where the names are those
 * of different columns, so that only a person can say which is meant; undefined for any other heading.
 */
function columnOfNames(heading: string, { exact, other }: Vocabulary): Column | 'several' | undefined {
  const parts = heading.length > LONGEST_HEADING ? [] : heading.split(BETWEEN_NAMES);
  if (parts.length < 2) return undefined;
  const names = parts.map(headingKey).filter((key, place) => key !== '' && (place === 0 || !UNITS_OF_TIME.has(key)));
  const columns = names.map((key) => exact.get(key) ?? other.get(key));
  const [first] = columns;
  if (columns.length < 2 || first === undefined || columns.includes(undefined)) return undefined;
  if (exact.has(headingKey(heading)) || other.has(headingKey(heading))) return undefined;
  return columns.every((column) => column === first) ? first : 'several';
}

/** The column that a heading or a JSON key names. */
export function columnNamed(layout: Layout, name: string): Column | undefined {
  const words = vocabularyOf(layout);
  const spelling = headingKey(name);
  return words.exact.get(spelling) ?? words.other.get(spelling);
}

/** Matches a unit of money behind a heading, such as `Tổng ghi có - nghìn đồng`. */
const UNIT =
  /[\s]*[-–—,;:/]\s?(?:đvt:? ?|đơn vị:? ?)?(?:1[.,]?000(?:[.,]?000)?|nghìn|ngàn|triệu|tr|tỷ|tỉ)?\.? ?(?:đồng|đ|vnđ|vnd|usd|eur)?\.?\s*$/iu;

/** Forms say whose column it is: `Ngày sinh đối với thành viên là cá nhân`. Other words name a part of what the column has. */
const OF_WHOM = /\s+đối với (?:thành viên|cổ đông|chủ sở hữu)\P{Nd}*$/isu;
const BRACKETS = /\([^)]*\)/gu;
/** Words in brackets that make another figure of a column: a total since January, an average, that of an earlier period. */
const OF_ANOTHER_FIGURE =
  /(?<![a-z])(?:luy ke|cong don|binh quan|trung binh|(?:ky|thang|quy|nam) truoc|cung ky|cumulative|average|avg|ytd)(?![a-z])/u;

/** The heading without its form number, without a unit and without text in brackets, converted from an old font. */
const spellingsOf = (heading: string, cell: Cell): string[] => {
  if (heading === '' || heading.length > LONGEST_HEADING) return [];
  // Uses the cell before cleaning, because cleaning drops the soft hyphen, which is a letter in
  // TCVN3.
  const legacy = repairLegacyFont(typeof cell === 'string' ? cell : heading);
  const unnumbered = heading.replace(/^\(?\d{1,2}[.)]\s*/u, '');
  const texts = new Set([
    heading,
    unnumbered,
    unnumbered.replace(BRACKETS, (part) => (OF_ANOTHER_FIGURE.test(foldMarks(part)) ? part : ' ')),
    unnumbered.replace(UNIT, ''),
    unnumbered.replace(OF_WHOM, ''),
  ]);
  if (legacy !== undefined) texts.add(legacy.text);
  return [...texts].map(headingKey).filter((text) => text !== '');
};

const vocabularyOf = (layout: Layout): Vocabulary => {
  const known = vocabularies.get(layout);
  if (known !== undefined) return known;
  const exact = new Map(layout.columns.map((column) => [headingKey(column.label), column]));
  for (const column of layout.columns)
    for (const { heading } of column.confirmed ?? []) exact.set(headingKey(heading), column);
  const other = new Map<string, Column>();
  for (const column of layout.columns) {
    for (const word of [column.key, ...column.aliases])
      if (!other.has(headingKey(word))) other.set(headingKey(word), column);
  }
  vocabularies.set(layout, { exact, other });
  return { exact, other };
};
