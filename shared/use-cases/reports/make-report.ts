import { addDays, addMonths, type IsoDate } from '#shared/domain/vietnamese/dates.ts';
import { senderFigures } from '#shared/domain/outcomes/figures/input-figures.ts';
import type { OutcomeFigures, ReportPeriod } from '#shared/domain/outcomes/figures/outcome-figures.ts';
import { tallyOf } from '#shared/domain/outcomes/figures/tally.ts';
import { driftReport } from '#shared/domain/outcomes/report/drift-report.ts';
import { ownReport, sendersWithFigures } from '#shared/domain/outcomes/report/own-report.ts';
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

/** A period's reports: the province's, and each sender's own by its id. */
export interface Reports {
  readonly province: Report;
  readonly own: ReadonlyMap<string, Report>;
}

/** Makes the province's report and each sender's own. The same ledger gives the same reports. */
export async function makeReports({ kind, period }: ReportRequest, source: LedgerSource): Promise<Reports> {
  const [inputs, about] = await Promise.all([source.inputs(), source.about()]);
  const { now, before } = await periodFigures(
    period,
    kind === 'month' ? yearUntil(period) : yearBefore(period),
    source,
  );
  const province =
    kind === 'month'
      ? driftReport({ now, year: before, inputs, about })
      : provinceReport({ kind, now, before, senders: senderFigures(inputs, period), about });
  const own = sendersWithFigures(now, inputs).map(
    (sender) => [sender, ownReport({ sender, figures: now, inputs, madeFrom: about.asOf })] as const,
  );
  return { province, own: new Map(own) };
}

/** The twelve months that end with the period. */
const yearUntil = ({ to }: ReportPeriod): ReportPeriod => ({ from: addDays(addMonths(to, -12), 1), to });

/** The same days a year earlier; a period that ends with February ends with February there too. */
function yearBefore({ from, to }: ReportPeriod): ReportPeriod {
  const isMonthEnd = addDays(to, 1).endsWith('-01');
  const end = isMonthEnd ? addDays(addMonths(addDays(to, 1), -12), -1) : addMonths(to, -12);
  return { from: addMonths(from, -12), to: end };
}

/** The half year, the year or the month that ended before the day. */
export function lastPeriod(kind: Exclude<ReportKind, 'ad-hoc'>, today: IsoDate): ReportPeriod {
  if (kind === 'month') {
    const to = addDays(`${today.slice(0, 7)}-01`, -1);
    return { from: `${to.slice(0, 7)}-01`, to };
  }
  const year = today.slice(0, 4);
  const isSecondHalf = today.slice(5, 7) > '06';
  if (kind === '6-months' && isSecondHalf) return { from: `${year}-01-01`, to: `${year}-06-30` };
  const last = String(Number(year) - 1);
  return { from: kind === 'year' ? `${last}-01-01` : `${last}-07-01`, to: `${last}-12-31` };
}
