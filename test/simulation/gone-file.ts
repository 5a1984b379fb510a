import { type Violation, itemsOf } from './end-state.ts';
import { queueOf } from './queue-of.ts';
import { GONE } from './troubled-endpoint.ts';
import type { World } from './world.ts';

const KEY = `activities/${GONE}.csv`;

/** A file is announced that somebody has deleted since. */
export function announceGone(world: World): void {
  const object = { key: KEY, eTag: GONE, sequencer: '0000000000000001' };
  const body = JSON.stringify({ Records: [{ s3: { bucket: { name: world.design.inbox }, object } }] });
  world.queues.send(queueOf(world, '1-read-file'), body);
}

export const isGone = (key: string): boolean => key === KEY;

/** A message about a file or a notice that is gone can only be parked. */
export const isOfGone = ({ body }: Readonly<Record<string, unknown>>): boolean => String(body).includes(GONE);

/** An operator finds the announcement of a file that is gone. */
export function findingsOfGone(world: World): Violation[] {
  const isParked = itemsOf(world, 'Parked').some(({ body }) => String(body).includes(KEY));
  return world.features.isFileGone && !isParked ? [{ kind: 'lost', what: `${KEY} is gone, and nobody is told` }] : [];
}
