import type { IsoDate } from '#shared/domain/vietnamese/dates.ts';
import { LEAST_MONTHLY_MOVEMENT } from '#shared/domain/risk/facts/flows.ts';
import type { MoneyIn } from '../outcome-fact.ts';

/**
 * Money that came into the accounts of a flagged company, in whole đồng, as banks reported it; no court has found it to
 * be crime. Banks report months, so a month with the day of the flag or of the notice can't be divided and is counted
 * separately.
 */
export interface MoneyAround {
  readonly before: bigint;
  readonly between: bigint;
  readonly after: bigint;
  readonly undivided: bigint;
}

export const NO_MONEY: MoneyAround = { before: 0n, between: 0n, after: 0n, undivided: 0n };

/** @param notifiedOn the day on which the first of the company's banks was notified; undefined while none was */
export function moneyAround(
  months: readonly MoneyIn[],
  flaggedOn: IsoDate,
  notifiedOn: IsoDate | undefined,
): MoneyAround {
  const sums = { before: 0n, between: 0n, after: 0n, undivided: 0n };
  for (const { period, credit } of months)
    sums[partOf(period, flaggedOn.slice(0, 7), notifiedOn?.slice(0, 7))] += BigInt(Math.round(credit));
  return sums;
}

function partOf(period: string, flagged: string, notified: string | undefined): keyof MoneyAround {
  if (period === flagged || period === notified) return 'undivided';
  if (period < flagged) return 'before';
  return notified !== undefined && period > notified ? 'after' : 'between';
}

/** The first day of the first month with more income than interest; undefined where no month before the day has it. */
export function firstMoneyOn(months: readonly MoneyIn[], until: IsoDate): IsoDate | undefined {
  const first = months
    .filter(({ period, credit }) => credit >= LEAST_MONTHLY_MOVEMENT && period <= until.slice(0, 7))
    .map(({ period }) => period)
    .sort()[0];
  return first === undefined ? undefined : `${first}-01`;
}
