import type { EventSourceMapping } from './deploy.ts';
import type { QueueProgress } from './event-sources.ts';

/** What the messages of a queue amount to for the officer who watches, in the order of the flow; queues by the name their senders call them. */
const STEPS: readonly (readonly [queue: string, label: string])[] = [
  ['files', 'Đọc tệp'],
  ['registrations', 'Đối chiếu nhân thân'],
  ['companies', 'Đánh giá doanh nghiệp'],
  ['policeNotices', 'Xét thông báo công an'],
  ['bankNotices', 'Xét thông báo ngân hàng'],
  ['dossiers', 'Lập hồ sơ'],
];

/**
 * The step that is going on, how much of what has been asked of it so far is done, and the time:
 * `Bước 2/6 · Đối chiếu nhân thân: 3.002/4.100 (73 %) · 45 giây`, under 80 columns.
 * A total may grow: a file read brings more people to check.
 */
export function progressSentence(
  progress: ReadonlyMap<EventSourceMapping, QueueProgress>,
  queueUrls: Readonly<Record<string, string>>,
  seconds: number,
): string {
  const steps = STEPS.map(([name, label], n) => {
    const ofQueue = [...progress].filter(([{ queue }]) => queue.url === queueUrls[name]).map(([, counts]) => counts);
    const done = ofQueue.reduce((sum, counts) => sum + counts.done, 0);
    const waiting = ofQueue.reduce((sum, counts) => sum + counts.waiting, 0);
    return { number: n + 1, label, done, total: done + waiting, waiting };
  });
  const now = steps.find(({ waiting }) => waiting > 0) ?? steps.findLast(({ done }) => done > 0);
  const time = `${number(seconds)} giây`;
  if (!now) return `Chuẩn bị… · ${time}`;
  // Never 100 % while something waits.
  const percent = Math.floor((100 * now.done) / now.total);
  return `Bước ${now.number}/${STEPS.length} · ${now.label}: ${number(now.done)}/${number(now.total)} (${percent} %) · ${time}`;
}

const number = (value: number) => Math.floor(value).toLocaleString('vi-VN');
