import type { IsoDate } from '#shared/domain/vietnamese/dates.ts';
import type { OutcomeFact } from '../outcome-fact.ts';
import type { EventCounts } from './outcome-figures.ts';

type Counting = { -readonly [K in keyof EventCounts]: number };

export const NO_EVENTS: EventCounts = {
  flagged: 0,
  notifiedBanks: 0,
  proposed: 0,
  released: 0,
  refused: 0,
  lapsed: 0,
  acknowledged: 0,
  acted: 0,
  rejected: 0,
  confirmed: 0,
  dismissed: 0,
  overturned: 0,
  withdrawn: 0,
  expired: 0,
  objected: 0,
  reviewed: 0,
};

/**
 * Counts each fact of the period once. Counts that need several facts (notified again, overturned) are made where the
 * facts are folded.
 */
export function countEvents(facts: readonly OutcomeFact[], isIn: (on: IsoDate) => boolean, events: Counting): void {
  const seen = new Set<string>();
  for (const { kind, id, on, answer } of facts) {
    const key = `${kind} ${id}`;
    if (kind === 'money' || kind === 'notified' || !isIn(on) || seen.has(key)) continue;
    seen.add(key);
    if (kind !== 'answered') events[kind] += 1;
    else if (answer !== undefined) events[answer] += 1;
  }
}
