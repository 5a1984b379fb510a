import { endOf, periodIn, plusDays, quarterOf, quartersIn, sum } from './days-and-quarters.ts';
import { allBanks, monthsOf } from './money-figures.ts';
import type { Right, Said } from './sentence-class.ts';
import { type Known, when } from './shown.ts';
import type { World } from './world.ts';
import type { Company } from './company.ts';

/** The returns and invoices by quarter. A year's return fills the quarters without one; its invoices have no quarter. */
export function sales(company: Company) {
  const byQuarter = (kind: string) => {
    const by = new Map<string, number>();
    const told = company.signals(kind).map(({ note, amount = 0 }) => ({ period: periodIn(note), amount }));
    const years = told.filter(({ period }) => period.length === 4);
    for (const { period, amount } of told) {
      const [quarter = ''] = quartersIn(period);
      if (period.length > 4) by.set(quarter, (by.get(quarter) ?? 0) + amount);
    }
    for (const { period, amount } of years) {
      const without = quartersIn(period).filter((quarter) => !by.has(quarter));
      const rest = amount - sum(quartersIn(period), (quarter) => by.get(quarter));
      if (kind === 'HOA_DON') by.set(period, amount);
      else for (const quarter of without) by.set(quarter, Math.max(0, rest) / without.length);
    }
    return by;
  };
  const [declared, invoiced] = [byQuarter('TO_KHAI_THUE'), byQuarter('HOA_DON')];
  const total = (by: ReadonlyMap<string, number>, isMeant: (quarter: string) => boolean = () => true) =>
    sum([...by], ([quarter, amount]) => (isMeant(quarter) ? amount : 0));
  return { declared, invoiced, total };
}

/** The last days for the return of a quarter and 90 days more, from which an unfiled one is overdue. */
export function isOverdue(quarter: string, company: Company, { returnsSince, returnsUntil }: World): boolean {
  const due = plusDays(endOf(quarter), 31);
  const start = `${quarter.slice(0, 4)}-${String(Number(quarter.at(-1)) * 3 - 2).padStart(2, '0')}-01`;
  const suspended = company.signals('TRANG_THAI_PHAP_LY').find(({ value }) => value === '2')?.on ?? '9999';
  return (
    due >= returnsSince &&
    company.registeredOn <= start &&
    plusDays(due, 90) <= returnsUntil &&
    quarter < quarterOf(suspended)
  );
}

/** The quarters of which a return says no revenue. */
export const unknownQuarters = (company: Company): ReadonlySet<string> =>
  new Set(
    company.signals('TO_KHAI_THUE').flatMap((one) => (one.amount === undefined ? quartersIn(periodIn(one.note)) : [])),
  );

/** The returns of nought and the overdue quarters without a return, among the quarters that a sentence means. */
export function withoutSales(isMeant: (quarter: string) => boolean, company: Company, world: World): Right {
  const { declared } = sales(company);
  const unknown = unknownQuarters(company);
  const filed = [...declared].filter(([quarter]) => isMeant(quarter));
  const quarters = new Set([...Array(80).keys()].map((n) => quarterOf(plusDays(company.registeredOn, n * 31))));
  return {
    nought: filed.some(([quarter, sold]) => sold > 0 || unknown.has(quarter)) ? Number.NaN : filed.length,
    owedThen: [...quarters].filter(
      (quarter) => isMeant(quarter) && !declared.has(quarter) && isOverdue(quarter, company, world),
    ).length,
  };
}

export function declaredOf(said: Said, company: Company, world: World): Right {
  const { declared, total } = sales(company);
  const [from, to] = [when(said.fromQuarter ?? said.quarter), when(said.toQuarter ?? said.quarter)];
  const months = monthsOf(company.months);
  const isAnswered = (quarter: string) => declared.has(quarter) || isOverdue(quarter, company, world);
  const inside = months.filter(({ period }) => isAnswered(quarterOf(period)));
  const quarters = [...new Set(inside.map(({ period }) => quarterOf(period)))];
  const filed = quarters.filter((quarter) => declared.has(quarter)).length;
  const credit = sum(inside, (one) => one.credit) - sum(company.signals('GOP_VON'), (one) => one.amount);
  const revenue = total(declared, (quarter) => quarter >= from && quarter <= to);
  return {
    fromQuarter: quarters[0],
    toQuarter: quarters.at(-1),
    quarter: quarters[0],
    filed,
    owed: quarters.length - filed,
    credit,
    revenue,
    share: (revenue / credit) * 100,
    banks: allBanks(company),
    unanswered: sum(months, (one) => (inside.includes(one) ? 0 : one.credit)),
  };
}

export const staff = ({ signals }: Company): number => signals('BHXH').at(-1)?.amount ?? 0;

export const capitalIn = (said: Said, { capital }: Company): Known =>
  said.capital === undefined ? undefined : capital;
