import { contentId } from '#shared/runtime/content-id.ts';

/** S3 takes keys of so many bytes; endings of what belongs to a file need some of them. */
const LONGEST_KEY = 1000;

/** The workbook that comes back marked. */
export const MARKED_ENDING = '.rejected.xlsx';

/**
 * Where what belongs to a file lies in the inbox bucket, without its ending: `outbox/<owner>/<file>`. A name that leaves no
 * room is a print of it.
 * @param owner a bank's BIN, or the feed's name for the files straight under it
 */
export function outboxKey(owner: string, file: string): string {
  const plain = `outbox/${owner}/${file}`;
  return new TextEncoder().encode(plain).length <= LONGEST_KEY ? plain : `outbox/${owner}/${contentId(file)}`;
}
