import type { FileReleased } from '#shared/contracts/file-arrived.ts';
import { isCounting } from '#shared/domain/drops/drop-states.ts';
import { log } from '#shared/runtime/log.ts';
import type { Drop } from '#shared/tables/drop-item.ts';
import { agreementTo, forgetAgreement } from './agree-to-take-back.ts';
import { type InboxDrop, openDrop } from './write-results.ts';
import type { ReadFilePorts } from './ports.ts';
import type { RunTime } from './run-time.ts';
import { settleName } from './settle-name.ts';
import { endDrop } from './end-drop.ts';
import { readDrop } from './read-drop.ts';

/**
 * Reads a dropped file into facts from where an earlier run stopped, ends its drop, and tells those whom it concerns.
 * When the run must stop, another message continues the file.
 * @throws {NeverPossible} where the object is gone
 * @throws {ReaderHeldUp} where the run's time was over before it had read anything
 */
export async function readFile(dropped: InboxDrop, ports: ReadFilePorts, time: RunTime): Promise<void> {
  const read = await readDrop(dropped, ports, time);
  if (read !== 'goes on' && read !== 'ended') await endDrop(read, dropped, ports);
  const isDone = read !== 'goes on' && (await settleName(dropped, ports, time)) === 'done';
  if (isDone) return;
  log('FILE_CARRIED_ON', { feed: dropped.feed });
  await ports.carryOn([dropped.announced]);
}

/**
 * Does with a file what a person decided, which changes the state of its newest drop and tells those whom it concerns.
 * The readable rows of a stopped file count, or it is given up. Of a file that was read or is being read, nothing counts
 * any more, or nothing of earlier files of its name, once enough people agree. A decision that does not fit the drop's
 * state, or about another drop than the newest one, changes nothing.
 */
export async function releaseFile(message: FileReleased, ports: ReadFilePorts, time: RunTime): Promise<void> {
  const { bucket, key, release, version } = message;
  const named = openDrop({ bucket, key, version: version ?? '' }, ports);
  const newest = named && (await ports.files.newest(named.feed, named.file));
  if (!newest || (version !== undefined && version !== newest.version)) return;
  const decision = await decided(message, newest, ports);
  if (decision === 'waits') return;
  const { isChanged, drop = newest } = await ports.files.change(newest, (stored) =>
    decision && stored?.state === newest.state ? { ...stored, ...decision } : undefined,
  );
  // A reader or another function was faster
  if (decision && !isChanged) return releaseFile(message, ports, time);
  if (isChanged) log('FILE_RELEASED', { feed: drop.feed, reason: release.use });
  const opened = openDrop({ bucket, key, version: newest.version }, ports);
  if (!opened) return;
  if (drop.state === 'reading') {
    if (release.use === 'readable') await readFile(opened, ports, time);
  } else if ((await settleName(opened, ports, time)) === 'goes on') await ports.carryOn([opened.announced]);
  if (release.use !== 'readable') await forgetAgreement(newest, ports);
}

/** What the decision changes; undefined where it does not fit the drop's state, and `waits` until enough people agree. */
async function decided(
  message: FileReleased,
  drop: Drop,
  ports: ReadFilePorts,
): Promise<Partial<Drop> | 'waits' | undefined> {
  const { use, by, why } = message.release;
  const { state, endsAs, parts } = drop;
  const at = ports.now().toISOString();
  if (use === 'readable') {
    if (isCounting(state) || state === 'reading') return undefined;
    const released = { released: { by, why, at }, leftOut: undefined };
    return endsAs ? { ...released, state: endsAs, endedAt: at, untold: 0 } : { ...released, state: 'reading' };
  }
  if (use === 'none' && state === 'stopped') return { state: 'given_up', untold: parts.length };
  const isFitting = use === 'none' ? isCounting(state) || state === 'reading' : state === 'read' || state === 'reading';
  // SQS hands a message over twice, and a function that was slow may find the decision done
  if (!isFitting || (use === 'alone' && drop.alone?.by === by && drop.alone.why === why)) return undefined;
  const agreed = await agreementTo(message, { use, by, why }, drop, ports);
  if (!agreed) return 'waits';
  const decision = { ...agreed, at };
  if (use === 'alone') return { alone: decision, ...(state === 'read' && { untold: 0 }) };
  return { state: 'left_out', leftOut: decision, released: undefined, alone: undefined, untold: 0 };
}
