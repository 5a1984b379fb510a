import { isBeyondMeans } from './means.ts';
import type { CompanyProfile } from './company-profile.ts';

/**
 * How far declared revenue (doanh thu kê khai) explains what came in: quarters that a return answers for are held against
 * their own money, so that a company isn't asked about sales whose return isn't due yet. `partly`: that, or not known yet.
 */
export type Explained = 'fully' | 'partly' | 'hardly';

type Sales = Pick<
  CompanyProfile,
  'facts' | 'contributed' | 'returns' | 'invoiced' | 'invoicedAnswered' | 'salesKnown' | 'staff' | 'money'
>;

const FULLY = 0.4;
const HARDLY = 0.1;
/** Of less money than this nothing follows. */
const ANSWERABLE = 100_000_000;

export function explained(reading: Sales): Explained {
  const { answerable, revenue } = reading.money;
  if (answerable < ANSWERABLE) return 'partly';
  if (revenue < answerable * HARDLY) return reading.salesKnown ? 'hardly' : 'partly';
  return explains(answerable, reading) ? 'fully' : 'partly';
}

/** Revenue in the size of the money, the same quarters' invoices in the size of the revenue, and neither beyond what the company could bear. */
export function explains(credit: number, reading: Sales): boolean {
  const {
    returns: { revenue },
    invoicedAnswered,
  } = reading;
  if (revenue < credit * FULLY || isBeyondMeans(reading)) return false;
  return invoicedAnswered >= revenue / 2 && invoicedAnswered <= revenue * 2;
}
