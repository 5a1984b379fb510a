import {
  type BankNoticeContent,
  endedNotice,
  type Notice,
  type NoticeRecord,
  type NoticeToPolice,
} from '#shared/domain/notification/notice/notice.ts';
import type { NoticeState } from '#shared/domain/notification/states.ts';
import { bankScope } from '#shared/domain/notification/notice/scope.ts';
import { bankOf, bankReceiver, POLICE } from '#shared/domain/notification/receiver.ts';
import { noticeIdOf } from '#shared/tables/notices.ts';
import { policeContent } from './police-notice.ts';

/** The terms of the bank's notice where the account's company is flagged. */
export const bankContent = (bank: string, accountNumber: string): BankNoticeContent => ({
  bank,
  accountNumber,
  level: 'watch',
  reasonCodes: [5],
  scope: bankScope({ ofCompany: false, isDecided: false, reasonCodes: [5], on: '2026-01-05' }),
  request: 'Đề nghị rà soát, tăng cường giám sát tài khoản.',
});

export type NoticeChange = Partial<NoticeRecord> & {
  readonly state?: NoticeState;
  /** The content of a notice to the police. */
  readonly content?: Partial<NoticeToPolice['content']>;
};

/** A first notice of a subject to any receiver, in force and not yet answered, or as it was changed. */
export function aNotice(receiver: string, subject: string, change: NoticeChange = {}): Notice {
  const { state = 'in_force', content, ...more } = change;
  const at = '2026-03-01T00:00:00.000Z';
  const noticeId = noticeIdOf(receiver, subject);
  const record = {
    noticeId,
    subject,
    sequence: 1,
    fingerprint: 'p',
    issuedAt: at,
    changedAt: at,
    handlingStatus: 'issued',
  } as const;
  const bank = bankOf(receiver);
  const notified =
    bank === undefined
      ? ({ receiver: POLICE, state: 'in_force', content: { ...policeContent, ...content } } as const)
      : ({ receiver: bankReceiver(bank), state: 'in_force', content: bankContent(bank, subject) } as const);
  return { ...record, ...more, ...(state === 'in_force' ? notified : endedNotice(notified, state)) };
}
