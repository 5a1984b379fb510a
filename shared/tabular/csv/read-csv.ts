import type { Cell } from '../cell.ts';
import type { RowBatch, TableRow } from '../table-row.ts';
import type { Limits } from '../limits.ts';
import { hasMoreFeeds, type LineEndReader, lineEndReaderOf } from './line-ends.ts';
import { RecordSplitter } from './record-splitter.ts';

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
