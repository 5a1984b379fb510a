import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { SQSClient } from '@aws-sdk/client-sqs';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { queue, type Send } from '#shared/clients/queue.ts';
import type { DeliveryDue } from '#shared/contracts/delivery-due.ts';
import { startedAgain } from '#shared/domain/delivery/next-delivery.ts';
import { bankOf, bankReceiver, POLICE } from '#shared/domain/receiver.ts';
import { type Deliveries, deliveriesTable, type StoredDelivery } from '#shared/tables/deliveries.ts';
import { type Notices, noticesTable } from '#shared/tables/notices.ts';
import { type Receivers, receiversTable } from '#shared/tables/receivers.ts';
import type { WireClock } from '#shared/runtime/clock.ts';
import { announceAgain, listText, unanswered } from './unanswered.ts';

interface Ports {
  readonly notices: Pick<Notices, 'waiting' | 'announceAgain'>;
  readonly deliveries: Pick<Deliveries, 'get' | 'ofReceiver' | 'write'>;
  readonly receivers: Pick<Receivers, 'get' | 'reopen'>;
  readonly deliver: Send<DeliveryDue>;
  readonly now: WireClock;
}

/** How many were moved on, by what held them. */
export interface Redriven {
  readonly stuck: number;
  readonly waiting: number;
  /** Unacknowledged ones that the feed gives once more. */
  readonly announced: number;
}

/**
 * Opens a receiver's endpoint again (paused, or gone) and sends on whatever is stuck or waits for it, oldest change first.
 * Of a receiver that reads the feed alone, what it has not acknowledged moves to the feed's end: it meets it again,
 * wherever it has read to. Undefined where there is neither such a receiver nor a notice for it.
 */
export async function redrive(receiver: string, ports: Ports): Promise<Redriven | undefined> {
  const registered = await ports.receivers.get(receiver);
  if (registered?.mode === 'push') return { ...(await sendOn(receiver, ports)), announced: 0 };
  const announced = await announceAgain(receiver, ports);
  return registered || announced > 0 ? { stuck: 0, waiting: 0, announced } : undefined;
}

async function sendOn(receiver: string, ports: Ports): Promise<Omit<Redriven, 'announced'>> {
  await ports.receivers.reopen(receiver, ports.now());
  const begun = await ports.deliveries.ofReceiver(receiver);
  const held = begun
    .filter(({ state }) => state === 'stuck' || state === 'waiting')
    .sort((a, b) => (a.changedAt < b.changedAt ? -1 : 1));
  const moved: StoredDelivery[] = [];
  for (const delivery of held) {
    const again = { ...startedAgain(delivery, ports.now()), resends: 0 };
    // Somebody wrote it meanwhile: it moves by itself.
    if (await ports.deliveries.write(again, delivery)) moved.push(delivery);
  }
  // Issued before its endpoint was registered
  const known = new Set(begun.map(({ noticeId }) => noticeId));
  const unsent = (await ports.notices.waiting(receiver, 'issued')).filter(({ noticeId }) => !known.has(noticeId));
  await ports.deliver([...moved, ...unsent].map(({ noticeId }) => ({ receiver, noticeId })));
  const count = (state: string) => moved.filter((delivery) => delivery.state === state).length;
  return { stuck: count('stuck'), waiting: count('waiting') + unsent.length };
}

/** What a run with `--serve` leaves while it lasts. */
const LocalRun = z.object({
  pid: z.int(),
  tables: z.object({ deliveries: z.string(), notices: z.string(), receivers: z.string() }),
  queues: z.object({ deliveries: z.string() }),
  endpoints: z.object({ dynamodb: z.string(), sqs: z.string() }),
});
/** A deployed stack, by the names that its outputs give. `AWS_ENDPOINT_URL` and credentials are the SDK's own affair. */
const Deployed = z.object({
  DELIVERIES_TABLE: z.string(),
  NOTICES_TABLE: z.string(),
  RECEIVERS_TABLE: z.string(),
  DELIVERIES_QUEUE_URL: z.string(),
});

const CALL =
  'Cách dùng: npm run redrive -- --receiver ID (ví dụ bank#970436, hoặc 970436), hoặc npm run redrive -- --list';
const EXIT = { done: 0, failed: 1, wrongCall: 2 };

async function main(args: string[], environment: NodeJS.ProcessEnv): Promise<number> {
  const asked = askedIn(args);
  if (asked === undefined) {
    console.error(CALL);
    return EXIT.wrongCall;
  }
  const ports = (await localPorts()) ?? deployedPorts(environment);
  if (!ports) {
    console.error(
      'Không thấy hệ thống đang chạy: hãy mở `npm start -- … --serve PORT`, hoặc đặt DELIVERIES_TABLE, NOTICES_TABLE, RECEIVERS_TABLE và DELIVERIES_QUEUE_URL của hệ thống đã triển khai.',
    );
    return EXIT.failed;
  }
  if (asked === 'list') {
    console.log(listText(await unanswered(ports)));
    return EXIT.done;
  }
  const { receiver } = asked;
  const redriven = await redrive(receiver, ports);
  if (!redriven) {
    console.error(`Không có nơi nhận ${receiver}.`);
    return EXIT.wrongCall;
  }
  console.log(
    `Đã gửi tiếp cho ${receiver}: ${redriven.stuck} thông báo bị kẹt, ${redriven.waiting} thông báo đang chờ; nêu lại trong nguồn đọc: ${redriven.announced} thông báo chưa được xác nhận.`,
  );
  return EXIT.done;
}

function askedIn(args: string[]): { readonly receiver: string } | 'list' | undefined {
  try {
    const { receiver, list } = parseArgs({
      args,
      options: { receiver: { type: 'string' }, list: { type: 'boolean' } },
    }).values;
    if (list === true && receiver === undefined) return 'list';
    if (list === true || receiver === undefined || receiver === '') return undefined;
    return { receiver: receiver === POLICE || bankOf(receiver) !== undefined ? receiver : bankReceiver(receiver) };
  } catch {
    return undefined;
  }
}

async function localPorts(): Promise<Ports | undefined> {
  const file = join(import.meta.dirname, '..', '..', '..', '.cache', 'local-run.json');
  const text = await readFile(file, 'utf8').catch(() => undefined);
  if (text === undefined) return undefined;
  const { pid, tables, queues, endpoints } = LocalRun.parse(JSON.parse(text));
  if (!isRunning(pid)) return undefined;
  const own = { region: 'ap-southeast-1', credentials: { accessKeyId: 'local', secretAccessKey: 'local' } };
  const sqs = new SQSClient({ ...own, endpoint: endpoints.sqs, useQueueUrlAsEndpoint: false });
  return portsOf(new DynamoDBClient({ ...own, endpoint: endpoints.dynamodb }), sqs, {
    deliveries: tables.deliveries,
    notices: tables.notices,
    receivers: tables.receivers,
    queueUrl: queues.deliveries,
  });
}

/** A run that was killed leaves its file behind. */
function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

function deployedPorts(environment: NodeJS.ProcessEnv): Ports | undefined {
  const named = Deployed.safeParse(environment);
  if (!named.success) return undefined;
  return portsOf(new DynamoDBClient({}), new SQSClient({}), {
    deliveries: named.data.DELIVERIES_TABLE,
    notices: named.data.NOTICES_TABLE,
    receivers: named.data.RECEIVERS_TABLE,
    queueUrl: named.data.DELIVERIES_QUEUE_URL,
  });
}

function portsOf(
  dynamodb: DynamoDBClient,
  sqs: SQSClient,
  names: { deliveries: string; notices: string; receivers: string; queueUrl: string },
): Ports {
  const db = DynamoDBDocumentClient.from(dynamodb, { marshallOptions: { removeUndefinedValues: true } });
  return {
    notices: noticesTable(db, names.notices),
    deliveries: deliveriesTable(db, names.deliveries),
    receivers: receiversTable(db, names.receivers),
    deliver: queue(names.queueUrl, sqs),
    now: () => new Date(),
  };
}

if (import.meta.main) process.exitCode = await main(process.argv.slice(2), process.env);
