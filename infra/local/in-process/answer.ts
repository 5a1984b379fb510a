import type { MessagePort } from 'node:worker_threads';
import type { EngineCalls, EngineReplies } from './ask.ts';

/** Runs one operation of an engine; an error's `name` is the class of AWS's error. */
export type Engine = (operation: string, input: object) => object | Promise<object>;

/** Answers the messages of a port in their order, and all questions of one message in one answer. */
export function answerOverPort(port: MessagePort, run: Engine): void {
  port.on('message', ({ ids, operations, inputs }: EngineCalls) => {
    const replies = new RepliesToSend();
    for (const [place, input] of inputs.entries()) {
      const id = ids[place] ?? 0;
      try {
        const output = run(operations[place] ?? '', input);
        if (output instanceof Promise) void answerLater(id, output, port);
        else replies.answer(id, output);
      } catch (error) {
        replies.refuse(id, error);
      }
    }
    replies.send(port);
  });
}

async function answerLater(id: number, output: Promise<object>, port: MessagePort): Promise<void> {
  const replies = new RepliesToSend();
  await output.then(
    (found) => replies.answer(id, found),
    (error: unknown) => replies.refuse(id, error),
  );
  replies.send(port);
}

class RepliesToSend {
  readonly #answered: number[] = [];
  readonly #outputs: object[] = [];
  readonly #refused: number[] = [];
  readonly #faults: EngineReplies['faults'][number][] = [];

  answer(id: number, output: object): void {
    this.#answered.push(id);
    this.#outputs.push(output);
  }

  refuse(id: number, error: unknown): void {
    this.#refused.push(id);
    this.#faults.push(faultOf(error));
  }

  send(port: MessagePort): void {
    if (this.#answered.length + this.#refused.length === 0) return;
    port.postMessage({
      answered: this.#answered,
      outputs: this.#outputs,
      refused: this.#refused,
      faults: this.#faults,
    } satisfies EngineReplies);
  }
}

const faultOf = (error: unknown) =>
  error instanceof Error
    ? { name: error.name, message: error.message }
    : { name: 'InternalServerError', message: String(error) };
