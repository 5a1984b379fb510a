import type { Receipt } from '#shared/contracts/receipt.ts';
import { isCorrected } from '#shared/domain/drops/corrected-file.ts';
import { OVERTAKEN, untilWritten } from '#shared/runtime/until-written.ts';
import type { Drop, DropKey } from '#shared/tables/drop-item.ts';
import { rejectionsKey } from '#shared/tables/rejections.ts';
import { outboxKey } from '#shared/contracts/outbox-key.ts';
import { readReport } from './drop-manifest.ts';
import type { ReadFilePorts } from './ports.ts';
import { writeOutbox } from './write-outbox.ts';
import { isWritten, sha256OfStream, writeReceipt } from './write-receipt.ts';
import { type FileLocation, locateFile } from './locate-file.ts';
import type { Readable } from 'node:stream';
import type { DroppedFile } from '#shared/contracts/file-arrived.ts';
import type { FeedEvent, FeedSource } from '#shared/contracts/feeds/feed-record.ts';
import { scopesOf } from '#shared/contracts/heading-mapping.ts';
import { versionIdOf } from '#shared/domain/drops/drop-order.ts';
import { NeverPossible } from '#shared/runtime/errors.ts';
import { readFeed } from './read-feed.ts';
import type { ReadingContext } from './rows/table-reader.ts';
import { kindsAllowedIn } from '#shared/contracts/feeds/activity-senders.ts';
import { dayInVietnam, type IsoDate } from '#shared/domain/vietnamese/dates.ts';

/** Where a file comes from, which kinds of rows it may contain, and the day after which none of them can be dated. */
export const sourceOf = (
  location: FileLocation,
  ports: Pick<ReadFilePorts, 'rulesClock' | 'now' | 'senders'>,
): FeedSource => ({
  ...location,
  kinds: kindsAllowedIn(`${location.folder}/${location.fileName}`, ports.senders),
  today: latestDay(ports),
});

/**
 * A replay assesses companies as of an earlier day, but reads rows that were written later. Only dates after the real
 * today are impossible.
 */
function latestDay({ rulesClock, now }: Pick<ReadFilePorts, 'rulesClock' | 'now'>): IsoDate {
  const [rules, real] = [rulesClock.today(), dayInVietnam(now())];
  return rules > real ? rules : real;
}

/** A drop of the inbox, whose bytes are always those of its own version. */
export interface InboxDrop extends DropKey {
  readonly feed: FileLocation['folder'];
  readonly announced: DroppedFile;
  readonly location: FileLocation;
  readonly source: FeedSource;
  /** @throws {NeverPossible} where the object is gone */
  readonly bytes: () => Promise<Readable>;
  /** Its rows from the first one, as `readFeed` reads them. */
  readonly rows: (look: ReadingContext) => AsyncIterable<readonly FeedEvent[]>;
}

/** Undefined for an object that is no file of a feed. */
export function openDrop(
  announced: DroppedFile,
  ports: Pick<ReadFilePorts, 'open' | 'rulesClock' | 'now' | 'senders' | 'files'>,
): InboxDrop | undefined {
  const { bucket, key, version } = announced;
  const location = locateFile(key);
  if (!location) return undefined;
  const source = sourceOf(location, ports);
  const bytes = async () => {
    const body = await ports.open(bucket, key, versionIdOf(version));
    if (!body) throw new NeverPossible('object_gone');
    return body;
  };
  return {
    feed: location.folder,
    file: location.fileName,
    version,
    announced,
    location,
    source,
    bytes,
    async *rows(look) {
      const confirmed = await ports.files.confirmedHeadings(scopesOf(location.folder, location.fileName));
      const body = await bytes();
      try {
        yield* readFeed(body, { ...source, confirmed }, look);
      } finally {
        // An unread body would keep its connection open
        body.destroy();
      }
    },
  };
}

const LEFT_OUT = {
  code: 'left_out',
  message:
    'Theo quyết định của người phụ trách, không dòng nào của tệp này và của các lần gửi trước cùng tên được tính; những gì đã suy ra từ đó được tính lại.',
};

const SAME_ROWS = {
  by: 'hệ thống',
  why: 'Hầu hết các dòng là của tệp cùng tên gửi trước (hoặc chỉ khác một cột: mã, số tài khoản, ngày, kỳ), nên tệp này thay cả tệp đó: dòng nào chỉ tệp đó có thì không còn được tính.',
};

/**
 * Writes the receipt of a drop, if it is the newest of its file, and what its sender gets back. Call this before the
 * drop is ended, so that whoever sees its end finds them.
 * @param drops the drops of the file, the newest first
 */
export async function writeResults(drops: readonly Drop[], inbox: InboxDrop, ports: ReadFilePorts): Promise<void> {
  const [drop, ...earlier] = drops;
  if (drop?.version !== inbox.version) return;
  const receipt = await receiptOf(drop, earlier, inbox, ports);
  const key = rejectionsKey(drop);
  // Rejected rows stay listed when a drop without any comes after one that had some
  const listedBefore = earlier.some(({ state, counts }) => state === 'stopped' || counts.rejected > 0);
  await writeOutbox(receipt, ports.rejections.of(key), outboxStem(inbox.location), { ...ports, open: inbox.bytes });
  await writeReceipt(receipt, key, ports, listedBefore);
}

/**
 * Writes the results again until they are those of the newest drop of the name as it stands: a decision has changed it, or
 * was made while its reader ended it, or the slow reader of an earlier drop wrote last. @returns the drops of the file
 */
export const settleResults = (inbox: InboxDrop, ports: ReadFilePorts): Promise<readonly Drop[]> =>
  untilWritten(async () => {
    const drops = await ports.files.ofName(inbox.feed, inbox.file);
    const [drop, ...earlier] = drops;
    const newest =
      drop?.version === inbox.version ? inbox : drop && openDrop({ ...inbox.announced, version: drop.version }, ports);
    if (!drop || !newest || drop.state === 'reading') return drops;
    if (await isWritten(await receiptOf(drop, earlier, newest, ports), ports)) return drops;
    await writeResults(drops, newest, ports);
    return OVERTAKEN;
  });

async function receiptOf(
  drop: Drop,
  earlier: readonly Drop[],
  { feed, file, bytes }: InboxDrop,
  ports: ReadFilePorts,
): Promise<Receipt> {
  const { state, judgement, counts, sha256, leftOut, released } = drop;
  const rows = judgement?.rows ?? counts.read;
  const unread = { read: rows, accepted: 0, rejected: rows, repaired: 0, unknownColumns: [] };
  const hash = async () => sha256 ?? (await sha256OfStream(await bytes()));
  if (state === 'left_out') return { file, feed, sha256: await hash(), ...unread, error: LEFT_OUT, leftOut };
  if (state === 'stopped' || state === 'given_up')
    return {
      file,
      feed,
      sha256: await hash(),
      ...unread,
      ...(feed === 'registrations' && { companies: 0 }),
      error: judgement?.objection,
    };
  const replacesEarlier =
    drop.alone ??
    (earlier.some(({ sample }) => isCorrected(sample, drop.sample)) ? { ...SAME_ROWS, at: drop.startedAt } : undefined);
  return {
    ...(await readReport(drop, ports)),
    ...(released && { released }),
    ...(replacesEarlier && { replacesEarlier }),
  };
}

/** A bank's outbox is named by its BIN. Files directly under a feed's folder belong to the operator, under the feed's name. */
function outboxStem({ folder, fileName, sender }: FileLocation): string {
  return sender === undefined
    ? outboxKey(folder, fileName)
    : outboxKey(sender, fileName.slice(fileName.indexOf('/') + 1));
}
