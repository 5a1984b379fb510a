import type { Readable } from 'node:stream';
import type { Receipt } from '#shared/contracts/receipt.ts';
import type { Drop } from '#shared/tables/drop-item.ts';
import { vanishedFrom } from '#shared/domain/drops/vanished-rows.ts';
import { vanishedSentence } from '#shared/contracts/feeds/row-contents.ts';
import { log } from '#shared/runtime/log.ts';
import { writeReport } from './drop-manifest.ts';
import { type InboxDrop, writeResults } from './write-results.ts';
import type { ReadFilePorts } from './ports.ts';
import type { RowsReading } from './reading-run.ts';
import { sha256OfStream } from './write-receipt.ts';

/**
 * Ends a drop of which all facts are written: from this one write on they count, unless the file is stopped. Whoever
 * reads the drop too finds it ended, and with its results.
 */
export async function endDrop(reading: RowsReading, dropped: InboxDrop, ports: ReadFilePorts): Promise<void> {
  const { drop, unreadable, unreadColumns } = reading;
  const report = await reportOf(reading, dropped.feed, await dropped.bytes());
  await writeReport(drop, report, ports);
  const endOf = (stored: Drop): Drop => {
    const endsAs = unreadable ? 'unreadable' : 'read';
    const isStopped = drop.judgement?.objection !== undefined && !stored.released;
    return {
      ...drop,
      released: stored.released,
      alone: stored.alone,
      state: isStopped ? 'stopped' : endsAs,
      endsAs,
      covered: unreadable ? {} : drop.covered,
      sha256: report.sha256,
      unreadColumns,
      endedAt: ports.now().toISOString(),
      untold: isStopped ? drop.parts.length : 0,
    };
  };
  const drops = await ports.files.ofName(drop.feed, drop.file);
  if (drops.every(({ version, state }) => version !== drop.version || state !== 'reading')) return;
  const ended = drops.map((one) => (one.version === drop.version ? endOf(one) : one));
  await writeResults(ended, dropped, ports);
  const { isChanged, drop: end } = await ports.files.change(drop, (stored) =>
    stored?.state === 'reading' ? endOf(stored) : undefined,
  );
  if (!isChanged) return;
  const logged = unreadable ? 'FILE_UNREADABLE' : 'FILE_READ';
  log(end?.state === 'stopped' ? 'FILE_STOPPED' : logged, { feed: drop.feed, count: drop.counts.read });
}

/** What the receipt says where the rows count. */
async function reportOf(reading: RowsReading, feed: Receipt['feed'], bytes: Readable): Promise<Receipt> {
  const {
    drop,
    unknownColumns,
    lackingColumns,
    skippedSheets,
    confirmed,
    asks,
    repairedAlike,
    notCounting: { waiting, unused, registeredLater },
    unreadable,
  } = reading;
  const { companies, ...counts } = drop.counts;
  const vanished = vanishedFrom(drop.months ?? {}).map(vanishedSentence);
  return {
    file: drop.file,
    feed,
    sha256: await sha256OfStream(bytes),
    ...counts,
    ...(waiting > 0 && { waiting }),
    ...(unused > 0 && { unused }),
    ...(repairedAlike.length > 0 && { repairedAlike: [...repairedAlike] }),
    unknownColumns: [...unknownColumns],
    ...(lackingColumns.length > 0 && { lackingColumns: [...lackingColumns] }),
    ...(skippedSheets.length > 0 && { skippedSheets: [...skippedSheets] }),
    ...(confirmed.length > 0 && { confirmedHeadings: [...confirmed] }),
    ...(vanished.length > 0 && { vanished }),
    ...(asks.length > 0 && { asks: asks.join(' ') }),
    ...(feed === 'registrations' && { companies }),
    ...(registeredLater.length > 0 && { registeredLater: [...registeredLater] }),
    ...(unreadable && { error: { code: unreadable.code, message: unreadable.message } }),
  };
}
