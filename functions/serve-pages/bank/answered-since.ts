import type { BankReceiver } from '#shared/domain/notification/receiver.ts';
import { isDecided, type OpenNotice } from '#shared/tables/open-notice.ts';
import type { ServePagesPorts } from '../ports.ts';

/** Whether an answer is about the notice's present state; the step that records answers may not have got to it yet. */
export const isAnsweredSince = (
  { changedAt }: { readonly changedAt: string },
  answer: { readonly takenAt: string } | undefined,
): boolean => answer !== undefined && answer.takenAt >= changedAt;

/** A notice in force, with the id of the last answer to it where it has not been dealt with. */
export type NoticeToAnswer = OpenNotice & { readonly after: string };

/** The bank's notices in force, of which those with an answer that is not recorded yet have its outcome. */
export async function openAnswered(
  receiver: BankReceiver,
  { notices, replies }: Pick<ServePagesPorts, 'notices' | 'replies'>,
): Promise<readonly NoticeToAnswer[]> {
  const open = await notices.open(receiver);
  const waiting = open.filter((one) => !isDecided(one)).map(({ noticeId }) => noticeId);
  const last = await replies.lastDecisions(receiver, waiting);
  return open.map((notice) => {
    const answer = last.get(notice.noticeId);
    const outcome = isAnsweredSince(notice, answer) ? answer?.outcome : undefined;
    const handlingStatus = outcome === 'acted' || outcome === 'rejected' ? outcome : notice.handlingStatus;
    return { ...notice, handlingStatus, after: answer?.lastId ?? '' };
  });
}

export const isToAnswer = (notice: NoticeToAnswer): boolean => !isDecided(notice);

/** A notice as the list's form sends it: its state, and the last answer that the clerk saw. */
export const answerValueOf = ({ noticeId, sequence, after }: NoticeToAnswer) => `${noticeId} ${sequence} ${after}`;
