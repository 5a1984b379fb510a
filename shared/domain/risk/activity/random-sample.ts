import type { IsoDate } from '#shared/domain/vietnamese/dates.ts';

/** One company in this number is drawn each half-year. */
const ONE_IN = 400;

/**
 * Whether an unflagged company is drawn for the office's check in this half-year. The results show how many dangerous
 * companies the rules miss, so that weights are not fitted to flagged companies alone. The draw depends only on the
 * code and the half-year, so that nobody can influence it and each assessment gives the same result.
 */
export function isInRandomSample(enterpriseCode: string, asOf: IsoDate): boolean {
  let hash = 0x81_1c_9d_c5;
  for (const letter of `${enterpriseCode} ${halfYearOf(asOf)}`)
    hash = Math.imul(hash ^ letter.charCodeAt(0), 0x01_00_01_93) >>> 0;
  return (hash >>> 7) % ONE_IN === 0;
}

/** The half-year of a day, such as `2025-2`. */
export const halfYearOf = (day: IsoDate): string => `${day.slice(0, 4)}-${day.slice(5, 7) <= '06' ? 1 : 2}`;
