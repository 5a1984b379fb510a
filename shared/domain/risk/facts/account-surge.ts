import type { AccountFacts, Flow } from './company-facts.ts';
import { hasMovement, monthsOf } from './flows.ts';
import { classifyPassThrough, PASS_THROUGH, type PassThrough } from './pass-through.ts';

/** The thresholds of months in which an account is unlike itself. */
export const SURGE = {
  /** So many times its usual month's money; a season or a large order brings less, or the money stays as usual. */
  times: 3,
  /** So many times its usual month's payments: many people's money through an account of a few customers. */
  paymentsTimes: 10,
  /** Within this time it is gone; a season or a large order takes longer to be paid on. */
  minutes: 30,
  /** So many times as long money rests in every usual month, and longer than an hour. */
  holdTimes: 5,
  /** The least number of usual months. */
  months: 2,
  /** The largest mean of a payment; larger ones are those of a few customers. */
  each: 200_000_000,
} as const;

/** Months in which one account is unlike all its other months: much more money, gone within minutes instead of resting. */
export interface AccountSurge {
  readonly bank: string;
  /** The money of these months. */
  readonly money: PassThrough;
  /**
   * The number of the account's other months, their median and their largest credit in đồng, the median number of their
   * payments where its bank counts them, and the shortest time for which money stayed in one of them.
   */
  readonly usualMonths: number;
  readonly usualCredit: number;
  readonly usualPayments: number | undefined;
  readonly mostUsualCredit: number;
  readonly usualHoldMinutes: number;
  /** The number of further months whose money left within these minutes, but was not so much more. */
  readonly alsoQuick: number;
}

/** The surge with the most money of all accounts. An account is compared with its own past, whatever the company does elsewhere. */
export function accountSurgeOf(accounts: readonly AccountFacts[]): AccountSurge | undefined {
  let largest: AccountSurge | undefined;
  for (const account of accounts) {
    const surge = surgeIn(account);
    if (surge && surge.money.credit > (largest?.money.credit ?? 0)) largest = surge;
  }
  return largest;
}

function surgeIn(account: AccountFacts): AccountSurge | undefined {
  // Most accounts have no such month
  if (!account.flows.some(isQuick)) return undefined;
  const usual = account.flows.filter((flow) => hasMovement(flow) && !isQuick(flow));
  const credits = usual.map(({ credit }) => credit);
  const usualCredit = medianOf(credits);
  const usualPayments = medianOf(usual.map(({ transactions = Number.POSITIVE_INFINITY }) => transactions));
  if (usual.length < SURGE.months || usualCredit === 0) return undefined;
  const isMore = ({ credit, transactions = 0 }: Flow): boolean =>
    credit >= usualCredit * SURGE.times || transactions >= usualPayments * SURGE.paymentsTimes;
  const quick = account.flows.filter(isQuick);
  const surging = quick.filter(isMore);
  const money = classifyPassThrough(monthsOf([{ ...account, flows: surging }]), account.accountRef);
  const { credit, remainder, payments, months, holdMinutes = 0 } = money;
  if (credit < PASS_THROUGH.householdMonth * months || credit < PASS_THROUGH.small || remainder === 'kept')
    return undefined;
  if (payments === undefined || credit > payments * months * SURGE.each) return undefined;
  const usualHoldMinutes = usual.reduce(
    (least, { medianHoldMinutes: minutes = least }) => Math.min(least, minutes),
    Number.POSITIVE_INFINITY,
  );
  const isUsualToRest = usualHoldMinutes > PASS_THROUGH.hour && usualHoldMinutes >= holdMinutes * SURGE.holdTimes;
  if (!isUsualToRest || usualHoldMinutes === Number.POSITIVE_INFINITY) return undefined;
  return {
    bank: account.bank,
    money,
    usualMonths: usual.length,
    usualCredit,
    usualPayments: Number.isFinite(usualPayments) ? usualPayments : undefined,
    mostUsualCredit: Math.max(...credits),
    usualHoldMinutes,
    alsoQuick: quick.length - surging.length,
  };
}

const isQuick = ({ credit, medianHoldMinutes }: Flow): boolean =>
  credit >= PASS_THROUGH.month && medianHoldMinutes !== undefined && medianHoldMinutes <= SURGE.minutes;

const medianOf = (figures: readonly number[]): number => figures.toSorted((a, b) => a - b)[figures.length >> 1] ?? 0;
