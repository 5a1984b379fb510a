import { COMMUNES_SINCE } from '#shared/domain/vietnamese/data/communes-since.ts';
import { COMMUNE_SUCCESSIONS } from '#shared/domain/vietnamese/data/commune-successions.ts';
import type { IsoDate } from '#shared/domain/vietnamese/dates.ts';

/** It went into several communes: which, its code alone doesn't tell. */
export const SPLIT_COMMUNE = 'split';

/**
 * The code that a commune's land has today, so that figures of before a merger stand beside those of after it. Codes are used
 * again for other communes: what a code means depends on the list that it is of.
 * @param since when that list began to hold; undefined for today's
 */
export function communeToday(code: string, since: IsoDate = COMMUNES_SINCE): string {
  if (code.startsWith('old:')) return SPLIT_COMMUNE;
  let now = code;
  for (const { on, into } of COMMUNE_SUCCESSIONS) {
    if (since >= on) continue;
    const next = into[now];
    if (next === undefined) continue;
    if (next.length > 1) return SPLIT_COMMUNE;
    now = next[0] ?? now;
  }
  return now;
}
