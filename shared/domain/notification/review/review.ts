import { dayInVietnam, type IsoDate } from '#shared/domain/vietnamese/dates.ts';
import { addWorkingDays } from '#shared/domain/vietnamese/working-days.ts';

/** The state of an objection to a notice: it waits, the notice stays as it is, or the objection was granted. */
export const REVIEW_STATES = ['waiting', 'upheld', 'granted'] as const;

/** Ten working days, as for a first answer to a complaint (Luật Khiếu nại 2011 Art. 27: 10 days to take it up; still to be compared with its original text). */
export const REVIEW_WORKING_DAYS = 10;

/** The last day on which somebody should have decided (Asia/Ho_Chi_Minh). */
export const reviewDueOn = (askedAt: Date): IsoDate => addWorkingDays(dayInVietnam(askedAt), REVIEW_WORKING_DAYS);
