import { parseArgs } from 'node:util';
import { queue } from '#shared/clients/queue.ts';
import { deliveriesTable } from '#shared/tables/deliveries.ts';
import { noticesTable } from '#shared/tables/notices.ts';
import { receiversTable } from '#shared/tables/receivers.ts';
import { type RedrivePorts, redriveReceiver } from '#shared/use-cases/redrive-receiver.ts';
import { EXIT, printError } from '#infra/local/exit.ts';
import { logOperatorAct, findSystem, receiverCalled, type RunningSystem } from './find-system.ts';
import { runCommand } from '#infra/local/run-command.ts';
import { unacknowledgedText, unacknowledgedNotices } from './unacknowledged.ts';

const NEEDED = [
  'DELIVERIES_TABLE',
  'NOTICES_TABLE',
  'RECEIVERS_TABLE',
  'DELIVERIES_QUEUE_URL',
  'LOG_ENTRIES_QUEUE_URL',
] as const;

const CALL = `Cách dùng: npm run redrive -- --receiver ID | --list

  --receiver  gửi lại các thông báo bị kẹt của một nơi nhận (ví dụ bank#970436, hoặc 970436), và nêu lại trong nguồn đọc các thông báo chưa được xác nhận
  --list      đếm thông báo chưa được xác nhận theo nơi nhận`;

async function main(args: string[], environment: NodeJS.ProcessEnv): Promise<number> {
  const asked = askedIn(args);
  if (asked === undefined) return printError(CALL);
  const system = await findSystem(NEEDED, environment);
  if (!system)
    return printError(
      'Không thấy hệ thống đang chạy: hãy mở `npm start -- … --serve PORT`, hoặc đặt DELIVERIES_TABLE, NOTICES_TABLE, RECEIVERS_TABLE, DELIVERIES_QUEUE_URL và LOG_ENTRIES_QUEUE_URL của hệ thống đã triển khai.',
      EXIT.failed,
    );
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

function portsOf({ db, sqs, named }: RunningSystem<(typeof NEEDED)[number]>): RedrivePorts {
  return {
    notices: noticesTable(db, named.NOTICES_TABLE),
    deliveries: deliveriesTable(db, named.DELIVERIES_TABLE),
    receivers: receiversTable(db, named.RECEIVERS_TABLE),
    deliver: queue(named.DELIVERIES_QUEUE_URL, sqs),
    now: () => new Date(),
  };
}

if (import.meta.main) await runCommand(CALL, (words) => main(words, process.env));
