import type { FileReleased } from '#shared/contracts/file-arrived.ts';
import { isAwaited } from '#shared/domain/risk/awaited.ts';
import { log } from '#shared/runtime/log.ts';
import type { FileReadProgress } from '#shared/tables/file-read-progress.ts';
import { repeatDecisionAfterReaders } from './newest-drop.ts';
import { leaveOut } from './leave-out.ts';
import { locateFile } from './locate-file.ts';
import type { ReadFilePorts } from './ports.ts';
import { readFile } from './read-file.ts';
import { NOTHING_READ } from './unread-rows.ts';
import type { RunTime } from './run-time.ts';

/**
 * Does with a file what a person decided. Of a stopped file the readable rows are read, or it is given up. Of a file
 * that was read or is being read everything is taken back, or everything that earlier files of its name said. A decision
 * that does not fit the file's state, or about another drop than the last one, changes nothing.
 */
export async function releaseFile(message: FileReleased, ports: ReadFilePorts, time: RunTime): Promise<void> {
  const { bucket, key, release, version } = message;
  const location = locateFile(key);
  const stored = location && (await ports.files.progress(location.folder, location.fileName));
  if (!location || !stored || (version !== undefined && version !== stored.version)) return;
  const { folder, fileName } = location;
  const { use, by, why } = release;
  const decided = { by, why, at: ports.now().toISOString() };
  if (use === 'none' && (stored.state !== 'stopped' || stored.leftOut)) {
    return leaveOut(stored, decided, { bucket, location }, ports);
  }
  if (use === 'none') {
    log('FILE_RELEASED', { feed: folder, reason: use });
    const isCompleted = await ports.files.ended(folder, fileName, {}, ports.now());
    if (isCompleted && isAwaited(folder)) await ports.sweep([{ reason: 'feed-completed', feed: folder }]);
    return;
  }
  const next = readAgain(stored, use, decided);
  if (next) {
    log('FILE_RELEASED', { feed: folder, reason: use });
    // Rows that are read again are missing meanwhile, which must not count as silence
    await ports.files.began(folder, fileName, ports.now());
    // Once the drop was read to its end, its own readers write nothing that does not count
    const unended = { ...stored, startedAt: next.startedAt, endedAt: undefined };
    await repeatDecisionAfterReaders({ bucket, key }, unended, ports);
    // A reader or another function was faster
    if (!(await ports.files.advance(next, stored))) return releaseFile(message, ports, time);
  }
  await readFile({ bucket, key, version: stored.version }, ports, time);
}

/** The file's progress where its rows are to be read again; undefined where the decision does not fit its state. */
function readAgain(
  stored: FileReadProgress,
  use: 'readable' | 'alone',
  decided: { by: string; why: string; at: string },
): FileReadProgress | undefined {
  const unread = { ...stored, state: 'reading', counts: NOTHING_READ, covered: {}, credit: undefined } as const;
  if (use === 'readable')
    return stored.state === 'stopped' ? { ...unread, released: decided, leftOut: undefined } : undefined;
  const { state, replacesEarlier: before } = stored;
  // SQS hands a message over twice, and a function that was slow may find the decision done
  if (before?.by === decided.by && before.why === decided.why) return undefined;
  if (state !== 'read' && (state !== 'reading' || before)) return undefined;
  return { ...unread, startedAt: decided.at, again: true, replacesEarlier: decided, replaces: undefined };
}
