import { contentId } from '#shared/runtime/content-id.ts';
import type { Receipt } from './receipt.ts';

/** The largest number of bytes of a key in S3; the name of a file in the inbox may use nearly all of them. */
const LONGEST_KEY = 1024;

/** Endings of a file's receipt and of its rejected rows. */
export const RECEIPT_ENDING = '.json';
export const REJECTED_ENDING = '.rejected.csv';

/**
 * The key of a file's receipt in the evidence bucket, without its ending: `receipts/<feed>/<file>`. A file whose name
 * is too long for that has its receipt under `receipts/long-names/<feed>/`, under a fingerprint of its name:
 * `long-names` is no feed, so that no other file's receipt can be there. The receipt itself has the whole name.
 */
export function receiptStem({ feed, file }: Pick<Receipt, 'feed' | 'file'>): string {
  const plain = `receipts/${feed}/${file}`;
  const fits = new TextEncoder().encode(plain + REJECTED_ENDING).length <= LONGEST_KEY;
  return fits ? plain : `receipts/long-names/${feed}/${contentId(file)}`;
}
