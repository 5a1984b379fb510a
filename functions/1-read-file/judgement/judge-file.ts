import type { FeedEvent } from '#shared/contracts/feeds/feed-record.ts';
import { UnreadableFile } from '#shared/tabular/unreadable-file.ts';
import { rowsLogger } from '../log-rows.ts';
import type { ReadingContext } from './reading-context.ts';
import { FileSurvey } from './file-survey.ts';
import { type DecimalSigns, decimalSigns, objectionToNumbers, percentages } from './judge-numbers.ts';
import type { ZeroDoubt } from './leading-zeros.ts';
import type { Objection } from './objection.ts';
import { RowsReadAhead } from './rows-ahead.ts';
import { RowSketch } from './row-sketch.ts';
import { type HoldLimits, RowTally } from './row-tally.ts';
import { type ColumnSurvey, type DaysWritten, holdsDays } from './column-survey.ts';

/** The shares of days after and until the twelfth in an honest column. */
const SHARE_AFTER_TWELFTH = 0.6;
const SHARE_UNTIL_TWELFTH = 0.4;
/** A column counts as swapped where the chance that an honest column looks like it is below this value. */
const UNLIKELY = 0.1;
/**
 * The chance below which an honest file whose days are all until the twelfth is asked about. A list of a few months that
 * is typed by hand has such days more often than chance says.
 */
const HARDLY_EVER = 1e-6;
const HARDLY_EVER_IN_MANY_MONTHS = 1e-3;
/** From this number on, days and months are spread, and their order in the file is no chance. */
const SPREAD = 4;
/**
 * A column is doubted from this number of days on, if they are at least this share of the days that show their order.
 * Fewer are single typos.
 */
const MINIMUM_DAYS = 2;
const MINIMUM_SHARE = 0.02;

const ASKS_ORDER =
  'Nếu đúng là ngày/tháng/năm, hãy xác nhận để đọc tệp, hoặc ghi (dd/mm/yyyy) sau tên cột rồi gửi lại; nếu không, hãy xuất lại với ngày trước tháng. Chưa dòng nào của tệp được dùng.';
const ADVICE =
  'Hãy đặt vùng của máy là Tiếng Việt (Việt Nam) hoặc định dạng cột là văn bản, ghi ngày/tháng/năm, xuất lại từ phần mềm gốc rồi gửi lại cả tệp; chưa dòng nào của tệp được dùng.';

/**
 * A PC set to English (US) takes `05/06/2025` for the sixth of May and leaves `25/06/2025` as text, or writes the month
 * first. A single cell does not show it, but the whole column does. Undefined where all days can be read day first.
 */
function objectionToDays(surveys: readonly ColumnSurvey[]): Objection | undefined {
  const columns = surveys.filter(({ column }) => holdsDays(column));
  for (const { days, heading } of columns) {
    const ordered = days.dayFirst + days.monthFirst;
    if (days.monthFirst < MINIMUM_DAYS || days.monthFirst < ordered * MINIMUM_SHARE) continue;
    if (days.monthFirst > days.dayFirst)
      return { code: 'month_first', message: `Cột “${heading}” ghi tháng trước ngày (kiểu Mỹ). ${ADVICE}` };
    return { code: 'days_mixed', message: `Cột “${heading}” có chỗ ghi ngày trước, có chỗ ghi tháng trước. ${ADVICE}` };
  }
  const doubtful = columns.find(mayBeMonths);
  if (doubtful !== undefined) return { code: 'period_doubtful', message: doubtOfPeriods(doubtful.heading) };
  const alone = monthFirstAlone(columns);
  if (alone !== undefined)
    return { code: 'month_first', message: `Cột “${alone.heading}” ghi tháng trước ngày (kiểu Mỹ). ${ADVICE}` };
  const stated = columns.find(({ days, heading }) => MONTH_FIRST.test(heading) && days.either > 0);
  if (stated !== undefined)
    return { code: 'month_first', message: `Cột “${stated.heading}” ghi tháng trước ngày (kiểu Mỹ). ${ADVICE}` };
  const open = neverAfterTwelfth(columns);
  if (open !== undefined)
    return {
      code: 'days_doubtful',
      message: `Cột “${open.heading}” không có ngày nào sau ngày 12, nên không rõ ghi ngày trước hay tháng trước (kiểu Mỹ). ${ASKS_ORDER}`,
    };
  const changed = columns.filter(({ days }) => couldBeChanged(days));
  const doubted = changed.filter(({ days }) => days.dayFirst > 0 && days.early > 0);
  const chance = changed.reduce((product, { days }) => product * chanceOf(days), 1);
  if (doubted.length === 0 || chance >= UNLIKELY) return undefined;
  const names = doubted.map(({ heading }) => `“${heading}”`).join(', ');
  return {
    code: 'days_swapped',
    message: `Cột ${names} đã bị bảng tính đổi chỗ ngày và tháng: các ngày từ 1 đến 12 thành ô kiểu ngày, các ngày sau ngày 12 còn là chữ. ${ADVICE}`,
  };
}

/**
 * A PC set to English (US) writes October as `10/1/2025`. Where all days of a column of periods are among the first
 * twelve of January, they may be months.
 */
function mayBeMonths({ column, days }: ColumnSurvey): boolean {
  const all = days.dayFirst + days.monthFirst + days.either + days.early + days.late;
  return column.holds === 'period' && days.inJanuary === all && all > days.firstOfJanuary;
}

const doubtOfPeriods = (heading: string): string =>
  `Cột “${heading}” ghi kỳ như 10/1/2025, không rõ là ngày 10 tháng 1 hay tháng 10 (máy đặt kiểu Mỹ). Hãy định dạng cột là văn bản, ghi tháng là 2025-10, ngày là 2025-01-10 rồi gửi lại cả tệp; chưa dòng nào của tệp được dùng.`;

/**
 * In a short file a single day may show the order. The day is no typo where no other day of the file must be read day
 * first and an honest file would hardly ever look like this.
 */
function monthFirstAlone(columns: readonly ColumnSurvey[]): ColumnSurvey | undefined {
  const either = columns.reduce((sum, { days }) => sum + days.either, 0);
  if (columns.some(({ days }) => days.dayFirst > 0 || days.late > 0)) return undefined;
  return SHARE_UNTIL_TWELFTH ** either < UNLIKELY ? columns.find(({ days }) => days.monthFirst > 0) : undefined;
}

/** The order of day and month as a heading states it. */
const MONTH_FIRST = /\bm{1,2}\s?[/.-]\s?d{1,2}\s?[/.-]\s?y/iu;
const DAY_FIRST = /\bd{1,2}\s?[/.-]\s?m{1,2}\s?[/.-]\s?y|ng(?:ày)?\/th(?:áng)?/iu;

/**
 * A column whose days all allow both orders, in a file of many days of which none is after the twelfth. Days of one month
 * or first days of months are no sign of the order. Days that follow each other in one of the orders only are written in it.
 */
function neverAfterTwelfth(columns: readonly ColumnSurvey[]): ColumnSurvey | undefined {
  if (columns.some(({ days, heading }) => days.dayFirst > 0 || days.late > 0 || DAY_FIRST.test(heading)))
    return undefined;
  const sorted = columns.find(({ days }) => isSorted(days, days.backDayFirst) !== isSorted(days, days.backMonthFirst));
  if (sorted) return isSorted(sorted.days, sorted.days.backMonthFirst) ? sorted : undefined;
  const open = columns.filter(({ firsts, seconds }) => seconds > 1 && firsts > 1);
  const either = open.reduce((sum, { days }) => sum + days.either, 0);
  const areSpread = open.some(({ firsts, seconds }) => Math.min(firsts, seconds) >= SPREAD);
  const chance = areSpread ? HARDLY_EVER_IN_MANY_MONTHS : HARDLY_EVER;
  return SHARE_UNTIL_TWELFTH ** either < chance ? open[0] : undefined;
}

/** Whether the days that allow both orders ascend or descend from row to row. @param back how many are earlier than the one before */
const isSorted = ({ either }: DaysWritten, back: number): boolean =>
  either >= SPREAD && (back === 0 || back === either - 1);

/** Whether the column's texts allow only the day first, and all of its spreadsheet days could have been swapped. */
const couldBeChanged = ({ monthFirst, either, late, dayFirst, early }: DaysWritten): boolean =>
  monthFirst === 0 && late === 0 && either <= dayFirst * MINIMUM_SHARE && dayFirst + early > 0;

const chanceOf = ({ dayFirst, early }: DaysWritten): number =>
  SHARE_AFTER_TWELFTH ** dayFirst * SHARE_UNTIL_TWELFTH ** early;

/** The result of judging a file. */
export interface FileJudgement {
  /** The reason why nothing of the file counts. */
  readonly objection: Objection | undefined;
  readonly signs: DecimalSigns;
  readonly percentages: readonly string[];
  /** Set where numbers may have lost their leading zeros and no single cell shows it. */
  readonly zeroDoubt: ZeroDoubt | undefined;
  readonly rows: number;
  /** How many companies the rows of accounts name. */
  readonly companies: number;
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
  const companies = new Set<string>();
  ahead.begin();
  const logRows = rowsLogger(feed);
  let isCutShort = false;
  let breaksOff = false;
  try {
    for await (const events of rows({ survey })) {
      for (const event of events) {
        if (event.type === 'opened') continue;
        tally.add(event);
        if (event.type !== 'accepted') continue;
        for (const record of event.records) {
          sketch.add(record);
          if (record.feed === 'accounts') companies.add(record.account.enterpriseCode);
        }
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
  const ofHundred = percentages(columns);
  // The judgement changes how the rows are read, or has not seen all of them
  if (isCutShort || zeroDoubt !== undefined || Object.keys(signs).length + ofHundred.length > 0) ahead.drop();
  const isWhole = !isCutShort && !breaksOff;
  const counts = { rows: tally.rows, companies: companies.size };
  return { objection, signs, percentages: ofHundred, zeroDoubt, ...counts, sketch, isCutShort, isWhole };
}
