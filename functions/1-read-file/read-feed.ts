import type { Readable } from 'node:stream';
import { AccountHolders } from '#shared/contracts/feeds/account-holders.ts';
import { bestHeadings, fewestColumns } from '#shared/contracts/feeds/heading.ts';
import type { FeedEvent, FeedSource } from '#shared/contracts/feeds/feed-record.ts';
import { layoutsOf } from '#shared/contracts/feeds/layouts-of.ts';
import { readCsv } from '#shared/tabular/csv/read-csv.ts';
import { decodeText } from '#shared/tabular/decode-text.ts';
import type { RowBatch, TableRow } from '#shared/tabular/table-row.ts';
import { readJsonLines } from '#shared/tabular/jsonl/read-lines.ts';
import { type Limits, LIMITS } from '#shared/tabular/limits.ts';
import { type OpenedFile, openFile } from '#shared/tabular/open-file.ts';
import { readXlsx } from '#shared/tabular/xlsx/read-xlsx.ts';
import { emptyFile, garbledFile, quotedNames, tooLongRows, tooWideFile, unfitHeadings } from './rows/find-headings.ts';
import { JsonReader } from './rows/json-reader.ts';
import type { ReadingContext } from './judgement/reading-context.ts';
import { TableReader } from './rows/table-reader.ts';
import type { Layout } from '#shared/contracts/feeds/layout.ts';
import { UnreadableFile } from '#shared/tabular/unreadable-file.ts';

/**
 * The tables of one file: the sheets of a workbook, or the one table of a text file. Sheets with known headings are
 * read, and the others are named in the receipt.
 */
class Sheets {
  readonly #tables: { readonly sheet: string | undefined; readonly reader: TableReader }[] = [];
  readonly #hidden: string[] = [];
  readonly #layouts: readonly Layout[];

  readonly #mostColumns: number;

  constructor(layouts: readonly Layout[], mostColumns: number) {
    this.#layouts = layouts;
    this.#mostColumns = mostColumns;
  }

  isAnother(sheet: string | undefined): boolean {
    const last = this.#tables.at(-1);
    return last === undefined || last.sheet !== sheet;
  }

  begin(sheet: string | undefined, reader: TableReader): void {
    this.#tables.push({ sheet, reader });
  }

  /** Whether the sheet is hidden: whoever checked the workbook before sending it has not seen this sheet. */
  hide(sheet: string): void {
    this.#hidden.push(sheet);
  }

  take(rows: readonly TableRow[]): FeedEvent[] {
    return this.#tables.at(-1)?.reader.take(rows) ?? [];
  }

  /** The events of the last table that have not been given out yet. */
  finish(): FeedEvent[] {
    return this.#tables.at(-1)?.reader.finish() ?? [];
  }

  /** Whether the last table has no headings in the rows in which headings are searched. */
  get isHopeless(): boolean {
    return this.#tables.at(-1)?.reader.hopeless === true;
  }

  /** Ends a file's tables and names the sheets that were not read. @throws {UnreadableFile} where no table was read */
  end(): FeedEvent[] {
    const read = this.#tables.find(({ reader }) => reader.open)?.reader.headings;
    const filled = this.#tables.filter(({ reader }) => reader.filled);
    if (filled.length === 0) throw emptyFile(this.#hiddenSentence);
    if (read === undefined) {
      if (filled.some(({ reader }) => reader.lost)) throw garbledFile();
      if (filled.some(({ reader }) => reader.faults.has('columns'))) throw tooWideFile(this.#mostColumns);
      if (filled.every(({ reader }) => reader.faults.has('too_long') && reader.headings === undefined))
        throw tooLongRows();
      const [best] = filled
        .map(({ reader }) => reader.headings)
        .sort((a, b) => (b?.recognised ?? 0) - (a?.recognised ?? 0));
      throw unfitHeadings(best, this.#layouts, this.#hiddenSentence);
    }
    const skipped = [
      ...filled.filter(({ reader }) => !reader.open).map(({ sheet }) => sheet ?? ''),
      ...this.#hidden.map((sheet) => `${sheet} (trang tính ẩn)`),
    ];
    return skipped.length === 0
      ? []
      : [{ type: 'opened', rows: read.layout.rows, unknownColumns: [], skippedSheets: skipped }];
  }

  get #hiddenSentence(): string {
    const [first] = this.#hidden;
    return first === undefined
      ? ''
      : ` Trang tính đang ẩn thì không đọc: ${quotedNames(this.#hidden)}; nếu dữ liệu nằm ở đó, hãy bỏ ẩn, lưu rồi gửi lại.`;
  }
}

/**
 * Compares the number of a file's rejected rows with its stored bytes. A row of one or two letters costs as much to
 * read as a row of data, and a small file can hold very many of them.
 */
class RejectedRows {
  #bytes = 0;
  #rows = 0;
  readonly #columns: number;
  readonly #limits: Limits['rejectedRows'];

  constructor(layouts: readonly Layout[], { rejectedRows }: Limits) {
    this.#columns = fewestColumns(layouts);
    this.#limits = rejectedRows;
  }

  /** Passes the file's bytes on, and counts them. */
  async *beside(body: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    for await (const chunk of body) {
      this.#bytes += chunk.length;
      yield chunk;
    }
  }

  /** @throws {UnreadableFile} `broken` where the file has more rejected rows than a file of its length may have */
  count(events: readonly FeedEvent[], isPacked: boolean): void {
    for (const { type } of events) if (type === 'rejected') this.#rows += 1;
    const { free, cellBytes, packedCellBytes } = this.#limits;
    const shortestRow = this.#columns * (isPacked ? packedCellBytes : cellBytes);
    if (this.#rows > free + this.#bytes / shortestRow)
      throw new UnreadableFile(
        'broken',
        'Tệp có quá nhiều dòng không đọc được so với độ dài của tệp, nên đã dừng đọc. Hãy kiểm tra lại tệp rồi gửi lại.',
      );
  }
}

/**
 * Reads one inbox file row by row. Each row gives one event: accepted with its facts, or rejected with its reason. The
 * events of each piece of the file are yielded together, and a piece in which no row ends yields an empty list, so that
 * the caller can stop after each piece. Rows count as a spreadsheet counts them: each sheet from 1, with blank and
 * hidden rows; JSONL lines count from 1. Text forms stream; a workbook's packed file is held as a whole, under
 * `limits`.
 * @throws {UnreadableFile} where the file can't be read, also after some events where it breaks off; errors of `body`
 * are passed on
 */
export async function* readFeed(
  body: Readable,
  source: FeedSource,
  { limits = LIMITS, ...look }: ReadingContext & { readonly limits?: Limits } = {},
): AsyncGenerator<readonly FeedEvent[]> {
  const rejected = new RejectedRows(layoutsOf(source), limits);
  const file = await openFile(rejected.beside(body), source.fileName, limits);
  const withHolders = { ...source, holders: new AccountHolders() };
  const read =
    file.form === 'jsonl' ? jsonEvents(file, withHolders, limits, look) : tableEvents(file, withHolders, limits, look);
  for await (const events of read) {
    yield events;
    rejected.count(events, file.isPacked);
  }
}

async function* jsonEvents(
  file: OpenedFile,
  source: FeedSource,
  limits: Limits,
  look: ReadingContext,
): AsyncGenerator<FeedEvent[]> {
  const reader = new JsonReader(layoutsOf(source), source, look);
  let empty = true;
  for await (const lines of readJsonLines(decodeText(file.bytes), limits)) {
    if (lines.length > 0) empty = false;
    yield lines.flatMap((line) => reader.take(line));
  }
  if (empty) throw emptyFile();
  if (reader.fault !== undefined) throw reader.fault;
}

async function* tableEvents(
  file: OpenedFile,
  source: FeedSource,
  limits: Limits,
  look: ReadingContext,
): AsyncGenerator<FeedEvent[]> {
  const layouts = layoutsOf(source);
  const batches: AsyncIterable<RowBatch> =
    file.form === 'xlsx'
      ? readXlsx(file.bytes, limits)
      : readCsv(decodeText(file.bytes), (cells) => bestHeadings(cells, layouts)?.recognised ?? 0, limits);
  const ragged = file.form === 'csv';
  const sheets = new Sheets(layouts, limits.columns);
  try {
    for await (const { sheet, hidden, rows } of batches) {
      if (hidden === true) {
        sheets.hide(sheet ?? '');
        continue;
      }
      if (sheets.isAnother(sheet)) {
        yield sheets.finish();
        sheets.begin(sheet, new TableReader(layouts, source, limits.headingRows, { sheet, ragged, ...look }));
      }
      yield sheets.take(rows);
      if (ragged && sheets.isHopeless) break;
    }
  } catch (error) {
    // All rows before the place where a file breaks off are kept.
    yield sheets.finish();
    throw error;
  }
  yield sheets.finish();
  yield sheets.end();
}
