import { contentId } from './content-id.ts';
import type { RealClock } from './clock.ts';
import type { Park } from './sqs-worker.ts';

/** The store of parked messages until an operator replays them. */
interface ParkingLot {
  park(message: {
    readonly queue: string;
    readonly messageId: string;
    readonly why: string;
    readonly body: string;
    /** The ISO instant of parking. */
    readonly parkedAt: string;
  }): Promise<void>;
}

/**
 * Parks messages that can never succeed, under the queue's name, which is the last part of its ARN. A message that is
 * replayed in vain comes back under the id that it had, because the id is made from what it says.
 */
export const parkIn =
  (parked: ParkingLot, now: RealClock): Park =>
  ({ eventSourceARN, body }, why) => {
    const queue = eventSourceARN.split(':').at(-1) ?? '';
    const messageId = contentId({ queue, body });
    return parked.park({ queue, messageId, why, body, parkedAt: now().toISOString() });
  };
