import { type DroppedFile, isLaterDrop } from '#shared/contracts/file-arrived.ts';
import type { FileReadProgress } from '#shared/tables/file-read-progress.ts';
import type { FileLocation } from './locate-file.ts';
import type { ReadFilePorts } from './ports.ts';

/** By then the other reader of a usual file has ended. */
const AFTER_OTHER_READER_SECONDS = 60;

/** A drop of a file. With `isAnew` it is read from its start, however far it has been read before. */
export type Drop = DroppedFile & { readonly isAnew?: true };

/**
 * A later drop of the same name was read first, because this drop's reader was slow or S3 announced the two in another
 * order. This reader may have written rows beside the facts of the later drop, so the later drop is read again from its
 * start.
 */
export async function newestDrop(
  dropped: DroppedFile,
  { folder, fileName }: FileLocation,
  { files }: Pick<ReadFilePorts, 'files'>,
): Promise<Drop> {
  const stored = await files.progress(folder, fileName);
  const isFollowed = stored !== undefined && isLaterDrop(stored.version, dropped.version);
  return isFollowed ? { ...dropped, version: stored.version, isAnew: true } : dropped;
}

export const dropMessage = ({ bucket, key, version }: DroppedFile): DroppedFile => ({ bucket, key, version });

/**
 * The drop is done where another reader has read it to its end. With `isAnew` it is read nevertheless, because the
 * other reader may have passed the rows that must be taken back. Where a later drop is recorded, reading it again takes
 * back the rows of this one. Where another reader is still reading, the next try finds the file read or continues from
 * there. A new message asks for that, because SQS may have deleted the message being handled: it hands over a message
 * twice, and the other copy may be done.
 */
export async function unlessFinished(
  dropped: Drop,
  { folder, fileName }: FileLocation,
  ports: Pick<ReadFilePorts, 'files' | 'carryOn'>,
): Promise<FileReadProgress | undefined> {
  const { version, isAnew } = dropped;
  const stored = await ports.files.progress(folder, fileName);
  if (stored && isLaterDrop(stored.version, version)) {
    await ports.carryOn([dropMessage(dropped)]);
    return undefined;
  }
  if (isAnew || stored?.version !== version || stored.state === 'reading') {
    await ports.carryOn([dropMessage(dropped)], AFTER_OTHER_READER_SECONDS);
    return undefined;
  }
  return stored;
}
