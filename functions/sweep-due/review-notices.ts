import type { IsoDate } from '#shared/domain/vietnamese/dates.ts';
import { bankOf } from '#shared/domain/notification/receiver.ts';
import type { SendMessages } from '#shared/clients/queue.ts';
import type { AccountTouched } from '#shared/contracts/messages.ts';
import { log } from '#shared/runtime/log.ts';
import type { Notices, NoticeToReview } from '#shared/tables/notices.ts';

export interface ReviewPorts {
  readonly notices: Pick<Notices, 'toReview'>;
  readonly notifyBanks: SendMessages<AccountTouched>;
}

/** The delay lets the companies due the same morning be assessed first, so that a notice changes once. */
export const AFTER_ASSESSMENT_SECONDS = 600;

/** Finds the notices whose last day is near or has passed; also those of a morning on which the clock did not run. */
export async function reviewNotices(today: IsoDate, ports: ReviewPorts): Promise<void> {
  await requestReviews(await ports.notices.toReview(today), ports);
}

/** Sends each notice's account to the step that renews, changes or ends it. Sending it twice changes nothing. */
export async function requestReviews(
  due: readonly NoticeToReview[],
  { notifyBanks }: Pick<ReviewPorts, 'notifyBanks'>,
): Promise<void> {
  const messages = due.flatMap(({ receiver, subject }): AccountTouched[] => {
    const bank = bankOf(receiver);
    return bank === undefined ? [] : [{ accountRef: subject, bank }];
  });
  await notifyBanks(messages, AFTER_ASSESSMENT_SECONDS);
  log('NOTICES_REVIEWED', { count: messages.length });
}
