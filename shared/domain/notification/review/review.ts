import { dayInVietnam, type IsoDate } from '#shared/domain/vietnamese/dates.ts';
import { addWorkingDays } from '#shared/domain/vietnamese/working-days.ts';

/** The state of an objection to a notice: it waits, it was rejected and the notice stays, or it was granted. */
export const REVIEW_STATES = ['waiting', 'upheld', 'granted'] as const;

/**
 * The time limit for a decision is ten working days, as for the first answer to a complaint (Luật Khiếu nại 2011 Art.
 * 27, still to be compared with its original text).
 */
export const REVIEW_WORKING_DAYS = 10;

/** The last day for a decision (Asia/Ho_Chi_Minh). */
export const reviewDueOn = (askedAt: Date): IsoDate => addWorkingDays(dayInVietnam(askedAt), REVIEW_WORKING_DAYS);
