import { Readable } from 'node:stream';
import { stringify } from 'csv-stringify/sync';
import { bestHeadings } from '#shared/contracts/feeds/heading.ts';
import type { Layout } from '#shared/contracts/feeds/layout.ts';
import { type Cell, cellText } from '#shared/tabular/cell.ts';
import { inertText } from '#shared/tabular/csv/inert-text.ts';
import { readCsv } from '#shared/tabular/csv/read-csv.ts';
import { decodeText } from '#shared/tabular/decode-text.ts';
import { LIMITS } from '#shared/tabular/limits.ts';
import { openFile } from '#shared/tabular/open-file.ts';

interface Marks {
  readonly layouts: readonly Layout[];
  /** The faults by the row's number in the file. */
  readonly reasons: ReadonlyMap<number, string>;
  readonly heading: string;
}

/** Excel reads a csv as UTF-8 only with this mark. */
const BYTE_ORDER_MARK = '\uFEFF';
/** A row with this number of known headings is the heading row. */
const HEADINGS = 2;

/**
 * Returns a delimited text as it was sent, with its own delimiter and one added column that gives the reason for each
 * rejected row. The sender corrects the file in its own program and sends it again. No cell runs as a formula.
 * Undefined where the file is no delimited text.
 * @throws {UnreadableFile} while it is read
 */
export async function markCsv(body: Readable, fileName: string, marks: Marks): Promise<Readable | undefined> {
  const file = await openFile(body, fileName, LIMITS);
  return file.form === 'csv' ? Readable.from(lines(file.bytes, marks)) : undefined;
}

async function* lines(bytes: AsyncIterable<Buffer>, { layouts, reasons, heading }: Marks): AsyncGenerator<string> {
  const recognise = (cells: readonly Cell[]) => bestHeadings(cells, layouts)?.recognised ?? 0;
  let width: number | undefined;
  yield BYTE_ORDER_MARK;
  for await (const { rows, delimiter = ',' } of readCsv(decodeText(bytes), recognise, LIMITS)) {
    const table = rows.map((row) => {
      const cells = 'cells' in row ? row.cells.map(textOf) : [];
      const isHeading = width === undefined && 'cells' in row && recognise(row.cells) >= HEADINGS;
      if (isHeading) width = cells.length;
      const reason = isHeading ? heading : (reasons.get(row.row) ?? '');
      return [...cells, ...Array.from({ length: Math.max(0, (width ?? 0) - cells.length) }, () => ''), reason];
    });
    if (table.length > 0) yield stringify(table, { delimiter });
  }
}

const textOf = (cell: Cell): string => inertText(typeof cell === 'string' ? cell : cellText(cell));
