import type { IsoDate } from '#shared/domain/vietnamese/dates.ts';

/** One company in so many is drawn each half-year. */
const ONE_IN = 400;

/**
 * Whether a company that nobody flagged is drawn for the office's check in this half-year: what comes back says how many
 * dangerous ones the rules overlook, and that weights are not learnt from the flagged alone. The draw hangs on nothing but
 * the code and the half-year, so that nobody can choose it and each assessment draws alike.
 */
export function isInRandomSample(enterpriseCode: string, asOf: IsoDate): boolean {
  let hash = 0x81_1c_9d_c5;
  for (const letter of `${enterpriseCode} ${halfYearOf(asOf)}`)
    hash = Math.imul(hash ^ letter.charCodeAt(0), 0x01_00_01_93) >>> 0;
  return (hash >>> 7) % ONE_IN === 0;
}

/** `2025-2`: the half-year that a day lies in. */
export const halfYearOf = (day: IsoDate): string => `${day.slice(0, 4)}-${day.slice(5, 7) <= '06' ? 1 : 2}`;
