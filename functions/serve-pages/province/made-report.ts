import { REPORT_FILES, REPORTS, reportFolder } from '#shared/contracts/report-files.ts';
import { daysOfPeriod } from '#shared/domain/vietnamese/periods.ts';
import type { ServePagesPorts } from '../ports.ts';
import type { Months } from './period-figures.ts';

export const daysOf = ({ from, to }: Months) => ({ from: `${from}-01`, to: daysOfPeriod(to).to });

/** The key of a file of the report that the desk asks for. */
export const keyOfReport = (months: Months, form: keyof typeof REPORT_FILES): string =>
  `${REPORTS}${reportFolder('ad-hoc', daysOf(months))}/${REPORT_FILES[form]}`;

/** Whether the report of some months is there, by the file that is written last of its two. */
export const isReportMade = async (
  months: Months,
  { objects, evidenceBucket }: Pick<ServePagesPorts, 'objects' | 'evidenceBucket'>,
): Promise<boolean> => (await objects.found(evidenceBucket, keyOfReport(months, 'xlsx'))) !== undefined;
