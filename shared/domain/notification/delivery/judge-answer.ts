/** The longest time until a delivery is tried again. */
export const LONGEST_WAIT_SECONDS = 86_400;

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

/** The answer to one call: a status, or none. */
export type EndpointAnswer =
  | { readonly status: number; readonly retryAfter?: string | undefined; readonly date?: string | undefined }
  | { readonly status: undefined };

/**
 * The kinds of outcome. `refused` concerns this notice alone; `answered` is an error of either this notice or the
 * endpoint; `unreachable` is an error of the endpoint; `gone` means that the endpoint asked never to be called again.
 */
export type AttemptOutcome =
  | { readonly kind: 'delivered' | 'refused' | 'answered' | 'gone' }
  | { readonly kind: 'unreachable'; readonly restSeconds?: number | undefined };

/** The statuses by which a server refuses every call, whatever is sent. */
const TURNED_AWAY = new Set([401, 403, 404, 405, 407, 408, 421, 425]);
const ASK_LATER = new Set([429, 503]);

/** Only 2xx counts as delivered; a redirect does not (Standard Webhooks). */
export function judgeAnswer(answer: EndpointAnswer, now: Date): AttemptOutcome {
  const { status } = answer;
  if (status === undefined) return { kind: 'unreachable' };
  if (status >= 200 && status < 300) return { kind: 'delivered' };
  if (status === 410) return { kind: 'gone' };
  if (ASK_LATER.has(status))
    return { kind: 'unreachable', restSeconds: parseRetryAfter(answer.retryAfter, now, answer.date) };
  return { kind: status >= 400 && status < 500 && !TURNED_AWAY.has(status) ? 'refused' : 'answered' };
}
