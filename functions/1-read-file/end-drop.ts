import type { Readable } from 'node:stream';
import type { Receipt } from '#shared/contracts/receipt.ts';
import { log } from '#shared/runtime/log.ts';
import { writeReport } from './drop-manifest.ts';
import type { InboxDrop } from './open-drop.ts';
import type { ReadFilePorts } from './ports.ts';
import type { RowsReading } from './reading-run.ts';
import { sha256OfStream } from './write-receipt.ts';

/**
 * Ends a drop of which all facts are written: from this one write on they count, unless the file is stopped. Whoever
 * reads the drop too finds it ended.
 */
export async function endDrop(reading: RowsReading, { feed, bytes }: InboxDrop, ports: ReadFilePorts): Promise<void> {
  const { drop, unreadable } = reading;
  const report = await reportOf(reading, feed, await bytes());
  await writeReport(drop, report, ports);
  const endsAs = unreadable ? 'unreadable' : 'read';
  await ports.files.change(drop, (stored) => {
    if (stored?.state !== 'reading') return undefined;
    const isStopped = drop.judgement?.objection !== undefined && !stored.released;
    log(isStopped ? 'FILE_STOPPED' : unreadable ? 'FILE_UNREADABLE' : 'FILE_READ', {
      feed,
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
      unreadColumns: reading.unreadColumns,
      endedAt: ports.now().toISOString(),
      untold: isStopped ? drop.parts.length : 0,
    };
  });
}

/** What the receipt says where the rows count. */
async function reportOf(reading: RowsReading, feed: Receipt['feed'], bytes: Readable): Promise<Receipt> {
  const { drop, unknownColumns, lackingColumns, skippedSheets, asks, repairedAlike, registeredLater, unreadable } =
    reading;
  const { companies, ...counts } = drop.counts;
  return {
    file: drop.file,
    feed,
    sha256: await sha256OfStream(bytes),
    ...counts,
    ...(repairedAlike.length > 0 && { repairedAlike: [...repairedAlike] }),
    unknownColumns: [...unknownColumns],
    ...(lackingColumns.length > 0 && { lackingColumns: [...lackingColumns] }),
    ...(skippedSheets.length > 0 && { skippedSheets: [...skippedSheets] }),
    ...(asks.length > 0 && { asks: asks.join(' ') }),
    ...(feed === 'registrations' && { companies }),
    ...(registeredLater.length > 0 && { registeredLater: [...registeredLater] }),
    ...(unreadable && { error: { code: unreadable.code, message: unreadable.message } }),
  };
}
