import { formatDate } from '#shared/domain/vietnamese/dates.ts';
import { daysOfPeriod } from '#shared/domain/vietnamese/periods.ts';
import type { FindingPeriod } from '#shared/domain/risk/rules/finding-period.ts';
import type { LeftOutRows, SourcedRow, SourceKind } from './sources.ts';

/** The feeds whose rows belong to a time. */
const TIMED: ReadonlySet<SourcedRow['feed']> = new Set(['flows', 'counterparties', 'activities']);

/** A row that is shown, or rows that are left out. */
type DatedRows = SourceKind & Partial<Pick<SourcedRow, 'period'> & Pick<LeftOutRows, 'days'>>;

/** Whether a row belongs to a time. */
export const hasPeriod = ({ feed, period, days }: DatedRows): boolean =>
  (period ?? days) !== undefined && TIMED.has(feed);

/** The time of a finding whose evidence has none: the time of its rows. Undefined where these have none either. */
export function periodOfRows(rows: readonly DatedRows[]): FindingPeriod | undefined {
  const spans = rows.flatMap(({ period, days }) => days ?? (period === undefined ? [] : [daysOfPeriod(period)]));
  const [from] = spans.map((span) => span.from).sort();
  const to = spans
    .map((span) => span.to)
    .sort()
    .at(-1);
  if (from === undefined || to === undefined) return undefined;
  const text = `theo các dòng nguồn, từ ${formatDate(from)} đến ${formatDate(to)}`;
  return { text, until: to };
}
