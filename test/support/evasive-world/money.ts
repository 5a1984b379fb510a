import { addDays, addMonths } from '#shared/domain/vietnamese/dates.ts';
import type { AccountFacts, Flow } from '#shared/domain/risk/facts/company-facts.ts';
import type { WorldCompany } from '#test/support/world-facts/world-company.ts';
import { between, quartersDue, type RandomSource, withFacts } from './company.ts';

export const MILLION = 1_000_000;

type NumberRange = readonly [from: number, to: number];

/** How money moves through an account. Each range excludes its end. */
export interface MoneyPace {
  /** Millions of đồng a month. */
  readonly millions: NumberRange;
  /** The outgoing money in thousandths of the incoming money. */
  readonly out: NumberRange;
  readonly minutes: NumberRange;
  readonly transactions: NumberRange;
  /** The transactions from abroad, in thousandths. */
  readonly abroad?: NumberRange;
}

/** The pace of one company within the pace of its trade. The months of one company differ less than companies do. */
export function ownPace(
  { millions, out, minutes, transactions, abroad = [0, 30] }: MoneyPace,
  chance: RandomSource,
): MoneyPace {
  const size = drawn(millions, chance);
  return {
    millions: [Math.round(size * 0.6), Math.round(size * 1.4) + 1],
    ...{ out: narrowed(out, chance), minutes: narrowed(minutes, chance), abroad: narrowed(abroad, chance) },
    transactions,
  };
}

/** A random fifth of a range. */
function narrowed([from, to]: NumberRange, chance: RandomSource): NumberRange {
  const width = Math.ceil((to - from) / 5);
  const start = from + chance.next(to - from - width + 1);
  return [start, start + width];
}

/** The flow of a month at a pace. */
export function flowAt(
  period: string,
  { millions, out, minutes, transactions, abroad }: MoneyPace,
  chance: RandomSource,
): Flow {
  const credit = drawn(millions, chance) * MILLION;
  return {
    ...{ period, credit, debit: Math.round((credit * drawn(out, chance)) / 1000) },
    ...{ transactions: drawn(transactions, chance), medianHoldMinutes: drawn(minutes, chance) },
    foreignIpShare: drawn(abroad ?? [0, 30], chance) / 1000,
  };
}

const drawn = ([from, to]: NumberRange, chance: RandomSource): number => between(chance, from, to);

/** All months from one to another, in the form `yyyy-mm`, with both ends. */
export function monthsOf(from: string, to: string): string[] {
  const months: string[] = [];
  for (let month = from; month <= to; month = addMonths(`${month}-01`, 1).slice(0, 7)) months.push(month);
  return months;
}

/** The last month for which banks have reported flows. */
export const lastReportedMonth = ({ facts }: WorldCompany): string => addMonths(facts.asOf, -1).slice(0, 7);

/** Whether a bank reported the company's money. Without a report no money is invented for the company. */
export const isCovered = ({ facts }: WorldCompany): boolean => facts.accounts.some(({ flows }) => flows.length > 0);

/** Gives each reported account the company's own pace, in the months in which the account had money. */
export function withPace(company: WorldCompany, kind: MoneyPace, chance: RandomSource): WorldCompany {
  const pace = ownPace(kind, chance);
  const accounts = company.facts.accounts.map((account) => ({
    ...account,
    flows: account.flows.map(({ period }) => flowAt(period, pace, chance)),
  }));
  return withFacts(company, { accounts });
}

/** Adds returns in time for every due quarter, and invoices of the same size. */
export function withReturns(
  company: WorldCompany,
  revenueOf: (period: string) => number,
  chance: RandomSource,
): WorldCompany {
  const returns = quartersDue(company.facts).map(({ period, by }) => ({
    ...{ period, filedOn: addDays(by, -between(chance, 1, 12)) },
    revenue: Math.max(0, Math.round(revenueOf(period))),
  }));
  const invoices = returns
    .filter(({ revenue }) => revenue > 0)
    .map(({ period, filedOn, revenue }) => ({
      ...{ period, on: addDays(filedOn, -5) },
      total: Math.round((revenue * between(chance, 93, 103)) / 100),
    }));
  return withFacts(company, { returns, invoices });
}

/**
 * Adds returns that declare a share of the incoming money. A quarter without reported money keeps its earlier return.
 */
export function withDeclaredShare(company: WorldCompany, percent: NumberRange, chance: RandomSource): WorldCompany {
  const share = drawn(percent, chance) / 100;
  const before = new Map(company.facts.returns.map(({ period, revenue }) => [period, revenue]));
  const revenueOf = (period: string) => {
    const received = receivedIn(period, company);
    return received > 0 ? (share * received * between(chance, 85, 116)) / 100 : (before.get(period) ?? 0);
  };
  return isCovered(company) ? withReturns(company, revenueOf, chance) : company;
}

function receivedIn(quarter: string, { facts }: WorldCompany): number {
  const inQuarter = ({ period }: Flow) =>
    `${period.slice(0, 4)}-Q${Math.ceil(Number(period.slice(5)) / 3)}` === quarter;
  return facts.accounts.flatMap(({ flows }) => flows.filter(inQuarter)).reduce((sum, { credit }) => sum + credit, 0);
}

const BANKS = ['970403', '970405', '970407', '970415', '970416', '970418', '970422', '970423', '970432', '970436'];

/** An account that the representative holds, at another bank than the earlier accounts. */
export function accountAt(
  company: WorldCompany,
  place: number,
  openedOn: string,
  flows: readonly Flow[],
): AccountFacts {
  const { enterpriseCode } = company.facts;
  const bank = BANKS[(Number(enterpriseCode.slice(-4)) + place) % BANKS.length] ?? '';
  return {
    ...{ accountRef: `${bank} ${enterpriseCode} ${place}`, bank, maskedNumber: '****0000', status: '1', openedOn },
    ...{ representative: 'same', phoneOwner: 'same', holder: 'same', flows },
  };
}

/** Adds insured people from one or two months after the founding. */
export function withInsured(company: WorldCompany, count: number): WorldCompany {
  const on = addDays(company.facts.registeredOn, 45);
  return withFacts(company, { insured: count > 0 && on < company.facts.asOf ? [{ on, count }] : [] });
}

/** Sets the capital and proves all of it. */
export function withPaidCapital(company: WorldCompany, charterCapital: number): WorldCompany {
  const on = addDays(company.facts.registeredOn, 50);
  const contributions = on <= company.facts.asOf ? [{ on, amount: charterCapital }] : [];
  return withFacts(company, { charterCapital, contributions });
}
