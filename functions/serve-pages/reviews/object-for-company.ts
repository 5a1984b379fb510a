import { actorOf, entryOf } from '#shared/contracts/log-entries.ts';
import { reviewDueOn } from '#shared/domain/notification/review/review.ts';
import { POLICE } from '#shared/domain/notification/receiver.ts';
import { dayInVietnam } from '#shared/domain/vietnamese/dates.ts';
import { matterOf } from '#shared/domain/outcomes/facts-of-notice.ts';
import { contentId } from '#shared/runtime/content-id.ts';
import type { Visit } from '../admit.ts';
import { type HttpAnswer, seeOther } from '../http/answer.ts';
import { notFoundPage } from '../pages/plain-pages.tsx';
import { showCase } from '../police/show-case.tsx';
import type { ServePagesPorts } from '../ports.ts';

const LONGEST = 1000;

/** Writes down what a company objects, as a case of its own that another officer decides. */
export async function objectForCompany(visit: Visit, ports: ServePagesPorts): Promise<HttpAnswer> {
  const { event, officer, form } = visit;
  const notice = await ports.notices.get(POLICE, event.pathParameters?.['id'] ?? '');
  if (notice?.receiver !== POLICE || notice.state !== 'in_force') return notFoundPage(ports, officer);
  const { noticeId, sequence, content } = notice;
  const reason = form.get('objection')?.trim() ?? '';
  if (reason === '' || reason.length > LONGEST) {
    return showCase(visit, ports, {
      errors: { objection: 'Hãy ghi nội dung khiếu nại, dài nhất 1.000 chữ.' },
      status: 422,
    });
  }
  const waits = (await ports.reviews.ofNotice(noticeId)).some(({ state }) => state === 'waiting');
  if (waits) {
    return showCase(visit, ports, { errors: { objection: 'Đã có một khiếu nại đang chờ xem lại.' }, status: 409 });
  }
  const at = ports.now();
  const reviewId = contentId({ noticeId, sequence, reason });
  const review = {
    noticeId,
    reviewId,
    askedBy: 'company',
    askedByOfficer: officer.subject,
    sequence,
    reason,
    askedAt: at.toISOString(),
    enterpriseCode: content.enterpriseCode,
    dueOn: reviewDueOn(at),
    state: 'waiting',
    revision: 1,
  } as const;
  const says = { receiver: 'company', noticeId, sequence, reviewId };
  const by = actorOf({ officer: officer.subject }, POLICE);
  await ports.enter([entryOf({ kind: 'review-asked', at: review.askedAt, by, says }, says)]);
  await ports.reviews.write(review, undefined);
  // Written down by an officer of the police, by the real day: a desk has no other clock
  await ports.outcomes.record([
    {
      matter: matterOf(notice),
      kind: 'objected',
      on: dayInVietnam(at),
      at: review.askedAt,
      by: 'police',
      receiver: POLICE,
      noticeId,
      sequence,
    },
  ]);
  return seeOther(`/police/cases/${noticeId}?done=objected`);
}
