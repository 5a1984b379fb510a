import { acknowledgeAll } from './receivers.ts';
import { itemsOf, queueOf } from './tables-of.ts';
import type { World } from './world.ts';

const MINUTE_MS = 60_000;
const MOST_ROUNDS = 60;
const CRASHED_MS = 2.1 * 3_600_000;
/** All work of the clocks is done by the second day, on which a reader that ended without a word counts as crashed. */
const DAYS = 2;

export function tick(world: World, isToTick: (queueUrl: string) => boolean = () => true): void {
  for (const { queueUrl, input } of world.design.schedules) if (isToTick(queueUrl)) world.queues.send(queueUrl, input);
}

/** @returns how many dead letters were moved back */
export function redriveAll(world: World): number {
  let redriven = 0;
  for (const { reads } of world.design.steps) if (reads) redriven += world.queues.redrive(reads.queue);
  world.faults.count('redriven', redriven);
  return redriven;
}

/** Moves the dead letters back until nothing changes, without any clock. */
export async function untilQuiet(world: World): Promise<void> {
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    await world.settle();
    if (redriveAll(world) === 0) return;
  }
}

/** Moves the dead letters back and lets the clocks tick until nothing changes and every endpoint has its notices. */
export async function untilRest(world: World): Promise<void> {
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    await untilQuiet(world);
    if (round >= DAYS && !itemsOf(world, 'Deliveries').some(({ state }) => state === 'waiting')) break;
    world.pass(round === DAYS - 1 ? CRASHED_MS : round * MINUTE_MS);
    tick(world, (queueUrl) => round < DAYS || !queueUrl.includes('sweeps'));
  }
}

/** The police read their feed to its end, which shows changes once they are a few seconds old. */
export async function untilRead(world: World): Promise<void> {
  world.pass(3500);
  world.arrivals.push(() => world.feed.readOn(world));
  await untilQuiet(world);
}

/** Each receiver acknowledges what it has not answered. */
export async function untilAcknowledged(world: World): Promise<void> {
  world.arrivals.push(() => acknowledgeAll(world));
  await untilQuiet(world);
}

/** An operator has every company assessed and every notice reviewed. */
export async function assessAnew(
  world: World,
  reason: 'settings-changed' | 'table-restored' = 'settings-changed',
): Promise<void> {
  world.queues.send(queueOf(world, 'sweep-due'), JSON.stringify({ reason }));
}
