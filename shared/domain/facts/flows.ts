import type { AccountFacts, Flow } from './company-facts.ts';
import type { Returns } from './returns.ts';
import { quarterOfPeriod } from './tax-calendar.ts';

/** What went through accounts in some months. Money in đồng. */
export interface Stretch {
  /** Calendar months that money went through. */
  readonly months: number;
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
  /** `yyyy-mm`; empty where nothing went through. */
  readonly firstMonth: string;
  /** The last months that money went through, at most three; and those before, if there are any. */
  readonly lately: Stretch;
  readonly before: Stretch | undefined;
}

const LATELY_MONTHS = 3;

/** Adds up the flows of a company's accounts. */
export function moneyThrough(accounts: readonly AccountFacts[], returns: Returns): MoneyThrough {
  const flows: Flow[] = [];
  for (const account of accounts) {
    for (const flow of account.flows) if (flow.credit > 0 || flow.debit > 0) flows.push(flow);
  }
  if (flows.length === 0) return NOTHING;
  const months = [...new Set(flows.map(({ period }) => period))].sort();
  const all = stretchOf(flows, months.length);
  const since = months.at(-LATELY_MONTHS) ?? '';
  const longer = months.length > LATELY_MONTHS;
  let [foreign, answerable] = [0, 0];
  for (const { credit, foreignIpShare, period } of flows) {
    foreign += credit * (foreignIpShare ?? 0);
    if (isAnswered(quarterOfPeriod(period), returns)) answerable += credit;
  }
  return {
    ...all,
    foreignShare: all.credit > 0 ? foreign / all.credit : 0,
    answerable,
    revenue: returns.revenue,
    firstMonth: months[0] ?? '',
    lately: longer
      ? stretchOf(
          flows.filter(({ period }) => period >= since),
          LATELY_MONTHS,
        )
      : all,
    before: longer
      ? stretchOf(
          flows.filter(({ period }) => period < since),
          months.length - LATELY_MONTHS,
        )
      : undefined,
  };
}

const EMPTY: Stretch = { months: 0, credit: 0, debit: 0, outShare: 0, holdMinutes: undefined };
const NOTHING: MoneyThrough = {
  ...EMPTY,
  foreignShare: 0,
  answerable: 0,
  revenue: 0,
  firstMonth: '',
  lately: EMPTY,
  before: undefined,
};

function stretchOf(flows: readonly Flow[], months: number): Stretch {
  let [credit, debit, held, holding] = [0, 0, 0, 0];
  for (const flow of flows) {
    credit += flow.credit;
    debit += flow.debit;
    if (flow.medianHoldMinutes === undefined) continue;
    held += flow.credit;
    holding += flow.credit * flow.medianHoldMinutes;
  }
  return {
    months,
    credit,
    debit,
    outShare: credit > 0 ? debit / credit : 0,
    holdMinutes: held > 0 ? holding / held : undefined,
  };
}

const isAnswered = (quarter: string | undefined, { declared, due }: Returns): boolean =>
  quarter !== undefined && (declared.has(quarter) || due.some(({ period }) => period === quarter));
