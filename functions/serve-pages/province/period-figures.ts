import { addMonths, type IsoDate } from '#shared/domain/vietnamese/dates.ts';
import type { OutcomeFigures } from '#shared/domain/outcomes/figures/outcome-figures.ts';
import { tallyOf } from '#shared/domain/outcomes/figures/tally.ts';
import { daysOfPeriod } from '#shared/domain/vietnamese/periods.ts';
import { casesOfTables, type OutcomesRead } from '#shared/use-cases/reports/cases-of-tables.ts';

/** Calendar months, `yyyy-mm`, both included. */
export interface Months {
  readonly from: string;
  readonly to: string;
}

/** The months that are shown, and whether the address asked for more. */
interface MonthsShown extends Months {
  readonly isCut: boolean;
}

/** The most months of one page; longer periods come as a report. */
export const MONTHS_SHOWN = 12;
const MONTH = /^20\d{2}-(?:0[1-9]|1[0-2])$/u;

/** The months that the address names, or this month where it names none that can be shown. */
export function monthsAsked(from: string | undefined, to: string | undefined, today: IsoDate): MonthsShown {
  const last = MONTH.test(to ?? '') ? (to ?? '') : today.slice(0, 7);
  const earliest = addMonths(`${last}-01`, 1 - MONTHS_SHOWN).slice(0, 7);
  const first = MONTH.test(from ?? '') ? (from ?? '') : last;
  const isCut = first < earliest;
  return { from: first > last ? last : isCut ? earliest : first, to: last, isCut };
}

/**
 * The ledger's figures of some months: what happened in them, and the state at their end of what was flagged in them.
 * Only the report says how long money arrived before a flag, because this needs one more read for each case.
 */
export async function periodFigures(
  { from, to }: Months,
  { outcomes }: { readonly outcomes: OutcomesRead },
): Promise<OutcomeFigures> {
  const period = { from: `${from}-01`, to: daysOfPeriod(to).to };
  const tally = tallyOf(period);
  for await (const facts of casesOfTables(period.from, period.to, outcomes)) tally.add(facts);
  return tally.figures();
}
