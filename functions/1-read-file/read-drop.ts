import type { Drop } from '#shared/tables/drop-item.ts';
import { senderOf } from '#shared/domain/drops/sender.ts';
import { log } from '#shared/runtime/log.ts';
import { judgeFile } from './judgement/judge-file.ts';
import { objectionToRegister } from './judgement/judge-register.ts';
import { RowsReadAhead } from './judgement/rows-ahead.ts';
import type { InboxDrop } from './write-results.ts';
import type { ReadFilePorts } from './ports.ts';
import { NOTHING_REPORTED, ReadingRun, type RowsReading } from './reading-run.ts';
import { ReaderHeldUp, type RunTime } from './run-time.ts';
import type { FeedEvent } from '#shared/contracts/feeds/feed-record.ts';
import type { IsoDate } from '#shared/domain/vietnamese/dates.ts';
import { UnreadableFile } from '#shared/tabular/unreadable-file.ts';
import { rowsLogger } from './log-rows.ts';

/**
 * Continues reading after `start.counts.read` rows. Facts are written while the file is read, so that memory does not
 * grow with the file.
 * @param pieces the file's rows from the first one
 * @param today the day after which nothing counts as covered
 * @returns `goes on` where the time ended before the file
 * @throws {ReaderHeldUp}
 */
export async function readRows(
  pieces: AsyncIterable<readonly FeedEvent[]> | Iterable<readonly FeedEvent[]>,
  start: Drop,
  today: IsoDate,
  ports: ReadFilePorts,
  time: RunTime,
): Promise<RowsReading | 'goes on'> {
  const run = new ReadingRun(start, ports);
  const logRows = rowsLogger(start.feed, start.judgement?.rows);
  const startsInTime = time.isLeft();
  let ordinal = 0;
  try {
    for await (const events of pieces) {
      for (const event of events) {
        if (event.type === 'opened') {
          run.opened(event);
          continue;
        }
        ordinal += 1;
        if (event.type === 'accepted') {
          run.repairs.add(event.repairs);
          run.notCounting.add(event.records);
        }
        if (ordinal <= start.counts.read) continue;
        run.add(event, ordinal, today);
        if (!run.batchIsFull) continue;
        await run.write();
        logRows(ordinal);
        if (!time.isLeft()) return await run.stop();
        if (run.checkpointIsDue) await run.checkpoint();
      }
      // A piece takes time even where it holds only blank lines or rows that an earlier run has done
      if (time.isLeft()) continue;
      if (run.isFurther) return await run.stop();
      if (startsInTime) throw time.wentIntoReading() ? fileTooLarge() : new ReaderHeldUp();
    }
  } catch (error) {
    // Waiting for the last write only saves that the next reader writes the same rows beside it
    if (!(error instanceof UnreadableFile)) {
      await Promise.allSettled([run.written()]);
      throw error;
    }
    run.unreadable = error;
  }
  return run.finish();
}

/** A whole run gave no row: the next run would get no further. */
const fileTooLarge = (): UnreadableFile =>
  new UnreadableFile('too_big', 'Tệp quá lớn, không đọc hết được. Hãy chia thành nhiều tệp nhỏ hơn rồi gửi lại.');

/**
 * A run may begin with little time left. After this number of runs the file counts as too long for one run, and the
 * rows read until then are judged.
 */
const JUDGING_RUNS = 3;

export const NOTHING_READ = { read: 0, accepted: 0, rejected: 0, repaired: 0, companies: 0 };

/**
 * Reads the rows of a drop from where an earlier run stopped. Several readers may read one drop at a time, each to its
 * end: they write the same facts.
 * @returns `ended` where the drop was read to its end before
 */
export async function readDrop(
  dropped: InboxDrop,
  ports: ReadFilePorts,
  time: RunTime,
): Promise<RowsReading | 'goes on' | 'ended'> {
  const drop = await begin(dropped, ports);
  if (drop.state !== 'reading') return 'ended';
  const hadTime = time.isLeft();
  const ahead = new RowsReadAhead();
  const judged = drop.judgement
    ? drop
    : await judge(drop, dropped, ahead, ports, hadTime ? time : { ...time, isLeft: () => true });
  if (!judged.judgement) {
    if ((judged.judgingRuns ?? 0) < JUDGING_RUNS) return 'goes on';
    return { ...NOTHING_REPORTED, drop: judged, unreadable: fileTooLarge() };
  }
  // Judging took the whole time of this run, so the next run begins to read; this only saves rows that are read twice
  if (!drop.judgement && hadTime && !time.isLeft()) return 'goes on';
  const { signs, percentages, zeroDoubt } = judged.judgement;
  const pieces = ahead.take() ?? dropped.rows({ signs, percentages, zeroDoubt });
  return readRows(pieces, judged, dropped.source.today, ports, time);
}

/** While the drop is being read, missing rows of its sender prove nothing. */
async function begin({ feed, file, version }: InboxDrop, ports: ReadFilePorts): Promise<Drop> {
  const now = ports.now();
  const at = now.toISOString();
  const fresh: Drop = {
    feed,
    file,
    version,
    state: 'reading',
    counts: NOTHING_READ,
    covered: {},
    parts: [],
    startedAt: at,
    movedAt: at,
    factsUntil: ports.expiry(),
  };
  const { drop = fresh } = await ports.files.change(fresh, (stored) => (stored ? undefined : fresh));
  if (drop.state === 'reading') await ports.files.settle(feed, file, now);
  return drop;
}

/** Judges the whole file before its rows are read. A judgement that another reader has stored stays. */
async function judge(
  drop: Drop,
  { rows: rowsOf }: InboxDrop,
  ahead: RowsReadAhead,
  ports: ReadFilePorts,
  time: RunTime,
): Promise<Drop> {
  const judged = await judgeFile(drop.feed, rowsOf, ports.holdLimits, time.isLeft, ahead);
  const { isCutShort, signs, percentages, zeroDoubt, rows, companies, sketch, isWhole } = judged;
  if (isCutShort && !time.wentIntoReading()) throw new ReaderHeldUp();
  const judgingRuns = (drop.judgingRuns ?? 0) + (isCutShort ? 1 : 0);
  // A file of which no row has been read is not judged, however many runs ended before
  const isJudged = !isCutShort || (rows > 0 && judgingRuns >= JUDGING_RUNS);
  const jump = await objectionToRegister(drop, companies, ports);
  const objection = judged.objection ?? jump;
  if (jump) log('SENDER_CHANGED', { feed: senderOf(drop.feed, drop.file), reason: jump.code, count: companies });
  const judgement = {
    rows,
    signs,
    ...(percentages.length > 0 && { percentages: [...percentages] }),
    ...(companies > 0 && { companies }),
    ...(zeroDoubt && { zeroDoubt }),
    ...(objection && { objection }),
  };
  const sample = sketch.sample((text) => ports.hash('row', `${drop.feed}/${drop.file} ${text}`), isWhole);
  const { drop: stored = drop } = await ports.files.change(drop, (now) => {
    if (now?.state !== 'reading' || now.judgement) return undefined;
    return isJudged ? { ...now, judgingRuns: undefined, judgement, sample } : { ...now, judgingRuns };
  });
  return stored;
}
