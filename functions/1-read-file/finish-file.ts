import type { DroppedFile } from '#shared/contracts/file-arrived.ts';
import { unreadColumnsSentence } from '#shared/contracts/feeds/unread-columns.ts';
import type { Receipt } from '#shared/contracts/receipt.ts';
import { NeverPossible } from '#shared/runtime/errors.ts';
import { log } from '#shared/runtime/log.ts';
import type { FileReadProgress } from '#shared/tables/file-read-progress.ts';
import { rejectionsKey } from '#shared/tables/rejections.ts';
import type { UnreadableFile } from '#shared/tabular/unreadable-file.ts';
import type { FileLocation } from './locate-file.ts';
import { outboxStem } from './outbox-stem.ts';
import type { ReadFilePorts } from './ports.ts';
import { leaveToOther, restoreFactsOfOthers } from './read-others-again.ts';
import type { RowsReading } from './reading-run.ts';
import { recordFileEnd } from './record-file-end.ts';
import { NOTHING_READ } from './unread-rows.ts';
import { writeOutbox } from './write-outbox.ts';
import { sha256OfStream, writeReceipt } from './write-receipt.ts';

/**
 * Writes the receipt of a file of which all rows are written, and what its sender takes back, and records its end.
 * @throws {NeverPossible} where the object is gone
 */
export async function finishFile(
  dropped: DroppedFile,
  location: FileLocation,
  reading: RowsReading,
  ports: ReadFilePorts,
): Promise<void> {
  const { folder, fileName } = location;
  const { progress, unknownColumns, lackingColumns, skippedSheets, repairedAlike, registeredLater, unreadable } =
    reading;
  const stopped = reading.outcome === 'stopped';
  const { objection } = progress.judgement ?? {};
  const bytes = await ports.open(dropped.bucket, dropped.key);
  if (!bytes) throw new NeverPossible('object_gone');
  const { companies, ...counts } = progress.counts;
  const receipt: Receipt = {
    file: fileName,
    feed: folder,
    sha256: await sha256OfStream(bytes),
    ...counts,
    ...(repairedAlike.length > 0 && { repairedAlike: [...repairedAlike] }),
    unknownColumns: [...unknownColumns],
    ...(lackingColumns.length > 0 && { lackingColumns: [...lackingColumns] }),
    ...(skippedSheets.length > 0 && { skippedSheets: [...skippedSheets] }),
    ...(folder === 'registrations' && { companies }),
    ...(registeredLater.length > 0 && { registeredLater: [...registeredLater] }),
    ...(unreadable && { error: errorOf(unreadable) }),
    ...(stopped && objection && { error: objection }),
    ...(progress.released && { released: progress.released }),
    ...(progress.replacesEarlier && { replacesEarlier: progress.replacesEarlier }),
  };
  await writeReceipt(receipt, rejectionsKey(progress), ports, progress.listedBefore);
  const rejected = ports.rejections.of(rejectionsKey(progress));
  const open = () => ports.open(dropped.bucket, dropped.key);
  await writeOutbox(receipt, rejected, outboxStem(location), { ...ports, open });
  log(stopped ? 'FILE_STOPPED' : unreadable ? 'FILE_UNREADABLE' : 'FILE_READ', { feed: folder, count: counts.read });
  await restoreFactsOfOthers(stopped ? { ...progress, state: 'stopped' } : progress, dropped.bucket, ports);
  if (stopped) {
    const end: FileReadProgress = { ...progress, counts: NOTHING_READ, state: 'stopped' };
    await recordFileEnd(end, ports);
    const before = { ...progress, counts: NOTHING_READ };
    if (!(await ports.files.advance(endedNow(end, ports), before))) await leaveToOther(dropped, location, ports);
    return;
  }

  // The feed's end is announced before the file counts as read: after a crash in between it is announced again
  const state = unreadable ? 'unreadable' : 'read';
  const unreadColumns = unreadColumnsSentence(receipt);
  const end: FileReadProgress = { ...progress, state, sha256: receipt.sha256, unreadColumns };
  await recordFileEnd(end, ports);
  if (!(await ports.files.advance(endedNow(end, ports), progress))) await leaveToOther(dropped, location, ports);
}

const endedNow = (end: FileReadProgress, { now }: Pick<ReadFilePorts, 'now'>): FileReadProgress => ({
  ...end,
  endedAt: now().toISOString(),
});

const errorOf = ({ code, message }: UnreadableFile) => ({ code, message });
