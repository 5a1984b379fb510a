import { dayInVietnam, type IsoDate } from '#shared/domain/vietnamese/dates.ts';
import type { NoticeState } from '../notice/next-notice.ts';
import type { NoticeToPolice } from '../notice/notice.ts';
import type { PoliceNoticeContent } from '../notice/police-notice-content.ts';

/** That content as one state of the notice. A withdrawn one keeps what it had said. */
export interface PoliceNotice extends PoliceNoticeContent {
  readonly id: string;
  readonly sequence: number;
  readonly state: NoticeState;
  /** A code. */
  readonly withdrawnBecause?: string | undefined;
  readonly issuedOn: IsoDate;
  /** The day of this state, where it isn't the first. */
  readonly changedOn?: IsoDate | undefined;
}

/** A notice as the police read it: its instants are days of Việt Nam. */
export function policeNoticeOf(notice: NoticeToPolice): PoliceNotice {
  const { content, noticeId, sequence, state, withdrawnBecause, issuedAt, changedAt } = notice;
  return {
    ...content,
    id: noticeId,
    sequence,
    state,
    withdrawnBecause,
    issuedOn: dayInVietnam(new Date(issuedAt)),
    changedOn: sequence > 1 ? dayInVietnam(new Date(changedAt)) : undefined,
  };
}
