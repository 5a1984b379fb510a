import { LONGEST_WAIT_SECONDS } from './retry-schedule.ts';

const SECONDS = /^\d{1,9}$/u;
/** The only form of an HTTP date that servers may still send (RFC 9110 §5.6.7). */
const HTTP_DATE = /^(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/u;

/**
 * The wait in seconds that a `Retry-After` (RFC 9110 §10.2.3) asks for, at most a day; undefined where it is
 * unreadable. @param saidAt the answer's own `Date`, because an instant is given by the server's clock, which may
 * differ from this one by minutes
 */
export function parseRetryAfter(value: string | undefined, now: Date, saidAt?: string): number | undefined {
  const text = value?.trim() ?? '';
  if (SECONDS.test(text)) return Math.min(Number(text), LONGEST_WAIT_SECONDS);
  if (!HTTP_DATE.test(text)) return undefined;
  const theirs = saidAt !== undefined && HTTP_DATE.test(saidAt) ? Date.parse(saidAt) : Number.NaN;
  const wait = (Date.parse(text) - (Number.isNaN(theirs) ? now.getTime() : theirs)) / 1000;
  return Number.isNaN(wait) ? undefined : Math.min(Math.max(wait, 0), LONGEST_WAIT_SECONDS);
}
