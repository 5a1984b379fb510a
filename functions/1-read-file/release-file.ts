import type { FileReleased } from '#shared/contracts/file-arrived.ts';
import { isAwaited } from '#shared/domain/risk/awaited.ts';
import { log } from '#shared/runtime/log.ts';
import { locateFile } from './locate-file.ts';
import type { ReadFilePorts } from './ports.ts';
import { readFile } from './read-file.ts';
import type { RunTime } from './run-time.ts';

/**
 * Does with a stopped file what an operator decided: reads the rows that can be read, or gives the file up. For a file
 * that is not stopped it does nothing.
 */
export async function releaseFile(
  { bucket, key, release }: FileReleased,
  ports: ReadFilePorts,
  time: RunTime,
): Promise<void> {
  const location = locateFile(key);
  const stored = location && (await ports.files.progress(location.folder, location.fileName));
  if (!location || !stored) return;
  const { folder, fileName } = location;
  if (stored.state === 'stopped' && release.use === 'none') {
    log('FILE_RELEASED', { feed: folder, reason: release.use });
    const isCompleted = await ports.files.ended(folder, fileName, {}, ports.now());
    if (isCompleted && isAwaited(folder)) await ports.sweep([{ reason: 'feed-completed', feed: folder }]);
    return;
  }
  if (stored.state === 'stopped') {
    log('FILE_RELEASED', { feed: folder, reason: release.use });
    const { by, why } = release;
    const released = { by, why, at: ports.now().toISOString() };
    await ports.files.advance({ ...stored, state: 'reading', released }, stored);
  }
  await readFile({ bucket, key, version: stored.version }, ports, time);
}
