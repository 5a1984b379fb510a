import * as z from 'zod';
import type { Engine } from './answer.ts';
import { objectVersions } from './object-versions.ts';
import { refusalOfForm } from './post-policy.ts';

const PostedTo = z.object({ bucket: z.string() });

/** The number of taken messages after which the array is shortened, because each shortening moves the rest. */
const SHORTENED_AFTER = 4096;

/**
 * The waiting messages of a queue in their order. A plain array of a hundred thousand messages would move all of them
 * for each one that is taken from its front.
 */
export class MessageLine<T> implements Iterable<T> {
  #items: (T | undefined)[] = [];
  #taken = 0;

  get length(): number {
    return this.#items.length - this.#taken;
  }

  push(item: T): number {
    this.#items.push(item);
    return this.length;
  }

  shift(): T | undefined {
    if (this.length === 0) return undefined;
    const item = this.#items[this.#taken];
    // A taken message is released at once, before the array is shortened
    this.#items[this.#taken] = undefined;
    this.#taken += 1;
    if (this.#taken >= SHORTENED_AFTER && this.#taken * 2 >= this.#items.length) {
      this.#items = this.#items.slice(this.#taken);
      this.#taken = 0;
    }
    return item;
  }

  *[Symbol.iterator](): Generator<T> {
    for (const item of this.#items.slice(this.#taken)) if (item !== undefined) yield item;
  }
}

/** The internals of fauxqs that are used here, because it exports only its server. */
interface Store {
  createQueue(...given: unknown[]): { messages: Iterable<unknown> };
}
type Action = (request: object, store: Store) => object | Promise<object>;
interface Inside {
  readonly SqsStore: new () => Store;
  readonly S3Store: new () => Parameters<typeof objectVersions>[0];
}

/** SQS's name for an error, which fauxqs has as the error's code. */
class QueueRefuses extends Error {
  constructor(name: string, message: string) {
    super(message);
    this.name = name;
  }
}

const ACTIONS = [
  'sendMessage',
  'sendMessageBatch',
  'receiveMessage',
  'deleteMessageBatch',
  'changeMessageVisibilityBatch',
  'getQueueAttributes',
] as const;

function refuse(error: unknown): never {
  throw error instanceof Error && 'code' in error ? new QueueRefuses(String(error.code), error.message) : error;
}

/** Replaces the arrays of fauxqs' queues by message lines. */
function withLines(store: Store): Store {
  const create = store.createQueue.bind(store);
  store.createQueue = (...given) => Object.assign(create(...given), { messages: new MessageLine() });
  return store;
}

/** Queues that answer over HTTP and, for threads of this process, by a direct call, with the same store and actions. */
export async function inProcessQueues() {
  const inside = (path: string) => import(new URL(path, import.meta.resolve('fauxqs')).href);
  const { SqsStore } = (await inside('./sqs/sqsStore.js')) as Pick<Inside, 'SqsStore'>;
  const { S3Store } = (await inside('./s3/s3Store.js')) as Pick<Inside, 'S3Store'>;
  const store = withLines(new SqsStore());
  const s3Store = new S3Store();
  const actions = new Map<string, Action>();
  for (const name of ACTIONS) {
    const found = (await inside(`./sqs/actions/${name}.js`)) as Record<string, Action | undefined>;
    const action = found[name];
    if (!action) throw new Error(`fauxqs has no ${name}`);
    actions.set(name.charAt(0).toUpperCase() + name.slice(1), action);
  }
  const run: Engine = (operation, input) => {
    const action = actions.get(operation);
    if (!action) throw new QueueRefuses('UnsupportedOperation', `${operation} is not known here`);
    try {
      const output = action(input, store);
      return output instanceof Promise ? output.catch(refuse) : output;
    } catch (error) {
      return refuse(error);
    }
  };
  const { buildApp } = await import('fauxqs');
  const stores = { sqsStore: store, s3Store } as unknown as NonNullable<
    NonNullable<Parameters<typeof buildApp>[0]>['stores']
  >;
  const versions = objectVersions(s3Store);
  const app = buildApp({ logger: false, stores });
  versions.answerIn(app);
  app.addHook('preHandler', async ({ method, params, body, headers: { 'content-type': contentType = '' } }, reply) => {
    const { data } = PostedTo.safeParse(params);
    if (method !== 'POST' || !data || !(body instanceof Buffer) || !contentType.startsWith('multipart/form-data'))
      return undefined;
    const sent = { bucket: data.bucket, body: new Uint8Array(body), contentType };
    const refusal = await refusalOfForm(sent, new Date());
    return refusal === undefined ? undefined : reply.code(403).send(`<Error><Code>${refusal}</Code></Error>`);
  });
  return { app, run };
}
