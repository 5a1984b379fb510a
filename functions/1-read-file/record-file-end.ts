import { isAwaited } from '#shared/domain/risk/awaited.ts';
import type { FileReadProgress } from '#shared/tables/file-read-progress.ts';
import type { ReadFilePorts } from './ports.ts';

/**
 * Records that a file is no longer being read, and which days it has covered; where it was the last unread one of its
 * feed, the function sends a sweep for the companies that waited for the feed. A reader that finds the file finished by
 * another reader records the end again, because it may meanwhile have recorded that the file is being read.
 */
export async function recordFileEnd(
  { feed, file, state, covered, again }: FileReadProgress,
  { files, sweep, now }: Pick<ReadFilePorts, 'files' | 'sweep' | 'now'>,
): Promise<void> {
  if (state === 'stopped') return files.stopped(feed, file, now());
  const isCompleted = await files.ended(feed, file, state === 'unreadable' ? {} : covered, now(), again);
  if (isCompleted && isAwaited(feed)) await sweep([{ reason: 'feed-completed', feed }]);
}
