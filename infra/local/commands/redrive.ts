import { parseArgs } from 'node:util';
import { bankOf, bankReceiver, POLICE } from '#shared/domain/receiver.ts';
import { EXIT, refuse } from '../exit.ts';
import { redrive } from './redrive-receiver.ts';
import { runningSystem } from './running-system.ts';
import { listText, unanswered } from './unanswered.ts';

const USAGE =
  'Cách dùng: npm run redrive -- --receiver ID (ví dụ bank#970436, hoặc 970436), hoặc npm run redrive -- --list';
const NOTHING_RUNS =
  'Không thấy hệ thống đang chạy: hãy mở `npm start -- … --receivers TỆP --serve CỔNG`, hoặc đặt DELIVERIES_TABLE, NOTICES_TABLE, RECEIVERS_TABLE và DELIVERIES_QUEUE_URL của hệ thống đã triển khai.';

process.exitCode = await main(process.argv.slice(2));

async function main(args: string[]): Promise<number> {
  const asked = askedIn(args);
  if (asked === undefined) return refuse(USAGE);
  const ports = await runningSystem(process.env);
  if (!ports) return refuse(NOTHING_RUNS, EXIT.failed);
  if (asked === 'list') {
    console.log(listText(await unanswered(ports)));
    return EXIT.done;
  }
  const { receiver } = asked;
  const redriven = await redrive(receiver, ports);
  if (!redriven) return refuse(`Không có nơi nhận ${receiver}.`);
  const { stuck, waiting, announced } = redriven;
  console.log(
    `Đã gửi tiếp cho ${receiver}: ${stuck} thông báo bị kẹt, ${waiting} thông báo đang chờ; nêu lại trong nguồn đọc: ${announced} thông báo chưa được xác nhận.`,
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
