import { contentId } from '#shared/runtime/content-id.ts';

/** The largest number of bytes of a key before the endings of a file's results, which S3's limit includes. */
const LONGEST_KEY = 1000;

/** The ending of the returned workbook with marked cells. */
export const MARKED_ENDING = '.rejected.xlsx';

/** The ending of the returned text with a column of reasons. */
export const MARKED_TEXT_ENDING = '.marked.csv';

/**
 * The key of a file's results in the inbox bucket, without its ending: `outbox/<owner>/<file>`. A name that is too long
 * is replaced by its fingerprint.
 * @param owner a bank's BIN, or the feed's name for files directly under it
 */
export function outboxKey(owner: string, file: string): string {
  const plain = `outbox/${owner}/${file}`;
  return new TextEncoder().encode(plain).length <= LONGEST_KEY ? plain : `outbox/${owner}/${contentId(file)}`;
}
