import type { MessagePort } from 'node:worker_threads';
import type { TablesNearby } from '#shared/runtime/tables-nearby.ts';
import { fromWire, toWire } from './commands.ts';

/** A question to the tables' thread; `json` is the input as DynamoDB's API takes it. */
export interface Question {
  readonly id: number;
  /** `PutItem` */
  readonly action: string;
  readonly json: string;
}
/** Its answer: DynamoDB's output, or the fault by its name. */
export type TableReply =
  | { readonly id: number; readonly json: string }
  | { readonly id: number; readonly fault: { readonly name: string; readonly message: string } };

/** Asks the tables over a port of their thread, as many questions at once as come. */
export function askTables(port: MessagePort): TablesNearby {
  const open = new Map<number, PromiseWithResolvers<object>>();
  let last = 0;
  port.on('message', (reply: TableReply) => {
    const asked = open.get(reply.id);
    open.delete(reply.id);
    if ('fault' in reply) asked?.reject(reply.fault);
    else asked?.resolve(fromWire(JSON.parse(reply.json)));
  });
  // A sandbox that waits for its next event is held by its runner alone
  port.unref();
  return (command, input) => {
    const id = (last += 1);
    const asked = Promise.withResolvers<object>();
    open.set(id, asked);
    const question: Question = { id, action: command.replace(/Command$/u, ''), json: JSON.stringify(toWire(input)) };
    port.postMessage(question);
    return asked.promise;
  };
}
