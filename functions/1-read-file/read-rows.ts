import type { FeedEvent } from '#shared/contracts/feeds/feed-record.ts';
import type { IsoDate } from '#shared/domain/vietnamese/dates.ts';
import type { Drop } from '#shared/tables/drop-item.ts';
import { UnreadableFile } from '#shared/tabular/unreadable-file.ts';
import type { ReadFilePorts } from './ports.ts';
import { rowsLogger } from './log-rows.ts';
import { ReadingRun, type RowsReading } from './reading-run.ts';
import { ReaderHeldUp, type RunTime } from './run-time.ts';

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
          run.later.add(event.records);
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
export const fileTooLarge = (): UnreadableFile =>
  new UnreadableFile('too_big', 'Tệp quá lớn, không đọc hết được. Hãy chia thành nhiều tệp nhỏ hơn rồi gửi lại.');
