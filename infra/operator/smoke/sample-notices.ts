import { bankReceiver, POLICE, type Receiver } from '#shared/domain/notification/receiver.ts';

/** How many notices each receiver gets of `events/sample-inbox`, whatever the day. */
export const SAMPLE_NOTICES: ReadonlyMap<Receiver, number> = new Map([
  [POLICE, 10],
  [bankReceiver('970405'), 3],
  [bankReceiver('970407'), 3],
  [bankReceiver('970415'), 5],
  [bankReceiver('970418'), 4],
  [bankReceiver('970422'), 3],
  [bankReceiver('970436'), 1],
]);
