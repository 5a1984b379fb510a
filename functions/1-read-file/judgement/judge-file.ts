import type { FeedEvent } from '#shared/contracts/feeds/feed-record.ts';
import { UnreadableFile } from '#shared/tabular/unreadable-file.ts';
import { rowsLogger } from '../log-rows.ts';
import type { ReadingContext } from '../rows/table-reader.ts';
import { FileSurvey } from './file-survey.ts';
import { objectionToDays } from './judge-days.ts';
import { type DecimalSigns, decimalSigns, objectionToNumbers } from './judge-numbers.ts';
import type { ZeroDoubt } from './leading-zeros.ts';
import type { Objection } from './objection.ts';
import { RowsReadAhead } from './rows-ahead.ts';
import { RowSketch } from './row-sketch.ts';
import { type HoldLimits, RowTally } from './row-tally.ts';

/** The result of judging a file. */
export interface FileJudgement {
  /** The reason why nothing of the file counts. */
  readonly objection: Objection | undefined;
  readonly signs: DecimalSigns;
  /** Set where numbers may have lost their leading zeros and no single cell shows it. */
  readonly zeroDoubt: ZeroDoubt | undefined;
  readonly rows: number;
  readonly sketch: RowSketch;
  /** Whether the run's time ended before the file did. */
  readonly isCutShort: boolean;
  /** Whether all rows were read: the time sufficed, and the file does not break off. */
  readonly isWhole: boolean;
}

/**
 * Reads a file to its end and writes nothing. Its columns are judged before the first of its rows is read as a fact,
 * because the judgement decides how numbers are read. Where the time ends before the file, the rows read until then are judged.
 * @param ahead keeps the rows, as far as they count as they were read here
 */
export async function judgeFile(
  feed: string,
  rows: (look: ReadingContext) => AsyncIterable<readonly FeedEvent[]>,
  limits: HoldLimits,
  hasTime: () => boolean,
  ahead: RowsReadAhead = new RowsReadAhead(),
): Promise<FileJudgement> {
  const survey = new FileSurvey();
  const tally = new RowTally();
  const sketch = new RowSketch();
  ahead.begin();
  const logRows = rowsLogger(feed);
  let isCutShort = false;
  let breaksOff = false;
  try {
    for await (const events of rows({ survey })) {
      for (const event of events) {
        if (event.type === 'opened') continue;
        tally.add(event);
        if (event.type === 'accepted') for (const record of event.records) sketch.add(record);
      }
      ahead.add(events);
      logRows(tally.rows);
      if (hasTime()) continue;
      isCutShort = true;
      break;
    }
  } catch (error) {
    // The reading of the rows reports the file's fault, and the rows before the break count
    if (!(error instanceof UnreadableFile)) throw error;
    ahead.breakOff(error);
    breaksOff = true;
  }
  const { columns } = survey;
  const objection =
    objectionToDays(columns) ?? objectionToNumbers(columns) ?? survey.lostAcute.objection ?? tally.objection(limits);
  const zeroDoubt = survey.leadingZeros.doubt;
  const signs = decimalSigns(columns);
  // The judgement changes how the rows are read, or has not seen all of them
  if (isCutShort || zeroDoubt !== undefined || Object.keys(signs).length > 0) ahead.drop();
  const isWhole = !isCutShort && !breaksOff;
  return { objection, signs, zeroDoubt, rows: tally.rows, sketch, isCutShort, isWhole };
}
