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

/** Parks messages that can never succeed, under the queue's name, which is the last part of its ARN. */
export const parkIn =
  (parked: ParkingLot, now: RealClock): Park =>
  ({ eventSourceARN, messageId, body }, why) =>
    parked.park({ queue: eventSourceARN.split(':').at(-1) ?? '', messageId, why, body, parkedAt: now().toISOString() });
