import { ALL_RECEIVERS } from '#shared/domain/notification/notice/all-receivers.ts';
import { dayInVietnam, endOfDayInVietnam } from '#shared/domain/vietnamese/dates.ts';
import { lastOverdueStart } from '#shared/domain/vietnamese/due-days.ts';
import type { RealClock } from '#shared/runtime/clock.ts';
import { inParallel } from '#shared/runtime/in-parallel.ts';
import { log } from '#shared/runtime/log.ts';
import { UNACKNOWLEDGED_STATUSES } from '#shared/domain/notification/notice/handling-status.ts';
import type { Notices } from '#shared/tables/notices.ts';

export interface UnansweredPorts {
  readonly notices: Pick<Notices, 'waiting'>;
  readonly now: RealClock;
}

const RECEIVERS_AT_ONCE = 8;

/**
 * Logs one line for each receiver that has left notices unacknowledged too long, whether it is pushed to or reads the feed. A
 * metric counts the lines and raises an alarm; `npm run redrive` sends the notices again.
 */
export async function reportUnanswered({ notices, now }: UnansweredPorts): Promise<void> {
  const until = endOfDayInVietnam(lastOverdueStart('bankAcknowledgement', dayInVietnam(now())));
  await inParallel(ALL_RECEIVERS, RECEIVERS_AT_ONCE, async (receiver) => {
    let count = 0;
    for (const handlingStatus of UNACKNOWLEDGED_STATUSES)
      count += (await notices.waiting(receiver, handlingStatus, until)).length;
    if (count > 0) log('NOTICES_UNANSWERED', { receiver, count });
  });
}
