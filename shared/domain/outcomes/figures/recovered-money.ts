import type { IsoDate } from '#shared/domain/vietnamese/dates.ts';
import { inOrderOfEvents, type OutcomeFact } from '../outcome-fact.ts';

/** What each receiver of a notice last said in the period of money recovered: a later answer has the sum of all. */
export function lastRecovered(facts: readonly OutcomeFact[], isIn: (on: IsoDate) => boolean) {
  const last = new Map<string, { readonly by: 'bank' | 'police'; readonly amount: number }>();
  for (const { by, noticeId = '', on, recovered: amount } of inOrderOfEvents(facts))
    if (amount !== undefined && isIn(on) && (by === 'bank' || by === 'police')) last.set(noticeId, { by, amount });
  return last.values();
}
