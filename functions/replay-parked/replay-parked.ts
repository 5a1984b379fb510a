import type { Send } from '#shared/clients/queue.ts';
import { log } from '#shared/runtime/log.ts';
import type { Parked } from '#shared/tables/parked.ts';

export interface Ports {
  readonly parked: Pick<Parked, 'of' | 'release'>;
  /** Sends a body as it was to the queue of that name; undefined where there is no such queue. */
  readonly queueNamed: (name: string) => Send<unknown> | undefined;
}

/** No queue of the stack has this name. */
export class UnknownQueue extends Error {
  override readonly name = 'UnknownQueue';
}

/** Sends a queue's parked messages back to it, once what stopped them has been put right. */
export async function replayParked(queueName: string, { parked, queueNamed }: Ports): Promise<{ replayed: number }> {
  const send = queueNamed(queueName);
  if (!send) throw new UnknownQueue();
  const messages = await parked.of(queueName);
  for (const message of messages) {
    // Sent before it is released: a crash in between sends it twice, which does no harm
    await send([JSON.parse(message.body)]);
    await parked.release(message);
  }
  log('PARKED_REPLAYED', { count: messages.length });
  return { replayed: messages.length };
}
