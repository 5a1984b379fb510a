import { inParallel } from '#shared/runtime/in-parallel.ts';
import { log } from '#shared/runtime/log.ts';
import { parseJson } from '#shared/runtime/parse-json.ts';
import type { Parked } from '#shared/tables/parked.ts';
import { UnknownQueue } from './unknown-queue.ts';

export interface ReplayParkedPorts {
  readonly parked: Pick<Parked, 'of' | 'release'>;
  /** Sends an unchanged body to the queue of the given name; undefined where there is no such queue. */
  readonly queueNamed: (name: string) => ((bodies: readonly unknown[]) => Promise<void>) | undefined;
}

/** The number of messages sent again, and of those that stay because they are no JSON, which no step can read. */
interface Replay {
  readonly replayed: number;
  readonly unreadable: number;
}

const MESSAGES_AT_ONCE = 8;

/**
 * Sends a queue's parked messages to it again, once their cause has been corrected. After an interruption it can be
 * called again, because messages that were sent are no longer parked.
 * @throws {UnknownQueue}
 */
export async function replayParked(queueName: string, { parked, queueNamed }: ReplayParkedPorts): Promise<Replay> {
  const send = queueNamed(queueName);
  if (!send) throw new UnknownQueue();
  const all = (await parked.of(queueName)).map((message) => ({ message, body: parseJson(message.body) }));
  const readable = all.filter(({ body }) => body !== undefined);
  await inParallel(readable, MESSAGES_AT_ONCE, async ({ message, body }) => {
    // The message is sent before it is removed; a crash in between sends it twice, which does no
    // harm
    await send([body]);
    await parked.release(message);
  });
  log('PARKED_REPLAYED', { count: readable.length });
  return { replayed: readable.length, unreadable: all.length - readable.length };
}
