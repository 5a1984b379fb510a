import type { RealClock } from '#shared/runtime/clock.ts';
import { presentTrace } from '#shared/runtime/chain.ts';
import { inParallel } from '#shared/runtime/in-parallel.ts';
import type { DueMessages } from '#shared/tables/due-messages.ts';

type SendOrDelay<M> = (messages: readonly M[], delaySeconds?: number) => Promise<void>;

interface LaterPorts<M> {
  /** The name of the queue, and how it is sent to. */
  readonly queue: string;
  readonly send: SendOrDelay<M>;
  /** The body with its codes sealed; for a queue whose messages name companies. */
  readonly sealed?: (body: string) => string;
  readonly dueMessages: Pick<DueMessages, 'keep'>;
  readonly now: RealClock;
}

const LONGEST_IN_QUEUE_SECONDS = 60;
const WRITES_AT_ONCE = 16;

/**
 * Sends messages to a function's own queue. Those that wait for longer than a minute are stored until the clock sends
 * them: Lambda would take a message that goes round and round for an endless loop, and stop it.
 */
export const sendLater =
  <M>({ queue, send, sealed = (body) => body, dueMessages, now }: LaterPorts<M>): SendOrDelay<M> =>
  async (messages, seconds) => {
    if (seconds === undefined || seconds <= LONGEST_IN_QUEUE_SECONDS) return send(messages, seconds);
    const at = new Date(now().getTime() + seconds * 1000).toISOString();
    await inParallel(messages, WRITES_AT_ONCE, (message) =>
      dueMessages.keep({ queue, body: sealed(JSON.stringify(message)), ...presentTrace() }, at),
    );
  };
