import { queue } from '#shared/clients/queue.ts';
import { deliveriesTable } from '#shared/tables/deliveries.ts';
import { noticesTable, type Notices } from '#shared/tables/notices.ts';
import { receiversTable } from '#shared/tables/receivers.ts';
import { type RedrivePorts, redriveReceiver } from '#shared/use-cases/redrive-receiver.ts';
import { optionsOf, TEXT, EXIT, printError, runCommand } from '#infra/local/run-command.ts';
import { logOperatorAct, type ReadSystem, readSystem, receiverCalled, SYSTEM_USAGE } from './find-system.ts';
import { dayInVietnam, formatDate } from '#shared/domain/vietnamese/dates.ts';
import { ALL_RECEIVERS } from '#shared/domain/notification/notice/all-receivers.ts';

interface UnacknowledgedPorts {
  readonly notices: Pick<Notices, 'waiting'>;
}

/** The notices that a receiver has left unacknowledged, and since when. */
interface Unanswered {
  readonly receiver: string;
  readonly issued: number;
  readonly delivered: number;
  /** The ISO instant of the oldest notice. */
  readonly since: string;
}

/** The receivers that have left a notice unacknowledged. */
export async function unacknowledgedNotices({ notices }: UnacknowledgedPorts): Promise<Unanswered[]> {
  const perReceiver = ALL_RECEIVERS.map(async (receiver): Promise<Unanswered[]> => {
    const [issued, delivered] = await Promise.all([
      notices.waiting(receiver, 'issued'),
      notices.waiting(receiver, 'delivered'),
    ]);
    const [oldest] = [...issued, ...delivered].map(({ position }) => position).sort();
    if (oldest === undefined) return [];
    const since = oldest.slice(0, oldest.indexOf('#'));
    return [{ receiver, issued: issued.length, delivered: delivered.length, since }];
  });
  return (await Promise.all(perReceiver)).flat();
}

/** The text for an operator, with the command that sends the notices again. */
export const unacknowledgedText = (found: readonly Unanswered[]): string =>
  found.length === 0 ? 'Không có thông báo nào chưa được xác nhận.' : found.map(line).join('\n');

const line = ({ receiver, issued, delivered, since }: Unanswered) =>
  `${receiver}: ${issued} chưa nhận, ${delivered} đã nhận nhưng chưa xác nhận; cũ nhất từ ` +
  `${formatDate(dayInVietnam(new Date(since)))}. Gửi tiếp: npm run redrive -- --receiver ${receiver}`;

const CALL = `Cách dùng: npm run redrive -- --receiver ID | --list

  --receiver  gửi lại các thông báo bị kẹt của một nơi nhận (ví dụ bank#970436, hoặc 970436), và nêu lại trong nguồn đọc các thông báo chưa được xác nhận
  --list      đếm thông báo chưa được xác nhận theo nơi nhận
  ${SYSTEM_USAGE}`;

async function main(args: string[], environment: NodeJS.ProcessEnv): Promise<number> {
  const asked = askedIn(args);
  if (asked === undefined) return printError(CALL);
  const system = await readSystem(environment);
  const ports = portsOf(system);
  if (asked === 'list') {
    console.log(unacknowledgedText(await unacknowledgedNotices(ports)));
    return EXIT.done;
  }
  const { receiver } = asked;
  const redriven = await redriveReceiver(receiver, ports);
  if (redriven) await logOperatorAct({ task: 'redrive-receiver', receiver }, system);
  if (!redriven) return printError(`Không có nơi nhận ${receiver}.`);
  console.log(
    `Đã gửi tiếp cho ${receiver}: ${redriven.stuck} thông báo bị kẹt, ${redriven.waiting} thông báo đang chờ; nêu lại trong nguồn đọc: ${redriven.announced} thông báo chưa được xác nhận.`,
  );
  return EXIT.done;
}

function askedIn(args: string[]): { readonly receiver: string } | 'list' | undefined {
  const { receiver, list } = optionsOf(args, { receiver: TEXT, list: { type: 'boolean' } }) ?? {};
  if (list === true && receiver === undefined) return 'list';
  if (list === true || receiver === undefined || receiver === '') return undefined;
  return { receiver: receiverCalled(receiver) };
}

const portsOf = ({ db, sqs, tables, queues }: ReadSystem): RedrivePorts => ({
  notices: noticesTable(db, tables.notices),
  deliveries: deliveriesTable(db, tables.deliveries),
  receivers: receiversTable(db, tables.receivers),
  deliver: queue(queues.deliveries, sqs),
  now: () => new Date(),
});

export const run = (): Promise<void> => runCommand(CALL, (words) => main(words, process.env));
