import type { FileReleased } from '#shared/contracts/file-arrived.ts';
import { isAwaited } from '#shared/domain/risk/awaited.ts';
import { log } from '#shared/runtime/log.ts';
import type { FileReadProgress } from '#shared/tables/file-read-progress.ts';
import { agreementTo, forgetAgreement } from './agree-to-take-back.ts';
import { repeatDecisionAfterReaders } from './newest-drop.ts';
import { leaveOut } from './leave-out.ts';
import { locateFile } from './locate-file.ts';
import type { ReadFilePorts } from './ports.ts';
import { readFile } from './read-file.ts';
import { NOTHING_READ } from './unread-rows.ts';
import type { RunTime } from './run-time.ts';

/**
 * Does with a file what a person decided. Of a stopped file the readable rows are read, or it is given up. Of a file
 * that was read or is being read everything is taken back, or everything that earlier files of its name said, once
 * enough people agree. A decision that does not fit the file's state, or about another drop than the last one, changes
 * nothing.
 */
export async function releaseFile(message: FileReleased, ports: ReadFilePorts, time: RunTime): Promise<void> {
  const { bucket, key, release, version } = message;
  const location = locateFile(key);
  const stored = location && (await ports.files.progress(location.folder, location.fileName));
  if (!location || !stored || (version !== undefined && version !== stored.version)) return;
  const { folder, fileName } = location;
  const { use, by, why } = release;
  const at = ports.now().toISOString();
  if (use === 'none' && (stored.state !== 'stopped' || stored.leftOut)) {
    // A decision that is stored was agreed to, and is only carried out again
    const decided = stored.leftOut ?? (await agreementTo(message, { use, by, why }, stored, ports));
    if (!decided) return;
    await leaveOut(stored, { ...decided, at }, { bucket, location }, ports);
    return forgetAgreement(stored, ports);
  }
  if (use === 'none') {
    log('FILE_RELEASED', { feed: folder, reason: use });
    const isCompleted = await ports.files.ended(folder, fileName, {}, ports.now());
    if (isCompleted && isAwaited(folder)) await ports.sweep([{ reason: 'feed-completed', feed: folder }]);
    return;
  }
  const next = await readAgain(message, use, stored, at, ports);
  if (next === 'waits') return;
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
  if (use === 'alone') await forgetAgreement(stored, ports);
  await readFile({ bucket, key, version: stored.version }, ports, time);
}

/**
 * The file's progress where its rows are to be read again; undefined where the decision does not fit its state, and
 * `waits` until enough people agree.
 */
async function readAgain(
  message: FileReleased,
  use: 'readable' | 'alone',
  stored: FileReadProgress,
  at: string,
  ports: ReadFilePorts,
): Promise<FileReadProgress | 'waits' | undefined> {
  const { by, why } = message.release;
  const unread = { ...stored, state: 'reading', counts: NOTHING_READ, covered: {}, credit: undefined } as const;
  if (use === 'readable')
    return stored.state === 'stopped' ? { ...unread, released: { by, why, at }, leftOut: undefined } : undefined;
  const { state, replacesEarlier: before } = stored;
  // SQS hands a message over twice, and a function that was slow may find the decision done
  if (before?.by === by && before.why === why) return undefined;
  if (state !== 'read' && (state !== 'reading' || before)) return undefined;
  const decided = await agreementTo(message, { use, by, why }, stored, ports);
  if (!decided) return 'waits';
  return { ...unread, startedAt: at, again: true, replacesEarlier: { ...decided, at }, replaces: undefined };
}
