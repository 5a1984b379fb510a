import { dayInVietnam, type IsoDate } from '#shared/domain/vietnamese/dates.ts';
import type { NoticeState } from '../states.ts';
import type { NoticeToPolice } from '../notice/notice.ts';
import type { PoliceNoticeContent } from '../notice/police-notice-content.ts';

/** The content of a notice with its state. A withdrawn notice keeps its content. */
export interface PoliceNotice extends PoliceNoticeContent {
  readonly id: string;
  readonly sequence: number;
  readonly state: NoticeState;
  /** The code of the reason for a withdrawal. */
  readonly withdrawnBecause?: string | undefined;
  readonly issuedOn: IsoDate;
  /** The day of this state, where it isn't the notice's first. */
  readonly changedOn?: IsoDate | undefined;
}

/** Makes the notice as the police read it, with instants as days of Việt Nam. */
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
