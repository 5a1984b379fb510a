import { type Violation, itemsOf } from './end-state.ts';
import { queueOf } from './queue-of.ts';
import { GONE } from './troubled-endpoint.ts';
import type { World } from './world.ts';

const KEY = `activities/${GONE}.csv`;

/** A reply whose item is gone, as after its time. */
const REPLY = JSON.stringify({ receiver: 'police', replyId: GONE });

/** A file is announced that somebody has deleted since, and a reply that is gone is to be acted on. */
export function announceGone(world: World): void {
  const object = { key: KEY, eTag: GONE, sequencer: '0000000000000001' };
  const body = JSON.stringify({ Records: [{ s3: { bucket: { name: world.design.inbox }, object } }] });
  world.queues.send(queueOf(world, '1-read-file'), body);
  world.queues.send(queueOf(world, 'record-reply'), REPLY);
}

export const isGone = (key: string): boolean => key === KEY;

/** A message about a file, a reply or a notice that is gone can only be parked. */
export const isOfGone = ({ body }: Readonly<Record<string, unknown>>): boolean => String(body).includes(GONE);

/** An operator finds the announcements of what is gone. */
export function findingsOfGone(world: World): Violation[] {
  if (!world.features.isFileGone) return [];
  const parked = itemsOf(world, 'Parked').map(({ body }) => String(body));
  return [KEY, REPLY]
    .filter((gone) => !parked.some((body) => body.includes(gone)))
    .map((gone) => ({ kind: 'lost', what: `${gone} is gone, and nobody is told` }));
}
