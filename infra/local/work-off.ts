import { SendMessageCommand, type SQSClient } from '@aws-sdk/client-sqs';
import type { FileReleased, HeadingsConfirmed } from '#shared/contracts/file-arrived.ts';
import type { MappedHeadings } from '#shared/contracts/heading-mapping.ts';
import { formatCount } from '#shared/domain/vietnamese/counts.ts';
import type { Clients } from './clients.ts';
import type { EventSourceMapping, LocalDeployment, BucketNotification } from './deploy.ts';
import { uploadToInbox } from './upload-to-inbox.ts';
import type { EventSources } from './event-sources.ts';
import type { RowsBeingRead } from './rows-being-read.ts';
import type { ProgressDisplay } from './screen.ts';
import type { QueueProgress } from './event-sources.ts';

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

interface Working {
  readonly clients: Clients;
  readonly deployed: LocalDeployment;
  readonly sources: EventSources;
  /** False for a queue that the end of the run does not wait for. */
  readonly counts: (mapping: EventSourceMapping) => boolean;
  readonly screen: ProgressDisplay;
  readonly beingRead: () => RowsBeingRead | undefined;
}

/** Drops the files, works through all queues, then sends the message of each clock once. */
export async function workOff(
  {
    inbox,
    files,
    release,
    mapped,
  }: {
    readonly inbox: string;
    readonly files: readonly string[];
    readonly release: readonly string[];
    readonly mapped: readonly MappedHeadings[];
  },
  { clients, deployed, sources, counts, screen, beingRead }: Working,
): Promise<void> {
  const startedAt = Date.now();
  const sayHowFar = () =>
    screen.now(progressSentence(sources.progress, deployed.queueUrls, (Date.now() - startedAt) / 1000, beingRead()));
  const ticker = setInterval(sayHowFar, 200);
  try {
    const bucket = deployed.buckets['inbox'] ?? '';
    if (mapped.length > 0) {
      const confirmed = mapped.map(
        (one): HeadingsConfirmed => ({ ...one, bucket, by: CALLER, at: new Date().toISOString() }),
      );
      await tellReader(clients.sqs, bucket, confirmed, deployed.announcements);
      await sources.drain(counts);
    }
    await uploadToInbox(clients, { inbox, files, bucket }, deployed.announcements);
    await sources.drain(counts);
    if (release.length > 0) {
      // Files that are not stopped are left out
      const released = release.map((key): FileReleased => {
        return { bucket, key, release: { use: 'readable', by: CALLER, why: 'npm start -- --release' } };
      });
      await tellReader(clients.sqs, bucket, released, deployed.announcements);
      await sources.drain(counts);
    }
    for (const { queueUrl, input } of deployed.schedules) {
      await clients.sqs.send(new SendMessageCommand({ QueueUrl: queueUrl, MessageBody: input }));
    }
    await sources.drain(counts);
    sayHowFar();
  } finally {
    clearInterval(ticker);
  }
}

const CALLER = 'người chạy lệnh';

/** Sends what the caller has decided to the step that reads files. */
async function tellReader(
  sqs: SQSClient,
  bucket: string,
  messages: readonly (FileReleased | HeadingsConfirmed)[],
  announcements: readonly BucketNotification[],
): Promise<void> {
  const announced = announcements.find((announcement) => announcement.bucket === bucket);
  if (!announced) return;
  for (const message of messages)
    await sqs.send(new SendMessageCommand({ QueueUrl: announced.queueUrl, MessageBody: JSON.stringify(message) }));
}
