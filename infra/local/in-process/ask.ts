import type { MessagePort } from 'node:worker_threads';
import type { InProcessService } from './services.ts';

/**
 * Questions to a thread that runs an engine. Each list has an entry for every question: of a list of objects the names
 * of the fields would be copied again for each.
 */
export interface EngineCalls {
  readonly ids: readonly number[];
  /** The operations, such as `PutItem`. */
  readonly operations: readonly string[];
  readonly inputs: readonly object[];
}
/** The answers to questions: the engine's outputs by the ids of the questions, and its errors by their names. */
export interface EngineReplies {
  readonly answered: readonly number[];
  readonly outputs: readonly object[];
  readonly refused: readonly number[];
  readonly faults: readonly { readonly name: string; readonly message: string }[];
}

/**
 * Asks an engine over a port of its thread. All questions of one turn of the event loop are sent as one message,
 * because waking a thread costs more than a table's answer.
 */
export function askOverPort(port: MessagePort): InProcessService {
  const open = new Map<number, PromiseWithResolvers<object>>();
  let last = 0;
  let waiting = noCalls();
  const taken = (id: number) => {
    const asked = open.get(id);
    open.delete(id);
    return asked;
  };
  port.on('message', ({ answered, outputs, refused, faults }: EngineReplies) => {
    for (const [place, output] of outputs.entries()) taken(answered[place] ?? 0)?.resolve(output);
    for (const [place, fault] of faults.entries()) taken(refused[place] ?? 0)?.reject(fault);
  });
  // The port does not keep a waiting sandbox alive, because its runner does
  port.unref();
  const flush = () => {
    const questions = waiting;
    waiting = noCalls();
    port.postMessage(questions satisfies EngineCalls);
  };
  return (operation, input) => {
    const id = (last += 1);
    const asked = Promise.withResolvers<object>();
    open.set(id, asked);
    if (waiting.ids.length === 0) process.nextTick(flush);
    waiting.ids.push(id);
    waiting.operations.push(operation);
    waiting.inputs.push(input);
    return asked.promise;
  };
}

const noCalls = () => ({ ids: new Array<number>(), operations: new Array<string>(), inputs: new Array<object>() });
