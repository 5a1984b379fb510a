import type { AccountFacts, Flow } from './company-facts.ts';
import { isAnswered, type Returns } from './returns.ts';
import { quarterNumber } from './tax-calendar.ts';

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

const KEEPS = 0.92;
const FAST_MINUTES = 180;

/** Hardly any of it rested. */
export const isFast = ({ holdMinutes }: Stretch): boolean => holdMinutes !== undefined && holdMinutes <= FAST_MINUTES;

/** Some of it stays, and none of it rushes through. */
export const keepsMoney = (stretch: Stretch): boolean => stretch.outShare < KEEPS && !isFast(stretch);

const LATELY_MONTHS = 3;

/** Adds up the flows of a company's accounts. */
export function moneyThrough(accounts: readonly AccountFacts[], returns: Returns): MoneyThrough {
  const months: string[] = [];
  const sum = new Sum();
  let [foreign, answerable] = [0, 0];
  for (const { flows } of accounts) {
    for (const flow of flows) {
      if (flow.credit <= 0 && flow.debit <= 0) continue;
      if (!months.includes(flow.period)) months.push(flow.period);
      sum.add(flow);
      foreign += flow.credit * (flow.foreignIpShare ?? 0);
      if (isAnswered(returns, quarterNumber(flow.period) ?? 0)) answerable += flow.credit;
    }
  }
  if (months.length === 0) return NOTHING;
  months.sort();
  const { credit, debit, outShare, holdMinutes } = sum.over(months.length);
  const { lately, before } = latelyAndBefore(accounts, months, sum);
  return {
    months: months.length,
    credit,
    debit,
    outShare,
    holdMinutes,
    foreignShare: credit > 0 ? foreign / credit : 0,
    answerable,
    revenue: returns.revenue,
    firstMonth: months[0] ?? '',
    lately,
    before,
  };
}

function latelyAndBefore(
  accounts: readonly AccountFacts[],
  months: readonly string[],
  all: Sum,
): Pick<MoneyThrough, 'lately' | 'before'> {
  if (months.length <= LATELY_MONTHS) return { lately: all.over(months.length), before: undefined };
  const since = months.at(-LATELY_MONTHS) ?? '';
  const [lately, before] = [new Sum(), new Sum()];
  for (const { flows } of accounts) for (const flow of flows) (flow.period >= since ? lately : before).add(flow);
  return { lately: lately.over(LATELY_MONTHS), before: before.over(months.length - LATELY_MONTHS) };
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

/** Running totals of a stretch. */
class Sum {
  private credit = 0;
  private debit = 0;
  private held = 0;
  private holding = 0;

  add({ credit, debit, medianHoldMinutes }: Flow): void {
    this.credit += credit;
    this.debit += debit;
    if (medianHoldMinutes === undefined) return;
    this.held += credit;
    this.holding += credit * medianHoldMinutes;
  }

  over(months: number): Stretch {
    const { credit, debit, held, holding } = this;
    return {
      months,
      credit,
      debit,
      outShare: credit > 0 ? debit / credit : 0,
      holdMinutes: held > 0 ? holding / held : undefined,
    };
  }
}
