import { dayInVietnam, formatDate } from '#shared/domain/vietnamese/dates.ts';
import { ALL_RECEIVERS } from '#shared/domain/notification/notice/all-receivers.ts';
import type { Notices } from '#shared/tables/notices.ts';

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
