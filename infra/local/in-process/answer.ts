import type { MessagePort } from 'node:worker_threads';
import type { EngineCall, EngineReply } from './ask.ts';

/** Runs one operation of an engine; an error's `name` is the class of AWS's error. */
export type Engine = (operation: string, input: object) => object | Promise<object>;

/** Answers the messages of a port in their order, and all questions of one message in one answer. */
export function answerOverPort(port: MessagePort, run: Engine): void {
  port.on('message', (questions: readonly EngineCall[]) => {
    const later: Promise<EngineReply>[] = [];
    const now: EngineReply[] = [];
    for (const { id, operation, input } of questions) {
      try {
        const output = run(operation, input);
        if (output instanceof Promise) later.push(replyTo(id, output));
        else now.push({ id, output });
      } catch (error) {
        now.push({ id, fault: faultOf(error) });
      }
    }
    if (now.length > 0) port.postMessage(now);
    for (const reply of later) void reply.then((one) => port.postMessage([one]));
  });
}

const replyTo = (id: number, output: Promise<object>): Promise<EngineReply> =>
  output.then(
    (found) => ({ id, output: found }),
    (error: unknown) => ({ id, fault: faultOf(error) }),
  );

const faultOf = (error: unknown) =>
  error instanceof Error
    ? { name: error.name, message: error.message }
    : { name: 'InternalServerError', message: String(error) };
