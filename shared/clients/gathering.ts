import { setTimeout as wait } from 'node:timers/promises';

interface Waiting<T> {
  readonly item: T;
  readonly done: PromiseWithResolvers<void>;
}

/** SQS answers in about this time: whoever has to wait for it can as well wait for company. */
const FOR_COMPANY_MS = 5;

/**
 * Gathers what is handed over at almost the same time, from whomever, into batches of `most`: what a batch of messages
 * says one by one costs a request for ten. Each item's promise stands for that item alone.
 * @param flush settles each of its items
 */
export function gathering<T>(
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
    await wait(FOR_COMPANY_MS);
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
