import { EDGE_HEADER } from '#shared/contracts/edge-header.ts';
import { sameText } from './same-text.ts';
import type { HttpAnswer, HttpEvent } from './answer.ts';

const REFUSED: HttpAnswer = {
  statusCode: 403,
  headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' },
  body: 'Hãy mở bàn làm việc bằng địa chỉ chính thức.',
};

/**
 * Answers only what has passed the rules in front of the desks (WAF), where a stage has them: a caller who goes around
 * them lacks the distribution's key.
 * @param key undefined where nothing stands in front
 */
export const fromEdge = (key: string | undefined) => ({
  before: ({ event }: { readonly event: HttpEvent }): HttpAnswer | undefined =>
    key === undefined || sameText(event.headers[EDGE_HEADER] ?? '', key) ? undefined : REFUSED,
});
