import { addDays, addMonths } from '#shared/domain/vietnamese/dates.ts';
import { worldRows } from '#test/support/world-rows.ts';
import { tellsFlow } from './account-rows.ts';

/** The last day of the month in which banks sent their latest totals, which is the month after. */
export async function asOfIn(folder: string): Promise<string> {
  const periods = (await worldRows(folder, 'accounts')).filter(tellsFlow).map(({ period = '' }) => period);
  const last = periods.reduce((latest, period) => (period > latest ? period : latest), '');
  return addDays(addMonths(`${last.slice(0, 7)}-01`, 2), -1);
}
