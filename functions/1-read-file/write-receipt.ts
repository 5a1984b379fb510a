import { createHash } from 'node:crypto';
import { pipeline, Readable } from 'node:stream';
import { stringify } from 'csv-stringify';
import type { ObjectStore } from '#shared/clients/object-store.ts';
import {
  Receipt,
  RECEIPT_ENDING,
  receiptStem,
  REJECTED_ENDING,
  REJECTED_ROW_COLUMNS,
} from '#shared/contracts/receipt.ts';
import type { Rejection, Rejections } from '#shared/tables/rejections.ts';

/** A rejected row, or a whole file of which no row counts. */
export type ListedRejection = Omit<Rejection, 'row'> & { readonly row?: number | undefined };

/**
 * The rejected rows of a file. Where none is listed although no row counts, because the whole file was left out or
 * stopped, one line without a row number says why.
 */
export async function* listedRejections(
  rows: AsyncIterable<Rejection>,
  { error }: Pick<Receipt, 'error'>,
): AsyncGenerator<ListedRejection> {
  let isListed = false;
  for await (const row of rows) {
    isListed = true;
    yield row;
  }
  if (!isListed && error) yield { column: '', code: error.code, message: error.message, value: '' };
}

/** Whether the list is about the whole file and not about rows. */
export const isOfWholeFile = (listed: readonly ListedRejection[]): boolean =>
  listed.every(({ row }) => row === undefined);

export interface ReceiptPorts {
  readonly objects: Pick<ObjectStore, 'put' | 'remove'>;
  readonly rejections: Pick<Rejections, 'of'>;
  readonly evidenceBucket: string;
}

/**
 * Writes the receipt and the rejected rows, if any, into the evidence bucket, from which nothing can be removed.
 * @param listedBefore whether rows of an earlier drop are listed there, so that an empty list has to replace them
 */
export async function writeReceipt(
  receipt: Receipt,
  rejectionsKey: string,
  ports: ReceiptPorts,
  listedBefore = false,
): Promise<void> {
  const stem = receiptStem(receipt);
  if (receipt.rejected > 0 || listedBefore) {
    // Excel recognises UTF-8 in a csv only by the byte order mark, and it runs a cell that begins like a
    // formula
    const rows = stringify({ header: true, columns: [...REJECTED_ROW_COLUMNS], bom: true, escape_formulas: true });
    // An error of the table ends the stream of rows, and the upload then throws it
    const listed = listedRejections(ports.rejections.of(rejectionsKey), receipt);
    pipeline(Readable.from(listed), rows, () => undefined);
    await ports.objects.put(ports.evidenceBucket, `${stem}${REJECTED_ENDING}`, rows, 'text/csv; charset=utf-8');
  }
  await ports.objects.put(ports.evidenceBucket, `${stem}${RECEIPT_ENDING}`, textOf(receipt), 'application/json');
}

/** Whether the receipt in the evidence bucket says this. */
export const isWritten = async (
  receipt: Receipt,
  { objects, evidenceBucket }: Pick<ReceiptPorts, 'evidenceBucket'> & { readonly objects: Pick<ObjectStore, 'read'> },
): Promise<boolean> =>
  (await objects.read(evidenceBucket, `${receiptStem(receipt)}${RECEIPT_ENDING}`)) === textOf(receipt);

const textOf = (receipt: Receipt): string => `${JSON.stringify(Receipt.parse(receipt), null, 2)}\n`;

/** SHA-256 of a stream's bytes, hex. */
export async function sha256OfStream(body: Readable): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of body) hash.update(chunk);
  return hash.digest('hex');
}
