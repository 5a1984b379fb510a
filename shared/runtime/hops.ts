import { AsyncLocalStorage } from 'node:async_hooks';

/** How often a chain of messages has passed each queue: what a function sends while it handles a message goes on with its chain. */
export type Hops = ReadonlyMap<string, number>;

/** How often Lambda lets one chain of messages start the same function before it stops the chain. */
export const LAMBDA_STOPS_AFTER = 16;

/** The name of the message attribute in which a message carries its hops. */
export const HOPS_ATTRIBUTE = 'hops';

const present = new AsyncLocalStorage<Hops>();

/** Does some work as a part of a chain, whose hops every message takes on that the work sends. */
export const inChain = <T>(hops: Hops, work: () => T): T => present.run(hops, work);

/** The hops of the chain in which the caller works, as a message carries them; undefined outside of a chain. */
export function writtenHops(): string | undefined {
  const hops = present.getStore();
  return hops && [...hops].map(([queue, count]) => `${queue}=${count}`).join(' ');
}

/** @param written as a message carries them */
export function hopsOf(written = ''): Hops {
  return new Map(
    written
      .split(' ')
      .filter((one) => one !== '')
      .map((one): [string, number] => {
        const [queue = '', count] = one.split('=');
        return [queue, Number(count)];
      }),
  );
}

/** The hops after one more passage of a queue. */
export const afterPassing = (hops: Hops, queue: string): Hops => new Map(hops).set(queue, (hops.get(queue) ?? 0) + 1);

/** The hops of messages that are handled together: of each queue the most. */
export function joinedHops(all: readonly Hops[]): Hops {
  const joined = new Map<string, number>();
  for (const hops of all) for (const [queue, count] of hops) joined.set(queue, Math.max(count, joined.get(queue) ?? 0));
  return joined;
}
