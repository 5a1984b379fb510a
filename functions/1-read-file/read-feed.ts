import type { Readable } from 'node:stream';
import { AccountHolders } from '#shared/contracts/feeds/account-holders.ts';
import { bestHeadings } from '#shared/contracts/feeds/heading.ts';
import type { FeedEvent, FeedSource } from '#shared/contracts/feeds/feed-record.ts';
import { layoutsOf } from '#shared/contracts/feeds/layouts-of.ts';
import { readCsv } from '#shared/tabular/csv/read-csv.ts';
import { decodeText } from '#shared/tabular/decode-text.ts';
import type { RowBatch } from '#shared/tabular/table-row.ts';
import { readJsonLines } from '#shared/tabular/jsonl/read-lines.ts';
import type { Limits } from '#shared/tabular/limits.ts';
import { LIMITS } from '#shared/tabular/limits.ts';
import type { OpenedFile } from '#shared/tabular/open-file.ts';
import { openFile } from '#shared/tabular/open-file.ts';
import { readXlsx } from '#shared/tabular/xlsx/read-xlsx.ts';
import { emptyFile } from './rows/find-headings.ts';
import { RejectedRows } from './rows/rejected-rows.ts';
import { JsonReader } from './rows/json-reader.ts';
import { Sheets } from './rows/sheets.ts';
import { type ReadingContext, TableReader } from './rows/table-reader.ts';

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
    file.form === 'jsonl' ? jsonEvents(file, withHolders, limits) : tableEvents(file, withHolders, limits, look);
  for await (const events of read) {
    yield events;
    rejected.count(events, file.isPacked);
  }
}

async function* jsonEvents(file: OpenedFile, source: FeedSource, limits: Limits): AsyncGenerator<FeedEvent[]> {
  const reader = new JsonReader(layoutsOf(source), source);
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
