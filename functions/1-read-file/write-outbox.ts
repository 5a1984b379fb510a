import { fileFormOf, isNamedPacked } from '#shared/tabular/file-form.ts';
import { pipeline, Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { stringify } from 'csv-stringify';
import type { ObjectStore } from '#shared/clients/object-store.ts';
import { LAYOUTS } from '#shared/contracts/feeds/layouts.ts';
import { MARKED_ENDING, MARKED_TEXT_ENDING } from '#shared/contracts/outbox-key.ts';
import { Receipt, RECEIPT_ENDING, REJECTED_ENDING, REJECTED_ROW_COLUMNS } from '#shared/contracts/receipt.ts';
import { LIMITS } from '#shared/tabular/limits.ts';
import { UnreadableFile } from '#shared/tabular/unreadable-file.ts';
import { markWorkbook } from '#shared/tabular/xlsx/mark-workbook.ts';
import { WORKBOOK_TYPE, writeWorkbook } from '#shared/tabular/xlsx/write-workbook.ts';
import { isOfWholeFile, type ListedRejection, listedRejections } from './write-receipt.ts';
import { markCsv } from './mark-csv.ts';
import type { Rejection } from '#shared/tables/rejections.ts';

export interface OutboxPorts {
  readonly objects: Pick<ObjectStore, 'put' | 'remove'>;
  readonly outboxBucket: string;
  /** Opens the file again. */
  readonly open: () => Promise<Readable | undefined>;
}

const TEXT = 'text/csv; charset=utf-8';
const REASON = 'Lý do bị từ chối';
/** The largest number of rows that are marked. A sender with more faults has to correct the whole file. */
const MOST_MARKED = 20_000;
/** The rejected rows that the receipt itself shows. */
const MOST_SHOWN = 50;

/**
 * Writes what a file's sender gets back: its receipt and, where rows were rejected, the rows with reasons. A workbook
 * comes back as it was sent, with the faulty cells marked; a text file comes back as a table of rows and reasons. Where
 * no row is rejected, what came back of an earlier file of this name is removed.
 * @param stem its key, without its ending
 */
export async function writeOutbox(
  receipt: Receipt,
  rejected: AsyncIterable<Rejection>,
  stem: string,
  ports: OutboxPorts,
): Promise<void> {
  const put = (ending: string, content: Readable | Uint8Array | string, type: string) =>
    ports.objects.put(ports.outboxBucket, `${stem}${ending}`, content, type);
  const form = fileFormOf(receipt.file);
  const isWorkbook = form === 'xlsx' && !isNamedPacked(receipt.file);
  const isText = form === 'csv';
  const rows = receipt.rejected > 0 ? await firstOf(listedRejections(rejected, receipt), MOST_MARKED) : [];
  if (receipt.rejected > 0) {
    if (isWorkbook) await put(MARKED_ENDING, await workbookBack(rows, ports), WORKBOOK_TYPE);
    else await put(REJECTED_ENDING, tableOf(rows), TEXT);
    if (isText) await textBack(receipt, rows, stem, ports);
  } else {
    const backs = isWorkbook ? [MARKED_ENDING] : isText ? [REJECTED_ENDING, MARKED_TEXT_ENDING] : [REJECTED_ENDING];
    for (const ending of backs) await ports.objects.remove(ports.outboxBucket, `${stem}${ending}`);
  }
  const back = { ...receipt, ...(rows.length > 0 && { rejectedFirst: rows.slice(0, MOST_SHOWN).map(shownRow) }) };
  await put(RECEIPT_ENDING, `${JSON.stringify(Receipt.parse(back), null, 2)}\n`, 'application/json');
}

/** Writes the text with a column of reasons or, where it cannot be read again, the table of rows and reasons. */
async function textBack(
  { feed, file }: Receipt,
  rows: readonly ListedRejection[],
  stem: string,
  { objects, outboxBucket, open }: OutboxPorts,
): Promise<void> {
  const key = `${stem}${MARKED_TEXT_ENDING}`;
  if (isOfWholeFile(rows)) return objects.put(outboxBucket, key, tableOf(rows), TEXT);
  const body = await open();
  if (!body) return;
  const reasons = new Map<number, string>();
  for (const { row, column, message } of rows) {
    if (row === undefined) continue;
    const before = reasons.get(row);
    reasons.set(row, `${before === undefined ? '' : `${before} `}${column === '' ? '' : `${column}: `}${message}`);
  }
  const layouts = Object.entries(LAYOUTS).find(([folder]) => folder === feed)?.[1] ?? [];
  try {
    const marked = await markCsv(body, file, { layouts, reasons, heading: REASON });
    if (marked) await objects.put(outboxBucket, key, marked, TEXT);
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
  } finally {
    body.destroy();
  }
}

async function workbookBack(rows: readonly ListedRejection[], { open }: OutboxPorts): Promise<Uint8Array> {
  if (isOfWholeFile(rows)) return rowsAlone(rows);
  const body = await open();
  const marks = rows.flatMap(({ sheet = '', row, place, message }) =>
    row === undefined ? [] : [{ sheet, row, place, note: message }],
  );
  try {
    const bytes = body ? await buffer(body) : Buffer.alloc(0);
    const marked = bytes.length <= LIMITS.workbookBytes ? await markWorkbook(bytes, marks, REASON) : undefined;
    if (marked !== undefined) return marked;
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
  } finally {
    body?.destroy();
  }
  return rowsAlone(rows);
}

/** The rejected rows by sheet and number, where the workbook itself can't be written again. */
const rowsAlone = (rows: readonly ListedRejection[]): Uint8Array =>
  writeWorkbook([
    {
      name: 'Dòng bị từ chối',
      columns: [
        { heading: 'Trang tính', width: 20 },
        { heading: 'Dòng', width: 8 },
        { heading: 'Cột', width: 24 },
        { heading: 'Giá trị', width: 30 },
        { heading: REASON, width: 70 },
      ],
      rows: rows.map(({ sheet = '', row = '', column, value, message }) => [
        sheet,
        String(row),
        column,
        value,
        message,
      ]),
    },
  ]);

const shownRow = ({ sheet, row, column, value, message }: ListedRejection) => ({ sheet, row, column, value, message });

function tableOf(rows: readonly ListedRejection[]): Readable {
  const table = stringify({ header: true, columns: [...REJECTED_ROW_COLUMNS], bom: true, escape_formulas: true });
  pipeline(Readable.from(rows), table, () => undefined);
  return table;
}

async function firstOf<T>(items: AsyncIterable<T>, most: number): Promise<T[]> {
  const found: T[] = [];
  for await (const item of items) {
    found.push(item);
    if (found.length >= most) break;
  }
  return found;
}
