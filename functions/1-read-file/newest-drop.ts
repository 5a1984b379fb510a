import { type DroppedFile, haveSameBytes, isLaterDrop, READER_SECONDS } from '#shared/contracts/file-arrived.ts';
import type { FileReadProgress } from '#shared/tables/file-read-progress.ts';
import type { FileLocation } from './locate-file.ts';
import type { ReadFilePorts } from './ports.ts';

/** By then the other reader of a usual file has ended. */
const AFTER_OTHER_READER_SECONDS = 60;
/** By then every reader has ended that began before now. */
const AFTER_EACH_READER_SECONDS = READER_SECONDS + 60;

/**
 * A later drop of the same name was read first, because this drop's reader was slow or S3 announced the two in another
 * order. A reader of this drop may have written rows beside the facts of the later one, so the later drop is read again
 * from its start, by a message of its own. Undefined where that was asked for. This only saves the judging of the earlier
 * drop, before which the same is looked at again.
 */
export async function newestDrop(
  dropped: DroppedFile,
  { folder, fileName }: FileLocation,
  ports: Pick<ReadFilePorts, 'files' | 'carryOn'>,
): Promise<DroppedFile | undefined> {
  const stored = await ports.files.progress(folder, fileName);
  if (!stored || !isLaterDrop(stored.version, dropped.version)) return dropped;
  await askAnew(dropped, stored, ports);
  return undefined;
}

/**
 * Asks for the stored drop to be read from its start. A reading of it that began since need not be repeated, so that
 * the message may come twice.
 */
const askAnew = (
  { bucket, key }: DroppedFile,
  { version, startedAt }: FileReadProgress,
  { carryOn }: Pick<ReadFilePorts, 'carryOn'>,
): Promise<void> => carryOn([{ bucket, key, version, anew: startedAt }]);

/**
 * The instant until which readers of other drops of the name may write rows while or after this drop is read; undefined
 * where none can. A reader may go on after another copy of its message has read its drop to the end.
 */
export function othersMayWriteUntil(
  { version }: Pick<DroppedFile, 'version'>,
  before: FileReadProgress | undefined,
  now: Date,
): string | undefined {
  if (!before) return undefined;
  const until = before.version === version ? before.othersUntil : readersOfDropUntil(before, version, now);
  return until !== undefined && until > now.toISOString() ? until : undefined;
}

function readersOfDropUntil(
  { version: dropBefore, state, endedAt, othersUntil }: FileReadProgress,
  version: string,
  now: Date,
): string | undefined {
  // Readers of the same bytes write the same rows; this only saves another reading
  if (haveSameBytes(dropBefore, version)) return othersUntil;
  if (state === 'reading') return afterEachReader(now);
  return endedAt === undefined ? othersUntil : afterEachReader(new Date(endedAt));
}

const afterEachReader = (from: Date): string =>
  new Date(from.getTime() + AFTER_EACH_READER_SECONDS * 1000).toISOString();

/**
 * Call this before a reading is begun beside which a reader of another drop may write rows. That reader may end without
 * asking for anything, while SQS has deleted its message because another copy of it was done. The drop is therefore read
 * again once no such reader can run.
 */
export async function readAgainAfterOtherReaders(
  { bucket, key, version }: Pick<DroppedFile, 'bucket' | 'key' | 'version'>,
  { startedAt: anew, othersUntil }: FileReadProgress,
  { carryOn, now }: Pick<ReadFilePorts, 'carryOn' | 'now'>,
): Promise<void> {
  if (othersUntil === undefined) return;
  const seconds = Math.max(0, (Date.parse(othersUntil) - now().getTime()) / 1000);
  await carryOn([{ bucket, key, version, anew }], seconds);
}

/**
 * Call this before a decision about a drop is stored that is being read or was read a moment ago, or beside which readers
 * of other drops may write. A reader may write rows and a receipt after the decision was carried out, also one that was
 * slow while another read the drop to its end; the message has the decision carried out once more.
 */
export async function repeatDecisionAfterReaders(
  { bucket, key }: Pick<DroppedFile, 'bucket' | 'key'>,
  { state, version, startedAt: anew, endedAt, othersUntil = '' }: FileReadProgress,
  { carryOn, now }: Pick<ReadFilePorts, 'carryOn' | 'now'>,
): Promise<void> {
  const ownUntil = endedAt === undefined ? '' : afterEachReader(new Date(endedAt));
  const last = ownUntil > othersUntil ? ownUntil : othersUntil;
  if (state === 'reading' || last > now().toISOString())
    await carryOn([{ bucket, key, version, anew }], AFTER_EACH_READER_SECONDS);
}

/**
 * Call this after the end of a reading was recorded once more. A person may have left the file out meanwhile, or a later
 * drop was begun, and days of which nothing counts would stay covered. The message has the decision carried out once
 * more, or the later drop read again.
 */
export async function askAgainIfReplaced(
  dropped: DroppedFile,
  { folder, fileName }: FileLocation,
  ports: Pick<ReadFilePorts, 'files' | 'carryOn'>,
): Promise<void> {
  const stored = await ports.files.progress(folder, fileName);
  if (stored && (stored.leftOut || isLaterDrop(stored.version, dropped.version))) await askAnew(dropped, stored, ports);
}

/**
 * Whether a stored reading is of this drop, and not the one that is to be repeated. A reading that restores facts does not
 * stand for one that also has to look for facts of other drops.
 */
export const isReadingOf = (stored: FileReadProgress | undefined, { version, anew, restores }: DroppedFile): boolean =>
  stored?.version === version &&
  stored.startedAt !== anew &&
  (anew === undefined || restores === true || stored.restores !== true || stored.again === true);

/**
 * Whether rows of another drop of the name may stand beside those of a reading that begins over `before`. That a stopped
 * drop has left none only saves looking for them.
 */
export const mayRowsOfOtherDropsStand = (
  { state, again }: FileReadProgress,
  { anew, restores }: DroppedFile,
): boolean => again === true || (restores !== true && (state !== 'stopped' || anew !== undefined));

/**
 * The drop is done where another reader has read it to its end. Where a later drop is recorded, reading it again takes
 * back the rows of this one. Where another reader is still reading, the next try finds the file read or continues from
 * there. A new message asks for that, because SQS may have deleted the message being handled: it hands over a message
 * twice, and the other copy may be done.
 */
export async function unlessFinished(
  dropped: DroppedFile,
  { folder, fileName }: FileLocation,
  ports: Pick<ReadFilePorts, 'files' | 'carryOn'>,
): Promise<FileReadProgress | undefined> {
  const stored = await ports.files.progress(folder, fileName);
  if (stored && isLaterDrop(stored.version, dropped.version)) await askAnew(dropped, stored, ports);
  else if (stored && isReadingOf(stored, dropped) && stored.state !== 'reading') return stored;
  else await ports.carryOn([dropped], AFTER_OTHER_READER_SECONDS);
  return undefined;
}
