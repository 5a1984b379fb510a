import type { Signal } from '#shared/domain/risk/facts/company-facts.ts';
import type { CompanyFact, StoredFact } from './company-item.ts';
import { dayInAnyOrder } from './superseded.ts';

/**
 * The subject of a fact without its value: a version of the company, a signal of a period or day, an invoice total.
 * Undefined for facts that no row of a file can contradict.
 */
export function companyFactSubject(fact: CompanyFact | StoredFact): string | undefined {
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
