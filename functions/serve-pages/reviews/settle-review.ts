import { RefusedRequest } from '#shared/use-cases/replies/take-reply.ts';
import { decideReview } from '#shared/use-cases/decide-review.ts';
import type { Visit, ServePagesPorts } from '../ports.ts';
import { type HttpAnswer, seeOther } from '../http/answer.ts';
import { notFoundPage } from '../status-pages/plain-pages.tsx';
import { REVIEWS_PAGE } from './list-reviews.tsx';
import { REFUSALS } from './refusals.ts';
import { showReview } from './show-review.tsx';

const OUTCOMES = ['granted', 'upheld'] as const;
const LONGEST_REASON = 900;

/** Records the decision on an objection, by an officer other than the first. */
export async function settleReview(visit: Visit, ports: ServePagesPorts): Promise<HttpAnswer> {
  const { event, officer, form } = visit;
  const { notice: noticeId = '', review: reviewId = '' } = event.pathParameters ?? {};
  const outcome = OUTCOMES.find((one) => one === form.get('outcome'));
  const reason = form.get('reason')?.trim() ?? '';
  if (outcome === undefined || reason === '' || reason.length > LONGEST_REASON) {
    const errors = {
      ...(outcome === undefined && { outcome: 'Hãy chọn kết quả xem lại.' }),
      ...((reason === '' || reason.length > LONGEST_REASON) && { reason: 'Hãy nêu lý do, dài nhất 900 chữ.' }),
    };
    return showReview(visit, ports, { errors, status: 422 });
  }
  try {
    const result = await decideReview({ noticeId, reviewId, officer: officer.subject, outcome, reason }, ports);
    if (result === 'not_there') return notFoundPage(ports, officer);
    if (result === 'decided') return seeOther(`${REVIEWS_PAGE}?done=${outcome}`);
    return showReview(visit, ports, { errors: { outcome: REFUSALS[result] }, status: 409 });
  } catch (error) {
    if (!(error instanceof RefusedRequest)) throw error;
    return showReview(visit, ports, { errors: { outcome: error.title }, status: error.status });
  }
}
