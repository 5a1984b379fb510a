import { parseRetryAfter } from './retry-after.ts';

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
