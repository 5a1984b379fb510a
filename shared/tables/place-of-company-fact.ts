import { dayInAnyOrder } from '#shared/domain/drops/day-in-any-order.ts';
import type { Signal } from '#shared/domain/risk/facts/company-facts.ts';
import type { StoredFact } from './company-item.ts';

/** The repairs in a file's rows about a company. A later drop that says anything about the company replaces them. */
const REPAIRS = 'repairs';

/**
 * The place of a fact, which is its subject without its value: a version of the company, a signal of a period or day, an
 * invoice total. Facts that no row of a file can contradict have none.
 */
export function placeOfCompanyFact(fact: StoredFact): { place?: string; states?: readonly string[] } {
  if ('repair' in fact) return { place: REPAIRS, states: [] };
  const place = placeOfRow(fact);
  return place === undefined ? {} : { place, states: [place, REPAIRS] };
}

function placeOfRow(fact: StoredFact): string | undefined {
  if ('registration' in fact) return `registration ${dayInAnyOrder(fact.registration.company.amendedOn)}`;
  if ('signal' in fact) {
    const period = signalPeriod(fact.signal);
    return `signal ${fact.signal.kind} ${period.length === 10 ? dayInAnyOrder(period) : period}`;
  }
  if (!('invoicePair' in fact)) return undefined;
  const { side, party, period } = fact.invoicePair;
  return `invoice ${side} ${party} ${period}`;
}

/** The period of a signal, otherwise its day. */
export const signalPeriod = ({ note, on }: Pick<Signal, 'note' | 'on'>): string =>
  note !== undefined && PERIOD.test(note) ? note : on;

/** Matches periods such as `2025-Q1`, `2025-10` or `2025`. */
const PERIOD = /^\d{4}(?:-(?:Q[1-4]|\d{2}))?$/u;
