import type { FlowRun } from '#test/support/flow.ts';
import { FILES_OF_FIVE, RING_OF_FIVE } from '#test/support/ring-feeds.ts';
import { activities, identities, listings, subscribers } from '#test/support/sample-feeds.ts';

type FlowQueues = Pick<FlowRun, 'waiting' | 'clock' | 'settle'>;
export type RingFiles = readonly (readonly [string, string])[];

const [FIRST = ['', ''], SECOND = ['', ''], POLICE = ['', ''], ACCOUNTS = ['', '']] = FILES_OF_FIVE;
/** The files that are read before the restored second. */
export const BEFORE: RingFiles = [
  FIRST,
  POLICE,
  ACCOUNTS,
  ['subscribers/a.csv', subscribers('0912345678,033085000789')],
];
/** RingFiles after it that change one notice of the police and one of a bank, and have two of the police withdrawn. */
export const SINCE: RingFiles = [
  SECOND,
  ['suspicious-accounts/a.csv', listings('970436,0001112223,4,,20/12/2025')],
  ['activities/a.csv', activities(`${RING_OF_FIVE[0]?.code},KIEM_TRA_TRU_SO,10/06/2025,KHONG_TIM_THAY,`)],
  ['identities/b.csv', identities(`${RING_OF_FIVE[4]?.document},CCCD,Trần Thị Kẻ Gian,01/01/1990,Nữ,BINH_THUONG,,,`)],
];

/** Follows the runbook after a restore: every company and notice is assessed and reviewed, and everybody notified again. */
export async function askEverybodyAgain(run: FlowQueues): Promise<void> {
  const body = { reason: 'table-restored' };
  run.waiting.get('sweeps')?.push({ body, sentAt: run.clock.now.getTime(), delaySeconds: 0 });
  await run.settle();
  run.clock.now = new Date(run.clock.now.getTime() + 900_000);
  await run.settle();
}
