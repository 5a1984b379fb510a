import { randomUUID } from 'node:crypto';
import type { Writable } from 'node:stream';
import { MessageChannel, Worker } from 'node:worker_threads';
import { REGION } from './region.ts';
import type { LocalFunction } from './deploy.ts';
import type { EnginePorts } from './engines.ts';
import type { AwsCall } from './permissions/calls-in-request.ts';
import type { GuardLine } from './permissions/guard-requests.ts';
import type { Permissions } from './permissions/permissions.ts';
import { COMPILE_CACHE } from './cache-folder.ts';
import type { SandboxAnswer, Invocation, SandboxData } from './sandbox-thread.ts';

/** An invocation that gave no result; `message` names only the error's class and no data. */
export class InvocationFailed extends Error {
  override readonly name = 'InvocationFailed';
}

/** One execution environment of a function: one event at a time, kept warm between them. */
export interface Sandbox {
  /** @throws {InvocationFailed} where the handler threw, ran out of time or memory, or couldn't be loaded */
  invoke(event: unknown, traceHeader?: string): Promise<unknown>;
  /** Frees the sandbox's memory; a later event gets a fresh environment. */
  close(): Promise<void>;
}

/** The log that all sandboxes write to; only the runner writes to the screen. */
export interface SandboxContext {
  readonly log: Writable;
  /** Opens ports to the engines of this process for one sandbox; without it functions reach the engines by their endpoints. */
  readonly ports?: () => EnginePorts;
  /** The variables with endpoints and credentials by which a function's SDK reaches the engines. */
  readonly variables: Readonly<Record<string, string>>;
  /** The permissions of each function's role; undefined where they are not checked. */
  readonly permissions?: Pick<Permissions, 'allows'>;
}

export function sandbox(target: LocalFunction, context: SandboxContext): Sandbox {
  let warm: Promise<Worker> | undefined;

  const open = () => {
    const opening = start(target, context);
    const forget = () => {
      if (warm === opening) warm = undefined;
    };
    opening.then((worker) => worker.once('exit', forget), forget);
    warm = opening;
    return opening;
  };

  const invokeOn = (worker: Worker, event: unknown, traceHeader: string | undefined) =>
    new Promise<unknown>((resolve, reject) => {
      const limit = target.timeoutSeconds * 1000;
      const fail = (why: string) => reject(new InvocationFailed(`${target.name}: ${why}`));
      /** A sandbox that failed outside its handler is never used again, as on Lambda. */
      const lose = (why: string) => {
        done();
        worker.terminate().then(() => fail(why), reject);
      };
      const onMessage = (answer: SandboxAnswer) => {
        done();
        if ('error' in answer) fail(answer.error);
        else resolve('result' in answer ? answer.result : undefined);
      };
      const onError = (error: Error) => lose(error.name);
      const onExit = () => lose('exit');
      const timer = setTimeout(() => lose(`timed out after ${target.timeoutSeconds} s`), limit);
      const done = () => {
        clearTimeout(timer);
        worker.off('message', onMessage).off('error', onError).off('exit', onExit);
      };
      worker.on('message', onMessage).on('error', onError).on('exit', onExit);
      const invocation: Invocation = { event, requestId: randomUUID(), deadline: Date.now() + limit, traceHeader };
      worker.postMessage(invocation, []);
    });

  return {
    async invoke(event, traceHeader) {
      return invokeOn(await (warm ?? open()), event, traceHeader);
    },
    async close() {
      const opened = warm;
      warm = undefined;
      const worker = await opened?.catch(() => undefined);
      await worker?.terminate();
    },
  };
}

/** Resolves when the module is loaded. As on Lambda, loading does not count as time of the first event. */
function start(target: LocalFunction, context: SandboxContext): Promise<Worker> {
  const { log, variables, permissions } = context;
  const ports = context.ports?.();
  const guard = permissions && guardLine(target.name, permissions);
  const workerData: SandboxData = {
    module: target.module,
    handler: target.handler,
    functionName: target.name,
    memoryMegabytes: target.memoryMegabytes,
    ports,
    ...(guard && { guard: guard.own }),
  };
  const worker = new Worker(new URL('sandbox-thread.ts', import.meta.url), {
    workerData,
    transferList: [ports?.tables, ports?.queues, guard?.own.port].filter((port) => port !== undefined),
    env: {
      ...ofLambda(target),
      ...compileCache(),
      ...variables,
      ...credentialsOf(target, variables),
      ...target.environment,
    },
    stdout: true,
    stderr: true,
    resourceLimits: { maxOldGenerationSizeMb: target.memoryMegabytes, maxYoungGenerationSizeMb: 24 },
  });
  for (const output of [worker.stdout, worker.stderr]) output.on('data', (chunk) => log.write(chunk));
  return new Promise((resolve, reject) => {
    const fail = (why: string) => reject(new InvocationFailed(`${target.name} does not load: ${why}`));
    const onError = (error: Error) => fail(error.message);
    const onExit = () => fail('exit');
    worker.on('error', onError).on('exit', onExit);
    worker.once('message', () => {
      worker.off('error', onError).off('exit', onExit);
      // An error between two invocations ends the sandbox, and its exit makes the next event open another.
      worker.on('error', () => {});
      resolve(worker);
    });
  });
}

/**
 * The compile cache of this process. Node gives a thread with variables of its own none, so each sandbox would compile its
 * bundle again. The thread removes the variable before it loads the function.
 */
function compileCache(): Readonly<Record<string, string>> {
  const folder = process.env[COMPILE_CACHE];
  return folder === undefined ? {} : { [COMPILE_CACHE]: folder };
}

/** On embedded engines each function has credentials with its own name. */
const credentialsOf = ({ name }: LocalFunction, { AWS_ACCESS_KEY_ID: given }: SandboxContext['variables']) =>
  given === 'local' ? { AWS_ACCESS_KEY_ID: name } : {};

/** The runner answers what the sandbox asks. A question that can't be evaluated is refused, so that no run succeeds by it. */
function guardLine(name: string, permissions: Pick<Permissions, 'allows'>) {
  const { port1, port2 } = new MessageChannel();
  const answered = new Int32Array(new SharedArrayBuffer(4));
  port1.on('message', (call: AwsCall) => {
    const answer = (isAllowed: boolean) => {
      port1.postMessage(isAllowed);
      Atomics.store(answered, 0, 1);
      Atomics.notify(answered, 0);
    };
    permissions.allows(name, call).then(answer, () => answer(false));
  });
  // The sandbox may end before the answer arrives.
  port1.unref();
  return { own: { port: port2, answered } satisfies GuardLine };
}

/** The environment variables that Lambda itself sets. */
const ofLambda = ({ name, memoryMegabytes, handler }: LocalFunction) => ({
  AWS_REGION: REGION,
  AWS_DEFAULT_REGION: REGION,
  AWS_LAMBDA_FUNCTION_NAME: name,
  AWS_LAMBDA_FUNCTION_VERSION: '$LATEST',
  AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(memoryMegabytes),
  AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x',
  _HANDLER: `index.${handler}`,
});
