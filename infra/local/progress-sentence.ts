import type { Mapping } from './deploy.ts';
import type { Progress } from './event-sources.ts';

/** What the messages of a queue amount to for the officer who watches; queues by the name their senders call them. */
const LABELS: readonly (readonly [queue: string, label: string])[] = [
  ['files', 'lượt đọc tệp'],
  ['registrations', 'lượt đối chiếu nhân thân'],
  ['companies', 'lượt đánh giá doanh nghiệp'],
  ['policeNotices', 'lượt xét thông báo công an'],
  ['bankNotices', 'lượt xét thông báo ngân hàng'],
  ['dossiers', 'lượt lập hồ sơ'],
];

/** `Đã xong: 12 lượt đọc tệp · 3.002 lượt đối chiếu nhân thân` */
export function progressSentence(
  progress: ReadonlyMap<Mapping, Progress>,
  queueUrls: Readonly<Record<string, string>>,
): string {
  const all = [...progress];
  const parts = LABELS.map(([name, label]) => {
    const done = all
      .filter(([{ queue }]) => queue.url === queueUrls[name])
      .reduce((sum, [, { done: messages }]) => sum + messages, 0);
    return done === 0 ? '' : `${done.toLocaleString('vi-VN')} ${label}`;
  });
  return `Đã xong: ${parts.filter((part) => part !== '').join(' · ') || '…'}`;
}
