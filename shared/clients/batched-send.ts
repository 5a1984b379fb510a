import { setTimeout as wait } from 'node:timers/promises';

interface Waiting<T> {
  readonly item: T;
  readonly done: PromiseWithResolvers<void>;
}

/** The time for which an item waits for others to share its request, about as long as an answer of SQS takes. */
const GATHERED_FOR_MS = 5;

/**
 * Joins items that callers send at almost the same time into batches of `most`, so that ten messages cost one
 * request. Each item has a promise of its own.
 * @param flush settles each of its items
 */
export function batchedSend<T>(
  most: number,
  flush: (items: readonly T[]) => Promise<readonly PromiseSettledResult<void>[]>,
): (item: T) => Promise<void> {
  let waiting: Waiting<T>[] = [];

  const send = async (batch: readonly Waiting<T>[]): Promise<void> => {
    try {
      const outcomes = await flush(batch.map(({ item }) => item));
      for (const [index, { done }] of batch.entries()) {
        const outcome = outcomes[index];
        if (outcome?.status === 'fulfilled') done.resolve();
        else done.reject(outcome?.reason);
      }
    } catch (error) {
      for (const { done } of batch) done.reject(error);
    }
  };

  const sendLater = async (batch: Waiting<T>[]): Promise<void> => {
    await wait(GATHERED_FOR_MS);
    if (waiting !== batch) return;
    waiting = [];
    await send(batch);
  };

  return (item) => {
    const done = Promise.withResolvers<void>();
    waiting.push({ item, done });
    if (waiting.length === 1) void sendLater(waiting);
    if (waiting.length === most) {
      void send(waiting);
      waiting = [];
    }
    return done.promise;
  };
}
