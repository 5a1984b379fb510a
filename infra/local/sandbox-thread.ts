import { pathToFileURL } from 'node:url';
import { parentPort, workerData } from 'node:worker_threads';
import type { Context } from 'aws-lambda';
import { COMPILE_CACHE } from './cache-folder.ts';
import type { EnginePorts } from './engines.ts';
import { giveServices } from './in-process/services.ts';
import { servicesOverPorts } from './in-process/services-over-ports.ts';
import { strictQueues } from './in-process/strict-queues.ts';
import { guardOverPort, type GuardLine, guardRequests, guardServices } from './permissions/guard-requests.ts';
import { REGION } from './region.ts';

/** The data that the runner gives to a sandbox at its start. */
export interface SandboxData {
  readonly module: string;
  readonly handler: string;
  readonly functionName: string;
  readonly memoryMegabytes: number;
  /** The means by which the sandbox asks what its role allows. */
  readonly guard?: GuardLine;
  readonly ports?: EnginePorts | undefined;
}
/** The data that the runner sends for each invocation. */
export interface Invocation {
  readonly event: unknown;
  readonly requestId: string;
  /** Milliseconds since 1970. */
  readonly deadline: number;
  readonly traceHeader?: string | undefined;
}
/** The messages of the thread: `ready` once, then one answer for each invocation. An error is sent by its class alone. */
export type SandboxAnswer = { ready: true } | { result: unknown } | { error: string };

/** The variable in which Lambda gives an invocation's trace header to the SDK. */
const TRACE = '_X_AMZN_TRACE_ID';

type Handler = (event: unknown, context: Context) => Promise<unknown>;

const { module, handler, functionName, memoryMegabytes, ports, guard } = workerData as SandboxData;
const port = parentPort;
if (!port) throw new Error('A sandbox is a worker thread');

// Lambda does not set it, so the function must not see it
delete process.env[COMPILE_CACHE];
const allows = guard && guardOverPort(guard);
// The guard must be in place before the SDK is loaded, because the SDK keeps a reference to Node's
// request function.
if (allows) guardRequests(allows);
if (ports) {
  const { tables, queues } = servicesOverPorts(ports);
  const services = { tables, queues: queues && strictQueues(queues, () => process.env[TRACE]) };
  giveServices(allows ? guardServices(services, allows) : services);
}
const exported = (await import(pathToFileURL(module).href)) as Record<string, Handler | undefined>;
const handle = exported[handler];
if (!handle) throw new Error(`${functionName} exports no ${handler}`);

/** Answers once the log of the work has left the thread, whose end would lose the rest. */
const say = async (answer: SandboxAnswer): Promise<void> => {
  await Promise.all([process.stdout, process.stderr].map(flushed));
  port.postMessage(answer);
};

const flushed = (output: NodeJS.WriteStream) => new Promise<void>((done) => output.write('', () => done()));

/** Lambda's context object, as the handlers of a deployed function see it. */
const contextOf = ({ requestId, deadline }: Invocation): Context => ({
  functionName,
  functionVersion: '$LATEST',
  invokedFunctionArn: `arn:aws:lambda:${REGION}:000000000000:function:${functionName}`,
  memoryLimitInMB: String(memoryMegabytes),
  awsRequestId: requestId,
  logGroupName: `/aws/lambda/${functionName}`,
  logStreamName: 'local',
  callbackWaitsForEmptyEventLoop: true,
  getRemainingTimeInMillis: () => Math.max(0, deadline - Date.now()),
  // Lambda's Node 24 has no callbacks, so only the handler's promise ends an invocation.
  done: () => {},
  fail: () => {},
  succeed: () => {},
});

port.on('message', (invocation: Invocation) => {
  process.env[TRACE] = invocation.traceHeader ?? '';
  Promise.resolve()
    .then(() => handle(invocation.event, contextOf(invocation)))
    .then(
      (result) => say({ result }),
      (error: unknown) => {
        console.error(error);
        return say({ error: error instanceof Error ? error.name : 'unknown' });
      },
    );
});
await say({ ready: true });
