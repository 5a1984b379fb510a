import { COMMUNES_SINCE } from '#shared/domain/vietnamese/data/communes-since.ts';
import { COMMUNE_SUCCESSIONS, type CommuneSuccession } from '#shared/domain/vietnamese/data/commune-successions.ts';
import type { IsoDate } from '#shared/domain/vietnamese/dates.ts';

/** The group of communes that were divided, whose code does not determine today's commune. */
export const SPLIT_COMMUNE = 'split';

/**
 * The code that a commune's territory has today, so that figures before and after a merger can be compared. Codes are
 * reused for other communes, so a code's meaning depends on its list. A commune that was divided and later joined again
 * is one commune. @param since the first day of the code's list; undefined for today's list
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
