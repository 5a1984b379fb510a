/** How often a chain of messages has passed each queue. */
export type Hops = ReadonlyMap<string, number>;

/** How often Lambda lets one chain of messages start the same function before it stops the chain. */
export const LAMBDA_STOPS_AFTER = 16;

/** The hops as a message carries them. */
export const writtenHops = (hops: Hops): string => [...hops].map(([queue, count]) => `${queue}=${count}`).join(' ');

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
