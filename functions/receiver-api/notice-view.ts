import type { Notice } from '#shared/domain/notification/notice/notice.ts';
import type { NoticeView } from '#shared/contracts/replies.ts';

/** A notice as its receiver reads it: its content and its handling status. */
export const noticeViewOf = (notice: Notice): NoticeView => ({
  ...notice.content,
  id: notice.noticeId,
  sequence: notice.sequence,
  state: notice.state,
  withdrawnBecause: notice.withdrawnBecause,
  handlingStatus: notice.handlingStatus,
  accountStatus: notice.accountStatus,
  issuedAt: notice.issuedAt,
  expiresOn: notice.expiresOn,
  changedAt: notice.changedAt,
});
