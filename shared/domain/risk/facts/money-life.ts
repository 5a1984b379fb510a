import { addDays, daysBetween, type IsoDate } from '#shared/domain/vietnamese/dates.ts';
import { periodEnd } from '#shared/domain/vietnamese/periods.ts';
import type { AccountFacts, CompanyFacts } from './company-facts.ts';
import type { Month } from './flows.ts';
import { PASS_THROUGH } from './pass-through.ts';
import { isReturnFiledOrDue, type Returns } from './returns.ts';
import { quarterOfMonth } from './tax-calendar.ts';

/** When money worth asking about went through a company's accounts, and whether any business lies around it. Đồng. */
export interface MoneyLife {
  /** The first and the last month of such money, `yyyy-mm`, and how many there are. */
  readonly firstMonth: string;
  readonly lastMonth: string;
  readonly months: number;
  readonly credit: number;
  /** The largest month. */
  readonly largest: number;
  /** Days from registration to the first day of the first month, 0 in the month of registration. */
  readonly ageThen: number;
  /** The day until which all banks that reported it are covered, where that is long after the last month. */
  readonly silentUntil: IsoDate | undefined;
  /** Revenue declared of quarters before the first month's, and after the last month's. */
  readonly soldBefore: number;
  readonly soldAfter: number;
}

/** Three covered months without incoming money. */
const SILENT_DAYS = 89;

/** Reads it from the months of all accounts; undefined where no month brought enough. */
export function moneyLifeOf(
  facts: Pick<CompanyFacts, 'registeredOn' | 'accounts' | 'coverage'>,
  all: readonly Month[],
  returns: Returns,
): MoneyLife | undefined {
  let [first, last]: (Month | undefined)[] = [undefined, undefined];
  let [months, credit, largest] = [0, 0, 0];
  for (const month of all) {
    if (month.credit < PASS_THROUGH.month) continue;
    first ??= month;
    last = month;
    months += 1;
    credit += month.credit;
    largest = Math.max(largest, month.credit);
  }
  if (first === undefined || last === undefined) return undefined;
  const [firstMonth, lastMonth] = [first.period, last.period];
  const [from, to] = [quarterOfMonth(firstMonth), quarterOfMonth(lastMonth)];
  let [soldBefore, soldAfter] = [0, 0];
  for (const { quarter, revenue } of returns.declared) {
    if (quarter < from) soldBefore += revenue;
    if (quarter > to) soldAfter += revenue;
  }
  return {
    firstMonth,
    lastMonth,
    months,
    credit,
    largest,
    ageThen: Math.max(0, daysBetween(facts.registeredOn, `${firstMonth}-01`)),
    silentUntil: silentUntil(facts, lastMonth),
    soldBefore,
    soldAfter,
  };
}

/** A bank that is not covered beyond the last month leaves open what came after. */
function silentUntil(
  { accounts, coverage }: Pick<CompanyFacts, 'accounts' | 'coverage'>,
  lastMonth: string,
): IsoDate | undefined {
  let until: IsoDate | undefined;
  for (const { bank, flows } of accounts) {
    if (!flows.some(isMuch)) continue;
    const to = coverage.flows[bank]?.to;
    if (to === undefined) return undefined;
    if (until === undefined || to < until) until = to;
  }
  return until !== undefined && until >= addDays(periodEnd(lastMonth), SILENT_DAYS) ? until : undefined;
}

const isMuch = ({ credit }: AccountFacts['flows'][number]): boolean => credit >= PASS_THROUGH.month;

/** Returns of quarters since the first money fell due, so many, and not one return was ever filed. */
export function returnsNeverFiled({ firstMonth }: MoneyLife, returns: Returns): number {
  if (returns.declared.length > 0) return 0;
  let due = 0;
  const from = Math.max(returns.dueFrom, quarterOfMonth(firstMonth));
  for (let quarter = from; quarter <= returns.dueTo; quarter += 1) if (isReturnFiledOrDue(returns, quarter)) due += 1;
  return due;
}
