import type { CompanyFacts } from './company-facts.ts';
import type { Returns } from './returns.ts';
import { quarterOfPeriod } from './tax-calendar.ts';

/** What went through all accounts of a company whose banks were heard. Money in đồng. */
export interface MoneyThrough {
  /** Monthly totals of accounts that money went through. */
  readonly months: number;
  readonly credit: number;
  readonly debit: number;
  /** What went out of every đồng that came in, 0…1 and more; 0 without credit. */
  readonly outShare: number;
  /** Median minutes that money stayed, averaged over accounts and months by what came in; undefined if never given. */
  readonly holdMinutes: number | undefined;
  /** Share of what came in that moved from foreign IP addresses. */
  readonly foreignShare: number;
  /** What came in within quarters that a return answers for, or should; and the revenue of all returns. */
  readonly answerable: number;
  readonly revenue: number;
  readonly firstMonth: string;
}

/** Adds up the flows of a company's accounts. */
export function moneyThrough(accounts: CompanyFacts['accounts'], { declared, due, revenue }: Returns): MoneyThrough {
  let [months, credit, debit, answerable, held, holding, foreign] = [0, 0, 0, 0, 0, 0, 0];
  let firstMonth = '';
  const duePeriods = new Set(due.map(({ period }) => period));
  for (const account of accounts) {
    for (const flow of account.flows) {
      if (flow.credit <= 0 && flow.debit <= 0) continue;
      months += 1;
      credit += flow.credit;
      debit += flow.debit;
      const quarter = quarterOfPeriod(flow.period) ?? '';
      if (declared.has(quarter) || duePeriods.has(quarter)) answerable += flow.credit;
      if (flow.medianHoldMinutes !== undefined) {
        held += flow.credit;
        holding += flow.credit * flow.medianHoldMinutes;
      }
      foreign += flow.credit * (flow.foreignIpShare ?? 0);
      if (firstMonth === '' || flow.period < firstMonth) firstMonth = flow.period;
    }
  }
  return {
    months,
    credit,
    debit,
    outShare: credit > 0 ? debit / credit : 0,
    holdMinutes: held > 0 ? holding / held : undefined,
    foreignShare: credit > 0 ? foreign / credit : 0,
    answerable,
    revenue,
    firstMonth,
  };
}
