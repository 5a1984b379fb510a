import type { Server } from 'node:http';
import { createRequire } from 'node:module';
import type { MessagePort } from 'node:worker_threads';
import type { Question, TableReply } from './ask-tables.ts';

const require = createRequire(import.meta.url);

/** dynalite comes without types: this is all of it that we use. */
type Store = object;
type Done = (fault: unknown, output?: object) => void;
interface Validations {
  toLowerFirst(action: string): string;
  checkTypes(data: unknown, types: unknown): object;
  checkValidations(data: object, types: unknown, custom: unknown, store: Store): void;
}
interface Action {
  readonly run: (store: Store, data: object, done: Done) => void;
  readonly types: unknown;
  readonly custom: unknown;
}

/**
 * Tables that answer over HTTP and, to threads of this process, over ports: both times the same store, and the same checks
 * before it.
 */
export function nearTables(): { readonly server: Server; readonly answer: (port: MessagePort) => void } {
  const database = require('dynalite/db') as { create: (options: unknown) => Store };
  const { create } = database;
  let store: Store | undefined;
  database.create = (options) => (store = create(options));
  const server = (require('dynalite') as (options: object) => Server)({ createTableMs: 0, deleteTableMs: 0 });
  database.create = create;
  const validations = require('dynalite/validations') as Validations;
  const actions = new Map<string, Action>();

  const actionOf = (name: string): Action => {
    const file = validations.toLowerFirst(name);
    const checks = require(`dynalite/validations/${file}`) as { types: unknown; custom: unknown };
    const action = { run: require(`dynalite/actions/${file}`) as Action['run'], ...checks };
    actions.set(name, action);
    return action;
  };
  const run = ({ action: name, json }: Question, done: Done): void => {
    if (!store) throw new Error('dynalite has made no store');
    const action = actions.get(name) ?? actionOf(name);
    const data = validations.checkTypes(JSON.parse(json), action.types);
    validations.checkValidations(data, action.types, action.custom, store);
    action.run(store, data, done);
  };
  return {
    server,
    answer: (port) =>
      port.on('message', (question: Question) => {
        const { id } = question;
        const say = (reply: TableReply) => port.postMessage(reply);
        try {
          run(question, (fault, output) =>
            say(fault ? { id, fault: faultOf(fault) } : { id, json: JSON.stringify(output) }),
          );
        } catch (fault) {
          say({ id, fault: faultOf(fault) });
        }
      }),
  };
}

/** dynalite's faults carry the body of their answer: `{__type: 'com.amazonaws.dynamodb.v20120810#…', message}`. */
const faultOf = (fault: unknown): { name: string; message: string } => {
  const { body, message = '' } = fault as { body?: Record<string, string>; message?: string };
  return {
    name: body?.['__type']?.split('#').at(-1) ?? 'InternalServerError',
    message: body?.['message'] ?? body?.['Message'] ?? message,
  };
};
