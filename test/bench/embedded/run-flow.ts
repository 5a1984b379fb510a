import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { Worker } from 'node:worker_threads';
import * as z from 'zod';
import { clientsOf, type Clients } from '#infra/local/clients.ts';
import { deploy, type LocalDeployment, type LocalFunction } from '#infra/local/deploy.ts';
import { uploadToInbox } from '#infra/local/upload-to-inbox.ts';
import { endpointVariables, startEngines } from '#infra/local/engines.ts';
import { eventSources } from '#infra/local/event-sources.ts';
import { deadLettersOf, PSEUDO_PARAMETERS } from '#infra/local/run.ts';
import { findFiles } from '#infra/local/find-files.ts';
import { type Sandbox, sandbox, type SandboxContext } from '#infra/local/sandbox.ts';
import { synthesise } from '#infra/local/synthesise.ts';
import { readStack, type Stack } from '#infra/local/template.ts';
import { type IndexWrites, indexWrites } from '../billing/index-writes.ts';
import { type Exchange, recorder } from './recorder.ts';

const ROOT = join(import.meta.dirname, '..', '..', '..');
const AS_OF = '2025-12-31';
const CREDENTIALS = { accessKeyId: 'local', secretAccessKey: 'local' };

export interface MeasuredInvocation {
  readonly function: string;
  readonly memoryMegabytes: number;
  readonly processorMilliseconds: number;
}

/** The measurements of one inbox, from its drop to empty queues. */
export interface Phase {
  readonly files: number;
  readonly seconds: number;
  readonly invocations: readonly MeasuredInvocation[];
  /** The recorded requests; empty where none were recorded. */
  readonly exchanges: readonly Exchange[];
  readonly logBytes: number;
}

export interface MeasuredFlow {
  readonly phases: readonly Phase[];
  readonly indexes: IndexWrites;
}

export interface StackOnEngines {
  readonly clients: Clients;
  readonly stack: Stack;
  readonly deployed: LocalDeployment;
}

/** dynalite in its own thread, because it reports the consumption of a request, which the embedded tables do not. */
async function dynaliteThread(): Promise<{ readonly endpoint: string; stop(): Promise<unknown> }> {
  const worker = new Worker(new URL('dynalite-thread.ts', import.meta.url));
  const [endpoint] = z.tuple([z.string()]).parse(await once(worker, 'message'));
  return { endpoint, stop: () => worker.terminate() };
}

/** Makes the stack's tables, queues and buckets on fresh engines, with a recorder in front of them if requested. */
export async function withPlace<T>(
  recorded: boolean,
  work: (place: StackOnEngines, exchanges: readonly Exchange[]) => Promise<T>,
): Promise<T> {
  const cache = join(ROOT, '.cache', 'cdk.out.local');
  mkdirSync(cache, { recursive: true });
  const tables = await dynaliteThread();
  const [engines, synthesised] = await Promise.all([
    startEngines({ AWS_ENDPOINT_URL_DYNAMODB: tables.endpoint }),
    synthesise(ROOT, cache, { asOf: AS_OF, policy: 'local' }, AbortSignal.timeout(120_000)),
  ]);
  const recording = recorded ? await recorder(engines.endpoints) : undefined;
  try {
    const clients = clientsOf(recording?.endpoints ?? engines.endpoints, CREDENTIALS);
    const stack = readStack(synthesised.template, PSEUDO_PARAMETERS);
    const deployed = await deploy(stack, clients, { suffix: '', assetOf: synthesised.assetOf });
    return await work({ clients, stack, deployed }, recording?.exchanges ?? []);
  } finally {
    recording?.stop();
    await engines.stop();
    await tables.stop();
  }
}

/**
 * Runs the deployed functions on local engines as `npm start` does, one inbox after another, each to empty queues.
 * Synthesis and the start of the engines are not timed.
 */
export function runFlow(inboxes: readonly string[], { recorded = false } = {}): Promise<MeasuredFlow> {
  return withPlace(recorded, async ({ clients, stack, deployed }, exchanges) => {
    const phases: Phase[] = [];
    const invocations: MeasuredInvocation[] = [];
    const log = new Counter();
    const variables = {
      ...endpointVariables(clients.endpoints),
      AWS_ACCESS_KEY_ID: CREDENTIALS.accessKeyId,
      AWS_SECRET_ACCESS_KEY: CREDENTIALS.secretAccessKey,
    };
    const sources = eventSources(clients.sqs, deployed.mappings, ({ target }) =>
      measured(target, { log, variables }, invocations),
    );
    try {
      for (const inbox of inboxes) {
        const before = { exchanges: exchanges.length, invocations: invocations.length, logBytes: log.bytes };
        const { files } = await findFiles(inbox);
        const startedAt = performance.now();
        await uploadToInbox(clients, { inbox, files, bucket: deployed.buckets['inbox'] ?? '' }, deployed.announcements);
        await sources.drain();
        phases.push({
          files: files.length,
          seconds: (performance.now() - startedAt) / 1000,
          invocations: invocations.slice(before.invocations),
          exchanges: exchanges.slice(before.exchanges),
          logBytes: log.bytes - before.logBytes,
        });
      }
      const failures = await deadLettersOf(clients.sqs, deployed, sources);
      if (failures.length > 0) throw new Error(failures.join('; '));
    } finally {
      await sources.close();
    }
    return { phases, indexes: indexWrites(stack) };
  });
}

const MeasuredAnswer = z.object({ answer: z.unknown(), processorMilliseconds: z.number() });

/** Records only warm invocations, because cold starts are measured separately. */
function measured(target: LocalFunction, context: SandboxContext, measurements: MeasuredInvocation[]): Sandbox {
  const { name, memoryMegabytes, module, handler } = target;
  const inner = sandbox(
    { ...target, module: join(import.meta.dirname, 'measured-handler.ts'), handler: 'handler' },
    {
      ...context,
      variables: {
        ...context.variables,
        MEASURED_MODULE: module,
        MEASURED_HANDLER: handler,
        AWS_SDK_UA_APP_ID: name,
      },
    },
  );
  let warm = false;
  return {
    async invoke(event) {
      if (!warm) await inner.invoke({ Records: [] });
      warm = true;
      const { answer, processorMilliseconds } = MeasuredAnswer.parse(await inner.invoke(event));
      measurements.push({ function: name, memoryMegabytes, processorMilliseconds });
      return answer;
    },
    async close() {
      warm = false;
      await inner.close();
    },
  };
}

class Counter extends Writable {
  bytes = 0;
  override _write(chunk: Buffer, _encoding: BufferEncoding, done: () => void): void {
    this.bytes += chunk.length;
    done();
  }
}
