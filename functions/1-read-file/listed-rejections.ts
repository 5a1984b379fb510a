import type { Receipt } from '#shared/contracts/receipt.ts';
import type { Rejection } from '#shared/tables/rejections.ts';

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
