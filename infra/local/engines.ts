import { MessageChannel, type MessagePort, Worker } from 'node:worker_threads';
import * as z from 'zod';

const services = ['dynamodb', 'sqs', 's3', 'secretsManager', 'kms'] as const;
type Service = (typeof services)[number];
/** The address of each AWS service: `http://host:port`. */
export type Endpoints = Readonly<Record<Service, string>>;

const variables: Readonly<Record<Service, string>> = {
  dynamodb: 'AWS_ENDPOINT_URL_DYNAMODB',
  sqs: 'AWS_ENDPOINT_URL_SQS',
  s3: 'AWS_ENDPOINT_URL_S3',
  secretsManager: 'AWS_ENDPOINT_URL_SECRETS_MANAGER',
  kms: 'AWS_ENDPOINT_URL_KMS',
};

/** Each engine has its own thread, so that tables use the second core while handlers use the first. */
const threads = [
  { engine: 'tables', serves: ['dynamodb'] },
  { engine: 'queues', serves: ['sqs', 's3', 'secretsManager', 'kms'] },
] as const;
/** Tables keep their items for long, and a small young heap would copy them again and again. */
const YOUNG_MEGABYTES = { tables: 16, queues: 12 };
const Started = z.record(z.string(), z.string());

/** A port to each engine that a thread can ask without a network; undefined for another endpoint. */
export interface EnginePorts {
  readonly tables: MessagePort | undefined;
  readonly queues: MessagePort | undefined;
}
export interface Engines {
  readonly endpoints: Endpoints;
  /** False where another endpoint is used, on which a run has to remove its resources. */
  readonly own: boolean;
  /** Opens ports to the engines' threads for another thread of this process. */
  readonly ports: () => EnginePorts;
  /** Rejects when an engine breaks down under way. */
  readonly broken: Promise<never>;
  stop(): Promise<void>;
}

/**
 * Starts an engine for each service without `AWS_ENDPOINT_URL` or an endpoint variable of its own. Engines run in
 * memory and on loopback.
 * @throws {Error} where an engine can't start
 */
export async function startEngines(environment: NodeJS.ProcessEnv): Promise<Engines> {
  const given = (service: Service) => environment[variables[service]] ?? environment['AWS_ENDPOINT_URL'];
  const needed = threads.filter(({ serves }) => serves.some((service) => given(service) === undefined));
  const workers = needed.map(
    ({ engine }) =>
      new Worker(new URL('engine-thread.ts', import.meta.url), {
        workerData: engine,
        resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MEGABYTES[engine] },
      }),
  );
  const started = await Promise.all(workers.map(firstWord));
  const own: Record<string, string> = Object.assign({}, ...started);
  const workerOf = (name: (typeof threads)[number]['engine']) =>
    workers[needed.findIndex(({ engine, serves }) => engine === name && given(serves[0]) === undefined)];
  const endpoint = (service: Service) => given(service) ?? own[service] ?? '';
  return {
    endpoints: {
      dynamodb: endpoint('dynamodb'),
      sqs: endpoint('sqs'),
      s3: endpoint('s3'),
      secretsManager: endpoint('secretsManager'),
      kms: endpoint('kms'),
    },
    own: services.every((service) => given(service) === undefined),
    ports: () => ({ tables: portTo(workerOf('tables')), queues: portTo(workerOf('queues')) }),
    broken: Promise.race(workers.map(breakdown)),
    stop: async () => {
      await Promise.all(workers.map((worker) => worker.terminate()));
    },
  };
}

/** The environment by which the SDK of a function or of the runner reaches the endpoints. */
export function endpointVariables(endpoints: Endpoints): Record<string, string> {
  return Object.fromEntries(services.map((service) => [variables[service], endpoints[service]]));
}

const firstWord = (worker: Worker) =>
  new Promise<Record<string, string>>((resolve, reject) => {
    worker.once('message', (said: unknown) => resolve(Started.parse(said)));
    worker.once('error', reject);
  });

const portTo = (worker: Worker | undefined): MessagePort | undefined => {
  if (!worker) return undefined;
  const { port1, port2 } = new MessageChannel();
  worker.postMessage(port2, [port2]);
  return port1;
};

const breakdown = (worker: Worker) => new Promise<never>((_, reject) => worker.once('error', reject));
