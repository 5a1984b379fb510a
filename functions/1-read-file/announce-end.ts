import { isAwaited } from '#shared/domain/risk/awaited.ts';
import type { FileReadProgress } from '#shared/tables/file-read-progress.ts';
import type { ReadFilePorts } from './ports.ts';

/**
 * Records that a file is no longer being read, and which days it has covered; where it was the last one of its feed, those who
 * waited for the feed are sent. A reader that finds the file finished by another says so again, because it may have said
 * since that the file is being read.
 */
export async function announceEnd(
  { feed, file, state, covered, again }: FileReadProgress,
  { files, sweep, now }: Pick<ReadFilePorts, 'files' | 'sweep' | 'now'>,
): Promise<void> {
  if (state === 'stopped') return files.stopped(feed, file, now());
  const isCompleted = await files.ended(feed, file, state === 'unreadable' ? {} : covered, now(), again);
  if (isCompleted && isAwaited(feed)) await sweep([{ reason: 'feed-completed', feed }]);
}
