import { addDays, addMonths, type IsoDate } from '#shared/domain/vietnamese/dates.ts';
import { senderFigures } from '#shared/domain/outcomes/figures/input-figures.ts';
import type { OutcomeFigures, ReportPeriod } from '#shared/domain/outcomes/figures/outcome-figures.ts';
import { tallyOf } from '#shared/domain/outcomes/figures/tally.ts';
import { provinceReport } from '#shared/domain/outcomes/report/province-report.ts';
import type { Report, ReportKind } from '#shared/domain/outcomes/report/report.ts';
import type { LedgerSource } from './ledger-of-tables.ts';

export interface ReportRequest {
  readonly kind: ReportKind;
  readonly period: ReportPeriod;
}

/** The figures of a period and of one for comparison, from one reading of the ledger. */
async function periodFigures(
  period: ReportPeriod,
  beside: ReportPeriod,
  source: Pick<LedgerSource, 'cases'>,
): Promise<{ readonly now: OutcomeFigures; readonly before: OutcomeFigures }> {
  const [now, before] = [tallyOf(period), tallyOf(beside)];
  for await (const facts of source.cases(beside.from < period.from ? beside.from : period.from, period.to)) {
    now.add(facts);
    before.add(facts);
  }
  return { now: now.figures(), before: before.figures() };
}

/** Makes the province's report. The same ledger gives the same report. */
export async function makeReport({ kind, period }: ReportRequest, source: LedgerSource): Promise<Report> {
  const [inputs, about] = await Promise.all([source.inputs(), source.about()]);
  const { now, before } = await periodFigures(period, yearBefore(period), source);
  return provinceReport({ kind, now, before, senders: senderFigures(inputs, period), about });
}

/** The same days a year earlier; a period that ends with February ends with February there too. */
function yearBefore({ from, to }: ReportPeriod): ReportPeriod {
  const isMonthEnd = addDays(to, 1).endsWith('-01');
  const end = isMonthEnd ? addDays(addMonths(addDays(to, 1), -12), -1) : addMonths(to, -12);
  return { from: addMonths(from, -12), to: end };
}

/** The half year or the year that ended before the day. */
export function lastPeriod(kind: Exclude<ReportKind, 'ad-hoc'>, today: IsoDate): ReportPeriod {
  const year = today.slice(0, 4);
  const isSecondHalf = today.slice(5, 7) > '06';
  if (kind === '6-months' && isSecondHalf) return { from: `${year}-01-01`, to: `${year}-06-30` };
  const last = String(Number(year) - 1);
  return { from: kind === 'year' ? `${last}-01-01` : `${last}-07-01`, to: `${last}-12-31` };
}
