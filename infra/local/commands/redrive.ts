import { parseArgs } from 'node:util';
import { queue, type Send } from '#shared/clients/queue.ts';
import type { DeliveryDue } from '#shared/contracts/delivery-due.ts';
import { startedAgain } from '#shared/domain/notification/delivery/next-delivery.ts';
import { type Deliveries, deliveriesTable, type StoredDelivery } from '#shared/tables/deliveries.ts';
import { type Notices, noticesTable } from '#shared/tables/notices.ts';
import { type Receivers, receiversTable } from '#shared/tables/receivers.ts';
import type { WireClock } from '#shared/runtime/clock.ts';
import { EXIT, refuse } from '../exit.ts';
import { findSystem, receiverCalled, type RunningSystem } from './find-system.ts';
import { runCommand } from './run-command.ts';
import { announceAgain, unansweredText, unansweredNotices } from './unanswered.ts';

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

const NEEDED = ['DELIVERIES_TABLE', 'NOTICES_TABLE', 'RECEIVERS_TABLE', 'DELIVERIES_QUEUE_URL'] as const;

const CALL =
  'Cách dùng: npm run redrive -- --receiver ID (ví dụ bank#970436, hoặc 970436), hoặc npm run redrive -- --list';

async function main(args: string[], environment: NodeJS.ProcessEnv): Promise<number> {
  const asked = askedIn(args);
  if (asked === undefined) return refuse(CALL);
  const system = await findSystem(NEEDED, environment);
  if (!system)
    return refuse(
      'Không thấy hệ thống đang chạy: hãy mở `npm start -- … --serve PORT`, hoặc đặt DELIVERIES_TABLE, NOTICES_TABLE, RECEIVERS_TABLE và DELIVERIES_QUEUE_URL của hệ thống đã triển khai.',
      EXIT.failed,
    );
  const ports = portsOf(system);
  if (asked === 'list') {
    console.log(unansweredText(await unansweredNotices(ports)));
    return EXIT.done;
  }
  const { receiver } = asked;
  const redriven = await redrive(receiver, ports);
  if (!redriven) return refuse(`Không có nơi nhận ${receiver}.`);
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
    return { receiver: receiverCalled(receiver) };
  } catch {
    return undefined;
  }
}

function portsOf({ db, sqs, named }: RunningSystem<(typeof NEEDED)[number]>): Ports {
  return {
    notices: noticesTable(db, named.NOTICES_TABLE),
    deliveries: deliveriesTable(db, named.DELIVERIES_TABLE),
    receivers: receiversTable(db, named.RECEIVERS_TABLE),
    deliver: queue(named.DELIVERIES_QUEUE_URL, sqs),
    now: () => new Date(),
  };
}

if (import.meta.main) await runCommand(CALL, (words) => main(words, process.env));
