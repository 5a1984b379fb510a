import { addMonths, type IsoDate } from '#shared/domain/vietnamese/dates.ts';
import type { OutcomeFigures } from '#shared/domain/outcomes/figures/outcome-figures.ts';
import { tallyOf } from '#shared/domain/outcomes/figures/tally.ts';
import type { OutcomeFact } from '#shared/domain/outcomes/outcome-fact.ts';
import { inParallel } from '#shared/runtime/in-parallel.ts';
import type { Outcomes } from '#shared/tables/outcomes.ts';

/** Calendar months, `yyyy-mm`, both included. */
export interface Months {
  readonly from: string;
  readonly to: string;
}

/** A page shows no more: a year's figures come as a report. */
const MOST_MONTHS = 6;
const MATTERS_AT_ONCE = 16;
const MONTH = /^20\d{2}-(?:0[1-9]|1[0-2])$/u;

/** The months that an address asks for; this month where it asks for none that can be shown. */
export function monthsAsked(from: string | undefined, to: string | undefined, today: IsoDate): Months {
  const last = MONTH.test(to ?? '') ? (to ?? '') : today.slice(0, 7);
  const earliest = addMonths(`${last}-01`, 1 - MOST_MONTHS).slice(0, 7);
  const first = MONTH.test(from ?? '') ? (from ?? '') : last;
  return { from: first > last ? last : first < earliest ? earliest : first, to: last };
}

/** The ledger's figures of some months: what happened in them, and how what was flagged in them stands at their end. */
export async function periodFigures(
  { from, to }: Months,
  { outcomes }: { readonly outcomes: Pick<Outcomes, 'ofMonth' | 'ofMatter'> },
): Promise<OutcomeFigures> {
  const tally = tallyOf({ from: `${from}-01`, to: lastDayOf(to) });
  const matters = new Map<string, OutcomeFact[]>();
  for (let month = from; month <= to; month = addMonths(`${month}-01`, 1).slice(0, 7)) {
    for (const fact of await outcomes.ofMonth(month)) {
      const own = matters.get(fact.matter) ?? [];
      own.push(fact);
      matters.set(fact.matter, own);
    }
  }
  await inParallel([...matters], MATTERS_AT_ONCE, async ([matter, facts]) =>
    tally.add(isWhole(facts) ? facts : await outcomes.ofMatter(matter)),
  );
  return tally.figures();
}

/** Each of its notices was first told in these months: nothing of it happened before. */
function isWhole(facts: readonly OutcomeFact[]): boolean {
  const begun = new Set(facts.filter(({ kind, sequence }) => kind === 'told' && sequence === 1).map(noticeOf));
  return facts.every((fact) => fact.noticeId === undefined || begun.has(noticeOf(fact)));
}

const noticeOf = ({ noticeId }: OutcomeFact) => noticeId;
const lastDayOf = (month: string): IsoDate => {
  const [year = 0, number = 0] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10);
};
