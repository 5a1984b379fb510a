import type { AccountFacts } from './company-facts.ts';
import { isMoved, type Month, monthsOf, type FlowTotals, flowTotalsOf } from './flows.ts';

/** How soon money leaves: within minutes, within the hour, within hours, later, or unknown. */
export type HoldPace = 'minutes' | 'hour' | 'hours' | 'slow' | 'unknown';
/** How much passed through and for how long: too little to ask about, little or in one or two months, or much over several months. */
export type Volume = 'little' | 'brief' | 'much';
/** Whether every month kept the same slice of what came in. `short`: too few months to tell more than that they agree. */
export type Evenness = 'even' | 'short' | 'uneven';
/** What stayed: a trade's share, a middleman's margin, a slice as of a commission, or nothing at all. */
export type Remainder = 'kept' | 'margin' | 'slice' | 'nothing';

/** A period of the money through a company's accounts, classified once for all rules that ask about it. */
export interface PassThrough extends FlowTotals {
  readonly pace: HoldPace;
  readonly volume: Volume;
  readonly evenness: Evenness;
  readonly remainder: Remainder;
  /** Months that were large enough to be compared, and the smallest and largest share that left in one of them. */
  readonly monthsCompared: number;
  readonly leastOutShare: number;
  readonly mostOutShare: number;
  /** Of one account alone, which; else of all accounts. */
  readonly accountRef?: string | undefined;
}

/** Every threshold of pass-through stands here and nowhere else. Money in đồng, time in minutes, shares 0…1. */
export const PASS_THROUGH = {
  /** Money that leaves within so many minutes has paid no supplier. */
  minutes: 20,
  /** Within so many hardly a trade has. */
  hour: 60,
  /** The minutes within which a middleman pays on what he received: more than half a working day. */
  hours: 300,
  /** Less money than this is no question. */
  small: 100_000_000,
  /** From here, and from three months on, it is much. */
  large: 500_000_000,
  severalMonths: 3,
  /** A month that brought less is left out when months are compared. */
  month: 20_000_000,
  /** From this many compared months on, agreement by chance is unlikely. */
  evenMonths: 4,
  /** A month agrees with the whole where their shares differ by no more. */
  spread: 0.02,
  /** So many of the compared months agree. */
  agreeing: 0.9,
  /** A company that keeps a greater share has a margin of trade, or costs of its own. */
  kept: 0.9,
  /** Whoever keeps less keeps a slice; more is a middleman's margin too. */
  margin: 0.95,
  /** Whoever keeps less keeps nothing: a group's pooled cash does so, and so does a month's end at a trader. */
  nothing: 0.995,
  /** Beyond this older money left as well. */
  beyond: 1.005,
} as const;

/** Classifies a stretch of months. */
export function classifyPassThrough(months: readonly Month[], accountRef?: string): PassThrough {
  const stretch = flowTotalsOf(months);
  let compared = 0;
  let agreeing = 0;
  let least = Number.POSITIVE_INFINITY;
  let most = 0;
  for (const { credit, debit } of months) {
    if (credit < PASS_THROUGH.month) continue;
    const share = debit / credit;
    compared += 1;
    if (Math.abs(share - stretch.outShare) <= PASS_THROUGH.spread) agreeing += 1;
    if (share < least) least = share;
    if (share > most) most = share;
  }
  return {
    months: stretch.months,
    from: stretch.from,
    to: stretch.to,
    credit: stretch.credit,
    debit: stretch.debit,
    outShare: stretch.outShare,
    holdMinutes: stretch.holdMinutes,
    pace: paceOf(stretch),
    volume: volumeOf(stretch),
    evenness: evennessOf(compared, agreeing),
    remainder: remainderOf(stretch.outShare),
    monthsCompared: compared,
    leastOutShare: compared === 0 ? 0 : least,
    mostOutShare: most,
    accountRef,
  };
}

function paceOf({ holdMinutes }: FlowTotals): HoldPace {
  if (holdMinutes === undefined) return 'unknown';
  if (holdMinutes <= PASS_THROUGH.minutes) return 'minutes';
  if (holdMinutes <= PASS_THROUGH.hour) return 'hour';
  return holdMinutes <= PASS_THROUGH.hours ? 'hours' : 'slow';
}

function volumeOf({ credit, months }: FlowTotals): Volume {
  if (credit < PASS_THROUGH.small) return 'little';
  return credit >= PASS_THROUGH.large && months >= PASS_THROUGH.severalMonths ? 'much' : 'brief';
}

function evennessOf(compared: number, agreeing: number): Evenness {
  if (compared < PASS_THROUGH.evenMonths) return agreeing === compared ? 'short' : 'uneven';
  return agreeing >= compared * PASS_THROUGH.agreeing ? 'even' : 'uneven';
}

function remainderOf(outShare: number): Remainder {
  if (outShare < PASS_THROUGH.kept || outShare > PASS_THROUGH.beyond) return 'kept';
  if (outShare < PASS_THROUGH.margin) return 'margin';
  return outShare < PASS_THROUGH.nothing ? 'slice' : 'nothing';
}

/**
 * The stretches in which it is asked how money went: all of it; through each account alone that passed much of it on, for a
 * front keeps its true trade in another; and since the hands changed.
 * @param all the months of all accounts
 * @param since the first month under the present representative, `yyyy-mm`
 */
export function flowTotalsToClassify(
  accounts: readonly AccountFacts[],
  all: readonly Month[],
  since: string | undefined,
): readonly PassThrough[] {
  if (all.length === 0) return [];
  const asked = [classifyPassThrough(all)];
  if (accounts.length > 1)
    for (const account of accounts)
      if (passedOn(account) && !isWhole(account, accounts))
        asked.push(classifyPassThrough(monthsOf([account]), account.accountRef));
  if (since === undefined || since <= (all[0]?.period ?? '')) return asked;
  const under = all.filter(({ period }) => period >= since);
  return under.length === 0 ? asked : [...asked, classifyPassThrough(under)];
}

/** Of little money, or of money that mostly stayed, no rule asks how it went. */
export const isAsked = ({ volume, remainder }: Pick<PassThrough, 'volume' | 'remainder'>): boolean =>
  volume !== 'little' && remainder !== 'kept';

/** The same of an account, seen before its months are added up. */
function passedOn({ flows }: AccountFacts): boolean {
  let credit = 0;
  let debit = 0;
  for (const flow of flows) {
    if (!isMoved(flow)) continue;
    credit += flow.credit;
    debit += flow.debit;
  }
  return credit >= PASS_THROUGH.small && remainderOf(debit / credit) !== 'kept';
}

const isWhole = (account: AccountFacts, accounts: readonly AccountFacts[]): boolean =>
  accounts.every((other) => other === account || other.flows.length === 0);
