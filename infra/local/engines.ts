import { Worker } from 'node:worker_threads';
import * as z from 'zod';

const services = ['dynamodb', 'sqs', 's3', 'secretsManager'] as const;
type Service = (typeof services)[number];
/** The address of each AWS service: `http://host:port`. */
export type Endpoints = Readonly<Record<Service, string>>;

const variables: Readonly<Record<Service, string>> = {
  dynamodb: 'AWS_ENDPOINT_URL_DYNAMODB',
  sqs: 'AWS_ENDPOINT_URL_SQS',
  s3: 'AWS_ENDPOINT_URL_S3',
  secretsManager: 'AWS_ENDPOINT_URL_SECRETS_MANAGER',
};

/** A thread for each engine: the tables' work takes the second core while handlers take the first. */
const threads = [
  { engine: 'tables', serves: ['dynamodb'] },
  { engine: 'queues', serves: ['sqs', 's3', 'secretsManager'] },
] as const;
const Started = z.record(z.string(), z.string());

export interface Engines {
  readonly endpoints: Endpoints;
  /** False where somebody else's endpoint is used: what a run leaves there, it has to take away. */
  readonly own: boolean;
  /** Rejects when an engine breaks down under way. */
  readonly broken: Promise<never>;
  stop(): Promise<void>;
}

/**
 * Starts the engines that nobody names by `AWS_ENDPOINT_URL` or a service's own variable; all in memory, on loopback.
 * @throws {Error} where an engine can't start
 */
export async function startEngines(environment: NodeJS.ProcessEnv): Promise<Engines> {
  const given = (service: Service) => environment[variables[service]] ?? environment['AWS_ENDPOINT_URL'];
  const needed = threads.filter(({ serves }) => serves.some((service) => given(service) === undefined));
  const workers = needed.map(
    ({ engine }) => new Worker(new URL('engine-thread.ts', import.meta.url), { workerData: engine }),
  );
  const started = await Promise.all(workers.map(firstWord));
  const own: Record<string, string> = Object.assign({}, ...started);
  const endpoint = (service: Service) => given(service) ?? own[service] ?? '';
  return {
    endpoints: {
      dynamodb: endpoint('dynamodb'),
      sqs: endpoint('sqs'),
      s3: endpoint('s3'),
      secretsManager: endpoint('secretsManager'),
    },
    own: services.every((service) => given(service) === undefined),
    broken: Promise.race(workers.map(breakdown)),
    stop: async () => {
      await Promise.all(workers.map((worker) => worker.terminate()));
    },
  };
}

/** What the SDK of a function or of the runner reads from its environment to reach the endpoints. */
export function endpointVariables(endpoints: Endpoints): Record<string, string> {
  return Object.fromEntries(services.map((service) => [variables[service], endpoints[service]]));
}

const firstWord = (worker: Worker) =>
  new Promise<Record<string, string>>((resolve, reject) => {
    worker.once('message', (said: unknown) => resolve(Started.parse(said)));
    worker.once('error', reject);
  });

const breakdown = (worker: Worker) => new Promise<never>((_, reject) => worker.once('error', reject));
