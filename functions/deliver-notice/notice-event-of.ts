import { HOME_PROVINCE } from '#shared/domain/vietnamese/home-province.ts';
import type { Notice } from '#shared/domain/notification/notice/notice.ts';
import { POLICE } from '#shared/domain/notification/receiver.ts';
import { NOTICE_EVENT_TYPES, type NoticeEvent, type NoticeEventData } from '#shared/contracts/notice-event.ts';

/** The value of `webhook-id` and of the CloudEvents `id`: each state of a notice has one, however often it is sent. */
export const eventIdOf = ({ noticeId, sequence }: Pick<Notice, 'noticeId' | 'sequence'>): string =>
  `${noticeId}.${sequence}`;

/** The body of a notice's delivery, the same for every attempt. */
export function noticeEventOf(notice: Notice): NoticeEvent {
  const { noticeId, sequence, state, withdrawnBecause, issuedAt, expiresOn, changedAt } = notice;
  return {
    specversion: '1.0',
    id: eventIdOf(notice),
    source: HOME_PROVINCE.source,
    type: NOTICE_EVENT_TYPES[typeOf(notice)],
    subject: noticeId,
    time: changedAt,
    sequence: String(sequence).padStart(10, '0'),
    datacontenttype: 'application/json',
    data: { noticeId, sequence, state, withdrawnBecause, ...contentOf(notice), issuedAt, expiresOn },
  };
}

/** The part of the content that the contract names; the police read the rest in the feed and the dossier. */
function contentOf(notice: Notice): Partial<NoticeEventData> {
  if (notice.receiver !== POLICE) return { ...notice.content };
  const { enterpriseCode, level, scope } = notice.content;
  return { enterpriseCode, level, scope };
}

function typeOf({ state, sequence }: Notice): keyof typeof NOTICE_EVENT_TYPES {
  if (state !== 'in_force') return state;
  return sequence === 1 ? 'issued' : 'updated';
}
