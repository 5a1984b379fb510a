import type { AccountFacts, Flow } from './company-facts.ts';
import { isAnswered, type Returns } from './returns.ts';
import { quarterNumber } from './tax-calendar.ts';

/** What went through accounts in some months. Money in đồng. */
export interface Stretch {
  /** Calendar months that money went through. */
  readonly months: number;
  /** The first and the last of them, `yyyy-mm`; empty where nothing went through. */
  readonly from: string;
  readonly to: string;
  readonly credit: number;
  readonly debit: number;
  /** What went out of every đồng that came in, 0…1 and more; 0 without credit. */
  readonly outShare: number;
  /** Median minutes that money stayed, averaged by what came in; undefined if never given. */
  readonly holdMinutes: number | undefined;
}

/** What went through all accounts of a company whose banks were heard. */
export interface MoneyThrough extends Stretch {
  /** Share of what came in that moved from foreign IP addresses. */
  readonly foreignShare: number;
  /** What came in within quarters that a return answers for, or should; and the revenue of all returns. */
  readonly answerable: number;
  readonly revenue: number;
  /** The last months that money went through, at most three; and those before, if there are any. */
  readonly lately: Stretch;
  readonly before: Stretch | undefined;
}

const KEEPS = 0.92;
const FAST_MINUTES = 180;

/** Hardly any of it rested. */
export const isFast = ({ holdMinutes }: Stretch): boolean => holdMinutes !== undefined && holdMinutes <= FAST_MINUTES;

/** Some of it stays, and none of it rushes through. */
export const keepsMoney = (stretch: Stretch): boolean => stretch.outShare < KEEPS && !isFast(stretch);

const LATELY_MONTHS = 3;

/** Adds up the flows of a company's accounts, month by month. */
export function moneyThrough(accounts: readonly AccountFacts[], returns: Returns): MoneyThrough {
  const months: Month[] = [];
  let foreign = 0;
  for (const { flows } of accounts) {
    for (const flow of flows) {
      if (flow.credit <= 0 && flow.debit <= 0) continue;
      add(flow, monthOf(flow.period, months));
      foreign += flow.credit * (flow.foreignIpShare ?? 0);
    }
  }
  months.sort((a, b) => (a.period < b.period ? -1 : 1));
  let answerable = 0;
  for (const { period, credit } of months) if (isAnswered(returns, quarterNumber(period) ?? 0)) answerable += credit;
  const all = stretchOf(months);
  const isLong = months.length > LATELY_MONTHS;
  return {
    ...all,
    foreignShare: all.credit > 0 ? foreign / all.credit : 0,
    answerable,
    revenue: returns.revenue,
    lately: isLong ? stretchOf(months.slice(-LATELY_MONTHS)) : all,
    before: isLong ? stretchOf(months.slice(0, -LATELY_MONTHS)) : undefined,
  };
}

/** What went through in one month; `held`: what of it came in where the bank said how long money stayed. */
interface Month {
  readonly period: string;
  credit: number;
  debit: number;
  held: number;
  holding: number;
}

function monthOf(period: string, months: Month[]): Month {
  for (const month of months) if (month.period === period) return month;
  const month = { period, credit: 0, debit: 0, held: 0, holding: 0 };
  months.push(month);
  return month;
}

function add({ credit, debit, medianHoldMinutes }: Flow, month: Month): void {
  month.credit += credit;
  month.debit += debit;
  if (medianHoldMinutes === undefined) return;
  month.held += credit;
  month.holding += credit * medianHoldMinutes;
}

/** @param months in order */
function stretchOf(months: readonly Month[]): Stretch {
  let credit = 0;
  let debit = 0;
  let held = 0;
  let holding = 0;
  for (const month of months) {
    credit += month.credit;
    debit += month.debit;
    held += month.held;
    holding += month.holding;
  }
  return {
    months: months.length,
    from: months[0]?.period ?? '',
    to: months.at(-1)?.period ?? '',
    credit,
    debit,
    outShare: credit > 0 ? debit / credit : 0,
    holdMinutes: held > 0 ? holding / held : undefined,
  };
}
