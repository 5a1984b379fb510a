import { MEASURE_NAMES, MEASURES } from '#shared/domain/risk/measure.ts';
import { formatDate, type IsoDate } from '#shared/domain/vietnamese/dates.ts';
import type { ReportPeriod } from '../figures/outcome-figures.ts';
import { type ReportTable, tableOf } from './report.ts';

/** A measure that was switched, by its document. */
export interface MeasureSwitch {
  readonly measure: string;
  readonly to: 'on' | 'off';
  /** The day of the switch (Asia/Ho_Chi_Minh). */
  readonly on: IsoDate;
  /** The number of the document that directed the switch. */
  readonly number: string;
  readonly date: IsoDate;
}

/** The measures as they stand on the day of the data, and how they were switched until then. */
export interface MeasureHistory {
  readonly measures: readonly string[];
  /** The oldest first. */
  readonly switched?: readonly MeasureSwitch[] | undefined;
}

/**
 * The days of a period on which a measure was on: the day of a switch counts as a day on if the measure was on before
 * or after the switch.
 */
export function spansOn(measure: string, known: MeasureHistory, { from, to }: ReportPeriod): ReportPeriod[] {
  const own = (known.switched ?? []).filter((one) => one.measure === measure);
  const spans: ReportPeriod[] = [];
  let until: IsoDate | undefined = known.measures.includes(measure) ? to : undefined;
  for (const { to: state, on } of own.toReversed()) {
    if (state === 'off') until = on;
    else if (until !== undefined) {
      spans.unshift({ from: on, to: until });
      until = undefined;
    }
  }
  if (until !== undefined) spans.unshift({ from, to: until });
  return spans
    .map((span) => ({ from: span.from > from ? span.from : from, to: span.to < to ? span.to : to }))
    .filter((span) => span.from <= span.to);
}

/** The directed measures one by one: on which days of the period each was on, and by which documents it was switched. */
export const measuresInPeriod = (known: MeasureHistory, period: ReportPeriod): ReportTable =>
  tableOf({ name: 'Biện pháp có chỉ đạo', title: 'Biện pháp chỉ thực hiện khi có chỉ đạo, trong kỳ' }, MEASURES, [
    ['Biện pháp', 42, 'text', (measure) => MEASURE_NAMES[measure]],
    ['Thực hiện', 28, 'text', (measure) => daysInWords(spansOn(measure, known, period), period)],
    ['Văn bản bật, tắt trong kỳ', 30, 'text', (measure) => documentsOf(measure, known, period)],
  ]);

function daysInWords(spans: readonly ReportPeriod[], period: ReportPeriod): string {
  const [first] = spans;
  if (!first) return 'không thực hiện';
  if (first.from === period.from && first.to === period.to) return 'cả kỳ';
  return spans.map(({ from, to }) => `${formatDate(from)} đến ${formatDate(to)}`).join('; ');
}

const documentsOf = (measure: string, { switched = [] }: MeasureHistory, { from, to }: ReportPeriod): string =>
  switched
    .filter((one) => one.measure === measure && one.on >= from && one.on <= to)
    .map(({ to: state, number, date, on }) => {
      const what = state === 'on' ? 'bật' : 'tắt';
      return `${what} ${formatDate(on)}: ${number} ngày ${formatDate(date)}`;
    })
    .join('; ');
