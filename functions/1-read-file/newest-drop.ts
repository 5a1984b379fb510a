import { type DroppedFile, isLaterDrop } from '#shared/contracts/file-arrived.ts';
import type { FileReadProgress } from '#shared/tables/file-read-progress.ts';
import type { FileLocation } from './locate-file.ts';
import type { ReadFilePorts } from './ports.ts';

/**
 * Another reader is further on in the file: the message goes back to the queue, and its next try finds the file read or continues from there.
 */
class ReaderOvertaken extends Error {
  override readonly name = 'ReaderOvertaken';
}

/** A drop of a file. `isAnew`: it is read from its start, however far it was read before. */
export type Drop = DroppedFile & { readonly isAnew?: true };

/**
 * A later drop of the same name stands where a reader of this one was slow, or S3 announced the two in another order.
 * What that reader wrote may stand beside the facts of the later drop, which is therefore read again from its start.
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

export const messageOf = ({ bucket, key, version }: DroppedFile): DroppedFile => ({ bucket, key, version });

/**
 * Done where the other reader has read this drop to its end, except where it is to be read anew: the other one may have
 * been past the rows that are to be taken back. Where a later drop stands, what was written of this one is taken back by
 * reading that one again; a message says so, since SQS may have deleted the one that is being handled.
 */
export async function unlessFinished(
  dropped: Drop,
  { folder, fileName }: FileLocation,
  ports: Pick<ReadFilePorts, 'files' | 'carryOn'>,
): Promise<FileReadProgress | undefined> {
  const { version, isAnew } = dropped;
  const stored = await ports.files.progress(folder, fileName);
  if (stored && isLaterDrop(stored.version, version)) {
    await ports.carryOn([messageOf(dropped)]);
    return undefined;
  }
  if (isAnew || stored?.version !== version || stored.state === 'reading') throw new ReaderOvertaken();
  return stored;
}
