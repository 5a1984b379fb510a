import { contentId } from '#shared/runtime/content-id.ts';

/** The largest number of bytes of a key in S3; the endings of a file's results need some of them. */
const LONGEST_KEY = 1000;

/** The workbook that comes back marked. */
export const MARKED_ENDING = '.rejected.xlsx';

/** The delimited text that comes back with a column of reasons. */
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
