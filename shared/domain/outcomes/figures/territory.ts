import { COMMUNES_SINCE } from '#shared/domain/vietnamese/data/communes-since.ts';
import { COMMUNE_SUCCESSIONS, type CommuneSuccession } from '#shared/domain/vietnamese/data/commune-successions.ts';
import type { IsoDate } from '#shared/domain/vietnamese/dates.ts';

/** It went into several communes: which, its code alone doesn't tell. */
export const SPLIT_COMMUNE = 'split';

/**
 * The code that a commune's land has today, so that figures of before a merger stand beside those of after it. Codes are used
 * again for other communes: what a code means depends on the list that it is of. What one merger divided and a later one
 * joined is one again.
 * @param since when that list began to hold; undefined for today's
 */
export function communeToday(
  code: string,
  since: IsoDate = COMMUNES_SINCE,
  successions: readonly CommuneSuccession[] = COMMUNE_SUCCESSIONS,
): string {
  if (code.startsWith('old:')) return SPLIT_COMMUNE;
  let now: readonly string[] = [code];
  for (const { on, into } of successions) if (since < on) now = [...new Set(now.flatMap((one) => into[one] ?? [one]))];
  const [only, ...others] = now;
  return only === undefined || others.length > 0 ? SPLIT_COMMUNE : only;
}
