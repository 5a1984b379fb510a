import { formatCount } from '#shared/domain/vietnamese/counts.ts';
import type { EventSourceMapping } from './deploy.ts';
import type { QueueProgress } from './event-sources.ts';
import type { RowsBeingRead } from './rows-being-read.ts';

/** The officer's names of the steps in the order of the flow, by the name that senders give the step's queue. */
const STEPS: readonly (readonly [queue: string, label: string])[] = [
  ['files', 'Đọc tệp'],
  ['registrations', 'Đối chiếu nhân thân'],
  ['companies', 'Đánh giá doanh nghiệp'],
  ['policeNotices', 'Xét thông báo công an'],
  ['bankNotices', 'Xét thông báo ngân hàng'],
  ['dossiers', 'Lập hồ sơ'],
  ['surveys', 'Tổng hợp toàn tỉnh'],
  ['sweeps', 'Rà soát theo thời hạn'],
  ['logEntries', 'Ghi nhật ký kiểm chứng'],
];

/**
 * A line of at most 80 columns with the running step, its done and known messages, and the time, such as `Bước 2/9 ·
 * Đối chiếu nhân thân: 3.002/4.100 (73 %) · 45 giây`. The total may grow, because each file that is read adds people to
 * check. While files are read, it also gives their rows, because one large file is one message for minutes.
 */
export function progressSentence(
  progress: ReadonlyMap<EventSourceMapping, QueueProgress>,
  queueUrls: Readonly<Record<string, string>>,
  seconds: number,
  beingRead?: RowsBeingRead,
): string {
  const steps = STEPS.map(([name, label], n) => {
    const ofQueue = [...progress].filter(([{ queue }]) => queue.url === queueUrls[name]).map(([, counts]) => counts);
    const done = ofQueue.reduce((sum, counts) => sum + counts.done, 0);
    const waiting = ofQueue.reduce((sum, counts) => sum + counts.waiting, 0);
    return { number: n + 1, label, done, total: done + waiting, waiting };
  });
  const now = steps.find(({ waiting }) => waiting > 0) ?? steps.findLast(({ done }) => done > 0);
  const time = `${formatCount(Math.floor(seconds))} giây`;
  if (!now) return `Chuẩn bị… · ${time}`;
  // The percentage stays below 100 while a message waits.
  const percent = Math.floor((100 * now.done) / now.total);
  const rows = now.number === 1 && beingRead ? ` · ${rowsSentence(beingRead)}` : '';
  return `Bước ${now.number}/${STEPS.length} · ${now.label}: ${formatCount(now.done)}/${formatCount(now.total)} (${percent} %)${rows} · ${time}`;
}

const rowsSentence = ({ rows, total }: RowsBeingRead): string =>
  total === undefined ? `xem trước ${formatCount(rows)} dòng` : `${formatCount(rows)}/${formatCount(total)} dòng`;
