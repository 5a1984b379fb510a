import { FEED_FOLDERS, type FeedFolder } from '#shared/contracts/feeds/feed-record.ts';
import { isSystemFile } from '#shared/contracts/feeds/system-file.ts';
import { bankOfFolder } from '#shared/domain/drops/sender.ts';

/**
 * The place of an object in the inbox: its feed, its name under the feed's folder, and the bank that owns the prefix.
 */
export interface FileLocation {
  readonly folder: FeedFolder;
  readonly fileName: string;
  readonly sender?: string;
}

/**
 * Undefined for an object outside the feeds' folders and for system files, which are left alone. Senders' systems may
 * write a folder's name in any case. A bank's prefix is `accounts/<BIN>/…`, and nobody else has one.
 */
export function locateFile(key: string): FileLocation | undefined {
  const [top = '', ...rest] = key.split('/');
  const folder = FEED_FOLDERS.find((feed) => feed === top.toLowerCase());
  const fileName = rest.join('/');
  if (!folder || fileName === '' || key.endsWith('/') || rest.some((name) => !isStep(name) && isSystemFile(name)))
    return undefined;
  const bank = folder === 'accounts' && rest.length > 1 ? bankOfFolder(rest[0] ?? '') : undefined;
  return { folder, fileName, ...(bank !== undefined && { sender: bank }) };
}

/** S3 gives `.` and `..` no special meaning, so a file under such a name was sent on purpose and is read. */
const isStep = (name: string) => name === '.' || name === '..';
