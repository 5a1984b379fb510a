import type { Readable } from 'node:stream';
import { unreadColumnsSentence } from '#shared/contracts/feeds/unread-columns.ts';
import { FEED_FOLDERS } from '#shared/contracts/feeds/feed-record.ts';
import type { Receipt } from '#shared/contracts/receipt.ts';
import { log } from '#shared/runtime/log.ts';
import { writeReport } from './drop-manifest.ts';
import type { ReadFilePorts } from './ports.ts';
import type { RowsReading } from './reading-run.ts';
import { sha256OfStream } from './write-receipt.ts';

/**
 * Ends a drop of which all facts are written: from this one write on they count, unless the file is stopped. Whoever
 * reads the drop too finds it ended.
 */
export async function endDrop(
  reading: RowsReading,
  open: () => Promise<Readable>,
  ports: ReadFilePorts,
): Promise<void> {
  const { drop, unreadable } = reading;
  const report = await reportOf(reading, await open());
  await writeReport(drop, report, ports);
  const endsAs = unreadable ? 'unreadable' : 'read';
  await ports.files.change(drop, (stored) => {
    if (stored?.state !== 'reading') return undefined;
    const isStopped = drop.judgement?.objection !== undefined && !stored.released;
    log(isStopped ? 'FILE_STOPPED' : unreadable ? 'FILE_UNREADABLE' : 'FILE_READ', {
      feed: drop.feed,
      count: drop.counts.read,
    });
    return {
      ...drop,
      released: stored.released,
      alone: stored.alone,
      state: isStopped ? 'stopped' : endsAs,
      endsAs,
      covered: unreadable ? {} : drop.covered,
      sha256: report.sha256,
      unreadColumns: unreadColumnsSentence(report),
      endedAt: ports.now().toISOString(),
      untold: isStopped ? drop.parts.length : 0,
    };
  });
}

/** What the receipt says where the rows count. */
async function reportOf(reading: RowsReading, bytes: Readable): Promise<Receipt> {
  const { drop, unknownColumns, lackingColumns, skippedSheets, repairedAlike, registeredLater, unreadable } = reading;
  const { companies, ...counts } = drop.counts;
  const feed = FEED_FOLDERS.find((folder) => folder === drop.feed);
  if (!feed) throw new RangeError('a drop is of one of the feeds');
  return {
    file: drop.file,
    feed,
    sha256: await sha256OfStream(bytes),
    ...counts,
    ...(repairedAlike.length > 0 && { repairedAlike: [...repairedAlike] }),
    unknownColumns: [...unknownColumns],
    ...(lackingColumns.length > 0 && { lackingColumns: [...lackingColumns] }),
    ...(skippedSheets.length > 0 && { skippedSheets: [...skippedSheets] }),
    ...(feed === 'registrations' && { companies }),
    ...(registeredLater.length > 0 && { registeredLater: [...registeredLater] }),
    ...(unreadable && { error: { code: unreadable.code, message: unreadable.message } }),
  };
}
