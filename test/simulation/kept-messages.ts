import { queueOf } from './queue-of.ts';
import type { World } from './world.ts';

interface Kept<T> {
  readonly messages: readonly string[];
  readonly result: T;
}

/** Keeps the messages to a step from it, so that nothing follows from them. */
export async function keepingMessages<T>(world: World, folder: string, act: () => Promise<T>): Promise<Kept<T>> {
  const { queues } = world;
  const queue = queueOf(world, folder);
  const messages: string[] = [];
  const send = queues.sendBatch.bind(queues);
  queues.sendBatch = (url, entries) => {
    if (url !== queue) return send(url, entries);
    messages.push(...entries.map(({ MessageBody }) => MessageBody));
    return { Successful: entries.map(({ Id }) => ({ Id })), Failed: [] };
  };
  const result = await act();
  queues.sendBatch = send;
  return { messages, result };
}
