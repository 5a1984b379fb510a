import { contentId } from '#shared/runtime/content-id.ts';
import type { FileLocation } from './locate-file.ts';

/** S3 takes keys of so many bytes; endings of what belongs to a file need some of them. */
const LONGEST_KEY = 1000;

/**
 * Where what belongs to a file's sender lies in the inbox bucket, without its ending: `outbox/<sender>/<file>`. A bank is its
 * BIN; the files straight under a feed's folder are their operator's, by the feed's name. A name that leaves no room is
 * a print of it.
 */
export function outboxStem({ folder, fileName, sender }: FileLocation): string {
  const own = sender === undefined ? folder : sender;
  const file = sender === undefined ? fileName : fileName.slice(fileName.indexOf('/') + 1);
  const plain = `outbox/${own}/${file}`;
  return Buffer.byteLength(plain) <= LONGEST_KEY ? plain : `outbox/${own}/${contentId(file)}`;
}
