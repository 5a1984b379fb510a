import { contentId } from '#shared/runtime/content-id.ts';
import type { Receipt } from './receipt.ts';

/** The largest number of bytes of a key in S3, of which a file's name in the inbox may use nearly all. */
const LONGEST_KEY = 1024;

/** The endings of the keys of a file's receipt and of its rejected rows. */
export const RECEIPT_ENDING = '.json';
export const REJECTED_ENDING = '.rejected.csv';

/**
 * The key of a file's receipt in the evidence bucket, without its ending: `receipts/<feed>/<file>`. A file with too
 * long a name has its receipt in `receipts/long-names/<feed>/` under a fingerprint of the name. No feed is called
 * `long-names`, so this key cannot be another file's. The receipt itself contains the whole name.
 */
export function receiptStem({ feed, file }: Pick<Receipt, 'feed' | 'file'>): string {
  const plain = `receipts/${feed}/${file}`;
  const fits = new TextEncoder().encode(plain + REJECTED_ENDING).length <= LONGEST_KEY;
  return fits ? plain : `receipts/long-names/${feed}/${contentId(file)}`;
}
