import type { MessagePort } from 'node:worker_threads';
import type { InProcessService } from '#shared/runtime/in-process.ts';

/** A question to a thread that runs an engine. */
export interface EngineCall {
  readonly id: number;
  /** The operation, such as `PutItem`. */
  readonly operation: string;
  readonly input: object;
}
/** The answer to a question: the engine's output, or the error by its name. */
export type EngineReply =
  | { readonly id: number; readonly output: object }
  | { readonly id: number; readonly fault: { readonly name: string; readonly message: string } };

/**
 * Asks an engine over a port of its thread. All questions of one turn of the event loop are sent as one message,
 * because waking a thread costs more than a table's answer.
 */
export function askOverPort(port: MessagePort): InProcessService {
  const open = new Map<number, PromiseWithResolvers<object>>();
  let last = 0;
  let waiting: EngineCall[] = [];
  port.on('message', (replies: readonly EngineReply[]) => {
    for (const reply of replies) {
      const asked = open.get(reply.id);
      open.delete(reply.id);
      if ('fault' in reply) asked?.reject(reply.fault);
      else asked?.resolve(reply.output);
    }
  });
  // The port does not keep a waiting sandbox alive, because its runner does
  port.unref();
  const flush = () => {
    const questions = waiting;
    waiting = [];
    port.postMessage(questions);
  };
  return (operation, input) => {
    const id = (last += 1);
    const asked = Promise.withResolvers<object>();
    open.set(id, asked);
    if (waiting.length === 0) process.nextTick(flush);
    waiting.push({ id, operation, input });
    return asked.promise;
  };
}
