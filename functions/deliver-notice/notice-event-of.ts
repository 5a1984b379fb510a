import { NOTICE_EVENT_TYPES, type NoticeEvent, NoticeEventData } from '#shared/contracts/notice-event.ts';
import type { NoticeItem } from '#shared/tables/notices.ts';

/** `webhook-id` and CloudEvents `id`: one for each state of a notice, whenever and however often it is sent. */
export const eventIdOf = ({ noticeId, sequence }: Pick<NoticeItem, 'noticeId' | 'sequence'>): string =>
  `${noticeId}.${sequence}`;

/**
 * The body of a notice's delivery, the same for every attempt. Of its content only what the contract names goes out;
 * undefined where the content isn't of the agreed shape.
 */
export function noticeEventOf(notice: NoticeItem): NoticeEvent | undefined {
  const { noticeId, sequence, state, withdrawnBecause, issuedAt, expiresOn, changedAt, content } = notice;
  const data = NoticeEventData.safeParse({
    ...content,
    noticeId,
    sequence,
    state,
    withdrawnBecause,
    issuedAt,
    expiresOn,
  });
  if (!data.success) return undefined;
  return {
    specversion: '1.0',
    id: eventIdOf(notice),
    source: 'urn:haukiem:hung-yen',
    type: NOTICE_EVENT_TYPES[typeOf(notice)],
    subject: noticeId,
    time: changedAt,
    sequence: String(sequence).padStart(10, '0'),
    datacontenttype: 'application/json',
    data: data.data,
  };
}

function typeOf({ state, sequence }: NoticeItem): keyof typeof NOTICE_EVENT_TYPES {
  if (state !== 'in_force') return state;
  return sequence === 1 ? 'issued' : 'updated';
}
