import { addDays } from '#shared/domain/vietnamese/dates.ts';
import type { CompanySample } from './company-sample.ts';
import type { OfficeKind } from './office-kinds.ts';

/** The kinds that the tax office sends; a company of which it sends either is in its files. */
const TAX_KINDS = ['TO_KHAI_THUE', 'HOA_DON'] as const satisfies readonly OfficeKind[];

export const isOfTaxOffice = (kind: OfficeKind): boolean => TAX_KINDS.some((one) => one === kind);

/** Whether the tax office sent any row of a company. */
export const isInTaxFiles = (spans: CompanySample['spans']): boolean =>
  TAX_KINDS.some((kind) => spans[kind] !== undefined);

/**
 * Which working companies an area's tax office leaves out: `none`; `some` that it never sends; or `later` rows of some.
 * @property share their share of the working companies
 */
export interface LeftOut {
  readonly which: 'none' | 'some' | 'later';
  readonly share: number;
}

export const NOBODY_LEFT_OUT: LeftOut = { which: 'none', share: 0 };

/** A working company has had a row of the tax office for this long, late filers included. */
const FILING_DAYS = 200;
/** Honest companies and shells whose rows are missing for their own reasons are at most this share. */
const USUAL_SHARE = 0.03;
const LEAST_LEFT_OUT = 3;
/** The least number that an area would lack by its surroundings for its own full rows to count. */
const EXPECTED_LEFT_OUT = 4;

/**
 * Compares the companies that other senders show at work with the rows of their tax office, which has rows of nearly all of
 * them. @param end the last day of the office's rows @param around the result for the larger area, which holds where too few
 * companies tell otherwise
 */
export function leftOutOf(companies: readonly CompanySample[], end: string, around: LeftOut): LeftOut {
  const recently = addDays(end, -FILING_DAYS);
  let working = 0;
  let never = 0;
  let later = 0;
  for (const { registeredOn, workedUntil, spans } of companies) {
    if (workedUntil === undefined || workedUntil < recently) continue;
    const due = addDays(workedUntil < end ? workedUntil : end, -FILING_DAYS);
    if (registeredOn > due) continue;
    working += 1;
    const last = lastTaxDay(spans);
    if (last === undefined) never += 1;
    else if (last < due) later += 1;
  }
  const isMany = (left: number) => left >= LEAST_LEFT_OUT && left > working * USUAL_SHARE;
  if (isMany(later)) return { which: 'later', share: later / working };
  if (isMany(never)) return { which: 'some', share: never / working };
  const isFull = never + later <= working * USUAL_SHARE && working * around.share >= EXPECTED_LEFT_OUT;
  return isFull ? NOBODY_LEFT_OUT : around;
}

const lastTaxDay = (spans: CompanySample['spans']): string | undefined =>
  TAX_KINDS.flatMap((kind) => spans[kind]?.to ?? [])
    .sort()
    .at(-1);
