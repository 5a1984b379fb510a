import { actorOf, entryOf } from '#shared/contracts/log-entries.ts';
import { dueOn } from '#shared/domain/vietnamese/due-days.ts';
import type { NoticeToPolice } from '#shared/domain/notification/notice/notice.ts';
import { POLICE } from '#shared/domain/notification/receiver.ts';
import { caseIdOf } from '#shared/domain/outcomes/facts-of-notice.ts';
import { contentId } from '#shared/runtime/content-id.ts';
import type { Visit, ServePagesPorts } from '../ports.ts';
import { type HttpAnswer, seeOther } from '../http/answer.ts';
import { notFoundPage } from '../status-pages/plain-pages.tsx';
import { showCase } from '../police/show-case.tsx';
import type { StoredReview } from '#shared/tables/reviews.ts';

const LONGEST = 1000;

/** Records a company's objection as a case that another officer decides. */
export async function objectForCompany(visit: Visit, ports: ServePagesPorts): Promise<HttpAnswer> {
  const { event, officer, form } = visit;
  const notice = await ports.notices.get(POLICE, event.pathParameters?.['id'] ?? '');
  if (notice?.receiver !== POLICE || notice.state !== 'in_force') return notFoundPage(ports, officer);
  const { noticeId } = notice;
  const reason = form.get('objection')?.trim() ?? '';
  const done = `/police/cases/${noticeId}?done=objected`;
  if (reason === '' || reason.length > LONGEST) {
    return showCase(visit, ports, {
      errors: { objection: 'Hãy ghi nội dung khiếu nại, dài nhất 1.000 chữ.' },
      status: 422,
    });
  }
  const review = reviewOf(notice, reason, officer.subject, ports);
  const before = await ports.reviews.ofNotice(noticeId);
  const same = before.find(({ reviewId }) => reviewId === review.reviewId);
  const isOwn = same?.state === 'waiting' && same.askedByOfficer === officer.subject;
  const refused = isOwn ? undefined : refusalOf(before, same);
  if (refused !== undefined) return showCase(visit, ports, { errors: { objection: refused }, status: 409 });
  if (!isOwn && !(await ports.reviews.write(review, undefined))) {
    return showCase(visit, ports, { errors: { objection: WAITS }, status: 409 });
  }
  await say(isOwn ? same : review, notice, ports);
  return seeOther(done);
}

/** An objection with the same words about the same state of the notice is a repetition. */
function reviewOf(
  { noticeId, sequence, content }: NoticeToPolice,
  reason: string,
  officer: string,
  { now, rulesClock }: Pick<ServePagesPorts, 'now' | 'rulesClock'>,
) {
  const at = now();
  return {
    noticeId,
    reviewId: contentId({ noticeId, sequence, reason }),
    askedBy: 'company',
    askedByOfficer: officer,
    sequence,
    reason,
    askedAt: at.toISOString(),
    enterpriseCode: content.enterpriseCode,
    dueOn: dueOn('objectionReview', rulesClock.dayOf(at)),
    state: 'waiting',
    revision: 1,
  } as const;
}

/** Enters the objection in the log and in the ledger; a repetition changes nothing. */
async function say(review: StoredReview, notice: NoticeToPolice, ports: ServePagesPorts): Promise<void> {
  const { enter, outcomes, rulesClock } = ports;
  const { noticeId, sequence, reviewId, askedAt, askedByOfficer } = review;
  const says = { receiver: 'company', noticeId, sequence, reviewId };
  const by = actorOf({ officer: askedByOfficer }, POLICE);
  await enter([entryOf({ kind: 'review-asked', at: askedAt, by, says }, says)]);
  // A police officer recorded the objection
  const on = rulesClock.dayOf(new Date(askedAt));
  const written = { by: 'police', receiver: POLICE, noticeId, sequence } as const;
  await outcomes.record([{ caseId: caseIdOf(notice), kind: 'objected', on, at: askedAt, ...written }]);
}

const WAITS = 'Đã có một khiếu nại đang chờ xem lại.';

/** Refuses an objection while another waits, and one that adds nothing new to a decided one. */
function refusalOf(before: readonly StoredReview[], same: StoredReview | undefined): string | undefined {
  if (before.some(({ state }) => state === 'waiting')) return WAITS;
  return same && 'Khiếu nại với đúng nội dung này đã được xem lại: hãy ghi thêm điều mới.';
}
