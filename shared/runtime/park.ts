import type { Parked } from '#shared/tables/parked.ts';
import type { WireClock } from './clock.ts';
import type { Park } from './sqs-worker.ts';

/** Parks a queue's hopeless messages under the queue's name, the last part of its ARN. */
export const parkIn =
  (parked: Pick<Parked, 'park'>, now: WireClock): Park =>
  ({ eventSourceARN, messageId, body }, why) =>
    parked.park({ queue: eventSourceARN.split(':').at(-1) ?? '', messageId, why, body, parkedAt: now().toISOString() });
