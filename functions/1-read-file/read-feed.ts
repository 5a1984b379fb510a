import type { Readable } from 'node:stream';
import type { Layout } from '#shared/contracts/feeds/column.ts';
import { bestHeadings } from '#shared/contracts/feeds/heading.ts';
import type { FeedEvent, FeedSource } from '#shared/contracts/feeds/feed-record.ts';
import { LAYOUTS } from '#shared/contracts/feeds/layouts.ts';
import { readCsv } from '#shared/tabular/csv/read-csv.ts';
import { decodeText } from '#shared/tabular/decode-text.ts';
import type { RowBatch } from '#shared/tabular/table-row.ts';
import { readLines } from '#shared/tabular/jsonl/read-lines.ts';
import type { Limits } from '#shared/tabular/limits.ts';
import { LIMITS } from '#shared/tabular/limits.ts';
import type { OpenedFile } from '#shared/tabular/open-file.ts';
import { openFile } from '#shared/tabular/open-file.ts';
import { UnreadableFile } from '#shared/tabular/unreadable-file.ts';
import { readXlsx } from '#shared/tabular/xlsx/read-xlsx.ts';
import { unfitHeadings } from './rows/find-headings.ts';
import { JsonReader } from './rows/json-reader.ts';
import { TableReader } from './rows/table-reader.ts';

/**
 * Reads one inbox file row by row: each row gives one event, accepted with its facts or rejected with its reason.
 * Rows count as a spreadsheet counts them, the heading being row 1; JSONL lines from 1. Later sheets of a workbook count on.
 * Text forms stream; a workbook's packed file is held as a whole, under `limits`.
 * @throws {UnreadableFile} where the file can't be read, also after events, when it breaks off; faults of `body` come as they are
 */
export async function* readFeed(
  body: Readable,
  source: FeedSource,
  limits: Limits = LIMITS,
): AsyncGenerator<FeedEvent> {
  const file = await openFile(body, source.fileName);
  const batches = file.form === 'jsonl' ? jsonEvents(file, source, limits) : tableEvents(file, source, limits);
  for await (const events of batches) for (const event of events) yield event;
}

async function* jsonEvents(file: OpenedFile, source: FeedSource, limits: Limits): AsyncGenerator<FeedEvent[]> {
  const reader = new JsonReader(LAYOUTS[source.folder], source);
  let empty = true;
  for await (const lines of readLines(decodeText(file.bytes), limits)) {
    if (lines.length > 0) empty = false;
    yield lines.flatMap((line) => reader.take(line));
  }
  if (empty) throw emptyFile();
  if (reader.fault !== undefined) throw reader.fault;
}

async function* tableEvents(file: OpenedFile, source: FeedSource, limits: Limits): AsyncGenerator<FeedEvent[]> {
  const layouts = LAYOUTS[source.folder];
  const batches: AsyncIterable<RowBatch> =
    file.form === 'xlsx'
      ? readXlsx(file.bytes, limits)
      : readCsv(decodeText(file.bytes), (cells) => bestHeadings(cells, layouts)?.recognised ?? 0, limits);
  const ragged = file.form === 'csv';
  const tables: { readonly sheet: string | undefined; readonly reader: TableReader }[] = [];
  try {
    for await (const { sheet, rows } of batches) {
      let table = tables.at(-1);
      if (table === undefined || table.sheet !== sheet) {
        if (table !== undefined) yield table.reader.finish();
        const offset = tables.reduce((sum, { reader }) => sum + (reader.open ? reader.lastRow : 0), 0);
        const label =
          offset === 0 || sheet === undefined
            ? undefined
            : `Trang tính “${sheet}” (dòng ${offset} + số dòng trong trang)`;
        table = { sheet, reader: new TableReader(layouts, source, limits.headingRows, { label, offset, ragged }) };
        tables.push(table);
      }
      yield table.reader.take(rows);
      if (ragged && table.reader.hopeless) break;
    }
  } catch (error) {
    // A file that breaks off loses none of the rows before the break.
    yield tables.at(-1)?.reader.finish() ?? [];
    throw error;
  }
  yield tables.at(-1)?.reader.finish() ?? [];
  yield skippedSheets(tables, layouts);
}

/** The last word on a file's tables: sheets that fit are read, others named; no fitting one is a fault of the file. */
const skippedSheets = (
  tables: readonly { readonly sheet: string | undefined; readonly reader: TableReader }[],
  layouts: readonly Layout[],
): FeedEvent[] => {
  const read = tables.find(({ reader }) => reader.open)?.reader.headings;
  const filled = tables.filter(({ reader }) => reader.filled);
  if (filled.length === 0) throw emptyFile();
  if (read === undefined) {
    const [best] = filled
      .map(({ reader }) => reader.headings)
      .sort((a, b) => (b?.recognised ?? 0) - (a?.recognised ?? 0));
    throw unfitHeadings(best, layouts);
  }
  const skipped = filled.filter(({ reader }) => !reader.open).map(({ sheet }) => sheet ?? '');
  return skipped.length === 0
    ? []
    : [{ type: 'opened', rows: read.layout.rows, unknownColumns: [], skippedSheets: skipped }];
};

const emptyFile = (): UnreadableFile =>
  new UnreadableFile('empty', 'Tệp không có dòng dữ liệu nào. Hãy kiểm tra rồi gửi lại.');
