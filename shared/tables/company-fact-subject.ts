import type { Signal } from '#shared/domain/risk/facts/company-facts.ts';
import type { CompanyFact, StoredFact } from './company-item.ts';
import { dayInAnyOrder } from './superseded.ts';

/**
 * What a fact speaks of, apart from what it says: a version of the company, a signal of a period or day, an invoice
 * total. Undefined for what no row of a file says otherwise.
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

/** The period that a signal tells of, else its day. */
export const signalPeriod = ({ note, on }: Pick<Signal, 'note' | 'on'>): string =>
  note !== undefined && PERIOD.test(note) ? note : on;

/** `2025-Q1`, `2025-10`, `2025`. */
const PERIOD = /^\d{4}(?:-(?:Q[1-4]|\d{2}))?$/u;
