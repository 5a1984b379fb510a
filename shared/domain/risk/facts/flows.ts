import type { IsoDate } from '#shared/domain/vietnamese/dates.ts';
import type { AccountFacts, Flow } from './company-facts.ts';
import { isAnswered, type Returns } from './returns.ts';
import { quarterOfMonth } from './tax-calendar.ts';

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
  /** The mean, weighted by what came in, of the months' medians of minutes that money stayed; undefined if never given. */
  readonly holdMinutes: number | undefined;
}

/** What went through all accounts of a company whose banks were heard. */
export interface MoneyThrough extends Stretch {
  /** Share of the transactions that came from foreign IP addresses, over the rows that tell both; 0 where none does. */
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

/** Known to have rested: most of it for longer, or, where nobody says how long, some of it still. */
export const rested = (stretch: Stretch): boolean =>
  keepsMoney(stretch) || (stretch.holdMinutes !== undefined && !isFast(stretch));

const LATELY_MONTHS = 3;

/** What went through one account. */
export function stretchOfAccount(account: AccountFacts): Stretch {
  const flows = monthAfterMonth([account]);
  return stretchOf(flows, 0, flows.length);
}

/** Adds up the flows of a company's accounts. */
export function moneyThrough(accounts: readonly AccountFacts[], returns: Returns): MoneyThrough {
  const flows = monthAfterMonth(accounts);
  let answerable = 0;
  for (const { period, credit } of flows) if (isAnswered(returns, quarterOfMonth(period))) answerable += credit;
  const all = stretchOf(flows, 0, flows.length);
  const latelyFrom = all.months > LATELY_MONTHS ? startOfLast(LATELY_MONTHS, flows) : 0;
  const { months, from, to, credit, debit, outShare, holdMinutes } = all;
  return {
    months,
    from,
    to,
    credit,
    debit,
    outShare,
    holdMinutes,
    foreignShare: foreignShareOf(accounts),
    answerable,
    revenue: returns.revenue,
    lately: latelyFrom > 0 ? stretchOf(flows, latelyFrom, flows.length) : all,
    before: latelyFrom > 0 ? stretchOf(flows, 0, latelyFrom) : undefined,
  };
}

function foreignShareOf(accounts: readonly AccountFacts[]): number {
  let foreign = 0;
  let all = 0;
  for (const { flows } of accounts) {
    for (const { transactions, foreignIpShare } of flows) {
      if (transactions === undefined || foreignIpShare === undefined) continue;
      foreign += transactions * foreignIpShare;
      all += transactions;
    }
  }
  return all > 0 ? foreign / all : 0;
}

/** What went through accounts before a month, and from it on. */
export function stretchesAround(month: string, accounts: readonly AccountFacts[]): [before: Stretch, since: Stretch] {
  const flows = monthAfterMonth(accounts);
  const found = flows.findIndex(({ period }) => period >= month);
  const start = found < 0 ? flows.length : found;
  return [stretchOf(flows, 0, start), stretchOf(flows, start, flows.length)];
}

/** The smallest share that went out of what a month brought in; 0 where none brought anything. */
export function leastOutShare(accounts: readonly AccountFacts[]): number {
  const flows = monthAfterMonth(accounts);
  let least = Number.POSITIVE_INFINITY;
  for (let start = 0; start < flows.length; ) {
    let end = start + 1;
    while (periodAt(end, flows) === periodAt(start, flows)) end += 1;
    const month = stretchOf(flows, start, end);
    if (month.credit > 0) least = Math.min(least, month.outShare);
    start = end;
  }
  return Number.isFinite(least) ? least : 0;
}

/** Since when the first of the accounts through which money moved has been open, where that is known and before a day. */
export function openedBefore(day: IsoDate, accounts: readonly AccountFacts[]): IsoDate | undefined {
  let first = day;
  for (const { openedOn, flows } of accounts)
    if (openedOn !== undefined && openedOn < first && flows.some(hasMoved)) first = openedOn;
  return first < day ? first : undefined;
}

/** What moved at all, oldest first. */
function monthAfterMonth(accounts: readonly AccountFacts[]): readonly Flow[] {
  let ordered: readonly Flow[] = [];
  for (const { flows } of accounts) ordered = merged(ordered, oldestFirst(flows));
  return ordered;
}

/** One account's flows are mostly so already. */
function oldestFirst(flows: readonly Flow[]): readonly Flow[] {
  let last = '';
  for (const flow of flows) {
    if (!hasMoved(flow) || flow.period < last) return flows.filter(hasMoved).sort(byMonth);
    last = flow.period;
  }
  return flows;
}

const byMonth = (one: Flow, other: Flow): number =>
  one.period === other.period ? 0 : one.period < other.period ? -1 : 1;

/** An account's interest and fees (lãi, phí) come to less in a month: they are no month of business. */
export const MOVED = 1_000_000;

const hasMoved = ({ credit, debit }: Flow): boolean => credit >= MOVED || debit >= MOVED;

/** Most companies have one account: its flows are taken as they are. */
function merged(some: readonly Flow[], more: readonly Flow[]): readonly Flow[] {
  if (some.length === 0) return more;
  const ordered: Flow[] = [];
  let taken = 0;
  for (const flow of some) {
    taken = take(more, taken, flow.period, ordered);
    ordered.push(flow);
  }
  take(more, taken, END, ordered);
  return ordered;
}

/** Takes flows before a month, from a place on; gives the place of the next. */
function take(flows: readonly Flow[], from: number, before: string, ordered: Flow[]): number {
  let place = from;
  for (let flow = flows[place]; flow && flow.period < before; flow = flows[place]) {
    ordered.push(flow);
    place += 1;
  }
  return place;
}

/** Later than any month. */
const END = '~';

const periodAt = (place: number, flows: readonly Flow[]): string => flows[place]?.period ?? '';

/** Where the last so many months begin. */
function startOfLast(months: number, flows: readonly Flow[]): number {
  let place = flows.length;
  for (let left = months; left > 0; left -= 1) {
    const period = periodAt(place - 1, flows);
    while (place > 0 && periodAt(place - 1, flows) === period) place -= 1;
  }
  return place;
}

/** Sums over flows from one place to another. */
function stretchOf(flows: readonly Flow[], start: number, end: number): Stretch {
  let months = 0;
  let last = '';
  let credit = 0;
  let debit = 0;
  let held = 0;
  let holding = 0;
  for (let place = start; place < end; place += 1) {
    const flow = flows[place];
    if (!flow) break;
    credit += flow.credit;
    debit += flow.debit;
    if (flow.medianHoldMinutes !== undefined) {
      held += flow.credit;
      holding += flow.credit * flow.medianHoldMinutes;
    }
    if (flow.period !== last) months += 1;
    last = flow.period;
  }
  return {
    months,
    from: start < end ? periodAt(start, flows) : '',
    to: last,
    credit,
    debit,
    outShare: credit > 0 ? debit / credit : 0,
    holdMinutes: held > 0 ? holding / held : undefined,
  };
}
