import { dayInVietnam, type IsoDate } from '#shared/domain/vietnamese/dates.ts';
import { dueOn } from '#shared/domain/vietnamese/due-days.ts';

/** The state of an objection to a notice: it waits, it was rejected and the notice stays, or it was granted. */
export const REVIEW_STATES = ['waiting', 'upheld', 'granted'] as const;

/** The last day for a decision (Asia/Ho_Chi_Minh). */
export const reviewDueOn = (askedAt: Date): IsoDate => dueOn('objectionReview', dayInVietnam(askedAt));
