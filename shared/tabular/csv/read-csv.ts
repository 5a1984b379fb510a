import type { Cell } from '../cell.ts';
import type { RowBatch, TableRow } from '../table-row.ts';
import type { Limits } from '../limits.ts';
import { RecordSplitter } from './record-splitter.ts';

/** The ends of lines that only some programs write: next line, line and paragraph separator. */
const RARE = /[\u0085\u2028\u2029]/u;
const COMMON = /[\r\n]/u;

/** Turns line ends of one kind into `\n`, piece by piece. */
type LineEndReader = (chunk: string, last: boolean) => string;

/**
 * How the ends of lines are read where the first lines have several kinds, so that no row becomes part of another: rare
 * ends where one of them ends the first line, and single returns where one ends the first line and line feeds end
 * others. @param head the beginning of the text
 */
function lineEndReaderOf(head: string): LineEndReader {
  const rare = head.search(RARE);
  const common = head.search(COMMON);
  if (rare !== -1 && (common === -1 || rare < common))
    return (chunk) => chunk.replaceAll(/[\u0085\u2028\u2029]/gu, '\n');
  const isMixed = /^[^\r\n]*\r(?!\n)/u.test(head) && hasMoreFeeds(head);
  return isMixed ? returnsAsFeeds() : (chunk) => chunk;
}

/** Files of an old Macintosh end their lines with `\r` and may have `\n` in cells. */
const hasMoreFeeds = (head: string): boolean =>
  head.includes('\r\n') || head.split('\r').length <= head.split('\n').length;

function returnsAsFeeds(): LineEndReader {
  let held = '';
  return (chunk, last) => {
    const text = held + chunk;
    held = !last && text.endsWith('\r') ? '\r' : '';
    return (held === '' ? text : text.slice(0, -1)).replaceAll(/\r\n?/gu, '\n');
  };
}

const DELIMITERS = [',', ';', '\t', '|'] as const;
/** The number of characters that are examined to find the delimiter. */
const HEAD = 64 * 1024;
/** Matches Excel's own first line, `sep=;`. */
const SEPARATOR_LINE = /^"?sep=(.)"?[,;\t|]*(?:\r\n?|\n)/iu;

/**
 * Reads the rows of delimited text in constant memory. @param recognise counts the headings in a row of cells; the
 * delimiter that gives the most is the file's
 */
export async function* readCsv(
  text: AsyncIterable<string>,
  recognise: (cells: readonly Cell[]) => number,
  limits: Limits,
): AsyncGenerator<RowBatch> {
  let head = '';
  let delimiter = '';
  let ends: LineEndReader = (chunk) => chunk;
  let splitter: RecordSplitter | undefined;
  const begin = (last: boolean): Generator<TableRow[]> => {
    ends = lineEndReaderOf(head);
    const first = ends(head, last);
    delimiter = delimiterOf(first, recognise, limits);
    splitter = new RecordSplitter(delimiter, newlineOf(first), limits);
    return splitter.push(first.replace(SEPARATOR_LINE, ''));
  };
  for await (const chunk of text) {
    if (splitter === undefined) {
      head += chunk;
      if (head.length < HEAD) continue;
      for (const rows of begin(false)) yield { rows, delimiter };
    } else {
      for (const rows of splitter.push(ends(chunk, false))) yield { rows, delimiter };
    }
  }
  if (splitter === undefined) for (const rows of begin(true)) yield { rows, delimiter };
  else for (const rows of splitter.push(ends('', true))) yield { rows, delimiter };
  for (const rows of splitter?.end() ?? []) yield { rows, delimiter };
}

const delimiterOf = (head: string, recognise: (cells: readonly Cell[]) => number, limits: Limits): string => {
  const newline = newlineOf(head);
  const stated = SEPARATOR_LINE.exec(head)?.[1];
  let delimiter = stated ?? DELIMITERS[0];
  let most = 0;
  // The stated one counts where it gives as many headings as any other, because some programs state another one than they write
  for (const candidate of stated === undefined ? DELIMITERS : [stated, ...DELIMITERS]) {
    const found = recognisedWith(candidate, newline, head, recognise, limits);
    if (found <= most) continue;
    most = found;
    delimiter = candidate;
  }
  return delimiter;
};

const newlineOf = (head: string): string => (hasMoreFeeds(head) ? '\n' : '\r');

const recognisedWith = (
  delimiter: string,
  newline: string,
  head: string,
  recognise: (cells: readonly Cell[]) => number,
  limits: Limits,
): number => {
  const splitter = new RecordSplitter(delimiter, newline, limits, limits.headingRows);
  const rows = firstRows(splitter, head, limits.headingRows);
  return Math.max(0, ...rows.map((row) => ('cells' in row ? recognise(row.cells) : 0)));
};

const firstRows = (splitter: RecordSplitter, head: string, count: number): readonly TableRow[] => {
  const first: TableRow[] = [];
  for (const rest of [() => splitter.push(head), () => splitter.end()]) {
    for (const rows of rest()) {
      first.push(...rows);
      if (first.length >= count) return first.slice(0, count);
    }
  }
  return first;
};
