import { parseRetryAfter } from './retry-after.ts';

/** The answer of one call: a status, or none. */
export type EndpointAnswer =
  | { readonly status: number; readonly retryAfter?: string | undefined; readonly date?: string | undefined }
  | { readonly status: undefined };

/**
 * The kinds of outcome. `refused` concerns this notice alone; `answered` may be this notice's trouble or the endpoint's;
 * `unreachable` is the endpoint's; `gone` asks never to be called again.
 */
export type AttemptOutcome =
  | { readonly kind: 'delivered' | 'refused' | 'answered' | 'gone' }
  | { readonly kind: 'unreachable'; readonly restSeconds?: number | undefined };

/** Statuses with which a server refuses any caller, whatever is sent. */
const TURNED_AWAY = new Set([401, 403, 404, 405, 407, 408, 421, 425]);
const ASK_LATER = new Set([429, 503]);

/** 2xx is delivery and nothing else is, a redirect neither (Standard Webhooks). */
export function judgeAnswer(answer: EndpointAnswer, now: Date): AttemptOutcome {
  const { status } = answer;
  if (status === undefined) return { kind: 'unreachable' };
  if (status >= 200 && status < 300) return { kind: 'delivered' };
  if (status === 410) return { kind: 'gone' };
  if (ASK_LATER.has(status))
    return { kind: 'unreachable', restSeconds: parseRetryAfter(answer.retryAfter, now, answer.date) };
  return { kind: status >= 400 && status < 500 && !TURNED_AWAY.has(status) ? 'refused' : 'answered' };
}
