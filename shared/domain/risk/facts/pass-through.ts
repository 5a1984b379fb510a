import type { AccountFacts, Flow } from './company-facts.ts';
import { hasMovement, type Month, monthsOf, type FlowTotals, flowTotalsOf } from './flows.ts';

/** How fast money leaves: within minutes, within the hour, within hours, later, or unknown. */
export type HoldPace = 'minutes' | 'hour' | 'hours' | 'slow' | 'unknown';
/**
 * How much money passed through and for how long: too little to judge, little or only one or two months, or much over
 * several months.
 */
export type MoneyVolume = 'little' | 'brief' | 'much';
/**
 * Whether every month kept the same share of the money. `short` means that the months agree but are too few to exclude
 * chance.
 */
export type Evenness = 'even' | 'short' | 'uneven';
/** How much stayed: a share as in trade, an intermediary's margin, a small share like a commission, or nothing. */
export type Remainder = 'kept' | 'margin' | 'slice' | 'nothing';

/** A classified period of money through a company's accounts, for all rules about pass-through. */
export interface PassThrough extends FlowTotals {
  readonly pace: HoldPace;
  readonly volume: MoneyVolume;
  readonly evenness: Evenness;
  readonly remainder: Remainder;
  /**
   * The number of months that were large enough to be compared, and the smallest and largest share that left in one of
   * them.
   */
  readonly monthsCompared: number;
  readonly leastOutShare: number;
  readonly mostOutShare: number;
  /** The account that the period concerns; undefined where it concerns all accounts. */
  readonly accountRef?: string | undefined;
}

/** All thresholds of pass-through: money in đồng, time in minutes, shares 0…1. */
export const PASS_THROUGH = {
  /** Within this time no supplier is paid. */
  minutes: 20,
  /** Within this time a trade hardly pays on. */
  hour: 60,
  /** The time within which an intermediary pays on received money: more than half a working day. */
  hours: 300,
  /** A smaller amount is not judged. */
  small: 100_000_000,
  /** With less in a month, money that leaves at once may be a household's, which sweeps out its takings in the evening. */
  householdMonth: 150_000_000,
  /** So much where returns declare it, or it keeps more for itself than who only passes money on. */
  largeHouseholdMonth: 500_000_000,
  householdKeeps: 0.035,
  /** From this amount and three months on, the amount counts as much. */
  large: 500_000_000,
  severalMonths: 3,
  /** A month with less credit is left out when months are compared. */
  month: 20_000_000,
  /** From this many compared months on, agreement by chance is unlikely. */
  evenMonths: 4,
  /** A month agrees with the whole period where their shares differ by no more than this. */
  spread: 0.02,
  /** The share of compared months that must agree. */
  agreeing: 0.9,
  /** From so many months on one may differ where money leaves within the hour. */
  quickMonths: 7,
  /** A company that keeps a greater share has a trade margin or its own costs. */
  kept: 0.9,
  /** A smaller kept share looks like a commission; a larger one may be an intermediary's margin. */
  margin: 0.95,
  /** A smaller kept share counts as nothing, as in a group's cash pooling or at a trader's end of month. */
  nothing: 0.995,
  /** Above this share, money from before the period also left. */
  beyond: 1.005,
} as const;

/** Classifies a period of months. */
export function classifyPassThrough(months: readonly Month[], accountRef?: string): PassThrough {
  const stretch = flowTotalsOf(months);
  const { compared, agreeing, least, most } = comparedMonths(months, stretch.outShare, PASS_THROUGH.spread);
  const pace = paceOf(stretch);
  return {
    ...stretch,
    pace,
    volume: volumeOf(stretch),
    evenness: evennessOf(compared, agreeing, pace),
    remainder: remainderOf(stretch.outShare),
    monthsCompared: compared,
    leastOutShare: compared === 0 ? 0 : least,
    mostOutShare: most,
    accountRef,
  };
}

/** Whether in nearly every month that is large enough to be compared the share that left differs by no more than `spread`. */
export function mostMonthsAgree(months: readonly Month[], outShare: number, spread: number): boolean {
  const { compared, agreeing } = comparedMonths(months, outShare, spread);
  return compared > 0 && agreeing >= compared * PASS_THROUGH.agreeing;
}

function comparedMonths(months: readonly Month[], outShare: number, spread: number) {
  let [compared, agreeing, least, most] = [0, 0, Number.POSITIVE_INFINITY, 0];
  for (const { credit, debit, untold } of months) {
    if (credit < PASS_THROUGH.month || untold > 0) continue;
    const share = debit / credit;
    compared += 1;
    if (Math.abs(share - outShare) <= spread) agreeing += 1;
    if (share < least) least = share;
    if (share > most) most = share;
  }
  return { compared, agreeing, least, most };
}

function paceOf({ holdMinutes }: FlowTotals): HoldPace {
  if (holdMinutes === undefined) return 'unknown';
  if (holdMinutes <= PASS_THROUGH.minutes) return 'minutes';
  if (holdMinutes <= PASS_THROUGH.hour) return 'hour';
  return holdMinutes <= PASS_THROUGH.hours ? 'hours' : 'slow';
}

function volumeOf({ credit, months }: FlowTotals): MoneyVolume {
  if (credit < PASS_THROUGH.small) return 'little';
  return credit >= PASS_THROUGH.large && months >= PASS_THROUGH.severalMonths ? 'much' : 'brief';
}

function evennessOf(compared: number, agreeing: number, pace: HoldPace): Evenness {
  // Months that are all too small to be compared agree in nothing
  if (compared === 0) return 'uneven';
  if (compared < PASS_THROUGH.evenMonths) return agreeing === compared ? 'short' : 'uneven';
  const isOneLeftOut = compared >= PASS_THROUGH.quickMonths && (pace === 'minutes' || pace === 'hour');
  const enough = isOneLeftOut
    ? Math.min(compared - 1, compared * PASS_THROUGH.agreeing)
    : compared * PASS_THROUGH.agreeing;
  return agreeing >= enough ? 'even' : 'uneven';
}

function remainderOf(outShare: number): Remainder {
  if (outShare < PASS_THROUGH.kept || outShare > PASS_THROUGH.beyond) return 'kept';
  if (outShare < PASS_THROUGH.margin) return 'margin';
  return outShare < PASS_THROUGH.nothing ? 'slice' : 'nothing';
}

/**
 * Classifies the stretches that are examined: all months of all accounts; each account that passed on much of its money,
 * because a front company may do real trade through another account, but not one whose money another account of the
 * company can have taken in; and the months since a change of representative.
 * @param all the months of all accounts @param since the first month under the present representative, `yyyy-mm`
 */
export function classifiedStretches(
  accounts: readonly AccountFacts[],
  all: readonly Month[],
  since: string | undefined,
): readonly PassThrough[] {
  if (all.length === 0) return [];
  const asked = [classifyPassThrough(all)];
  if (accounts.length > 1)
    for (const account of accounts)
      if (passedOn(account) && !isWhole(account, accounts) && !isSweptIntoAnother(account, accounts))
        asked.push(classifyPassThrough(monthsOf([account]), account.accountRef));
  if (since === undefined || since <= (all[0]?.period ?? '')) return asked;
  const under = all.filter(({ period }) => period >= since);
  return under.length === 0 ? asked : [...asked, classifyPassThrough(under)];
}

/** Whether a period is worth classifying; no rule concerns little money or money that mostly stayed. */
export const isWorthClassifying = ({ volume, remainder }: Pick<PassThrough, 'volume' | 'remainder'>): boolean =>
  volume !== 'little' && remainder !== 'kept';

const WITHIN_HOURS: ReadonlySet<HoldPace> = new Set<HoldPace>(['minutes', 'hour', 'hours']);

/** Whether most of a period's money was passed on within half a working day. */
export const isPassedOnWithinHours = (period: PassThrough): boolean =>
  isWorthClassifying(period) && WITHIN_HOURS.has(period.pace);

/** Whether an account is worth classifying, judged before its months are added up. */
function passedOn({ flows }: AccountFacts): boolean {
  let credit = 0;
  let debit = 0;
  for (const flow of flows) {
    if (!hasMovement(flow)) continue;
    credit += flow.credit;
    debit += flow.debit;
  }
  return credit >= PASS_THROUGH.small && remainderOf(debit / credit) !== 'kept';
}

/**
 * Whether another account took in each month at least what left this one, as where a company sweeps its accounts into
 * its main one in the evening. What leaves the main account is judged with all accounts.
 */
const isSweptIntoAnother = (account: AccountFacts, accounts: readonly AccountFacts[]): boolean =>
  accounts.some((main) => main !== account && account.flows.every((out) => !hasMovement(out) || tookIn(main, out)));

function tookIn({ flows }: AccountFacts, { period, debit }: Flow): boolean {
  for (const into of flows) if (into.period === period) return into.credit >= debit;
  return false;
}

const isWhole = (account: AccountFacts, accounts: readonly AccountFacts[]): boolean =>
  accounts.every((other) => other === account || other.flows.length === 0);
