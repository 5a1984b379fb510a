import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import { answerOverPort, type Engine } from './in-process/answer.ts';
import { inProcessQueues } from './in-process/queues.ts';
import { keysEndpoint } from './keys-endpoint.ts';
import { MemoryTables } from './tables/memory-tables.ts';
import { serveTables } from './tables/serve-tables.ts';

const LOOPBACK = '127.0.0.1';

async function serve(server: Server): Promise<string> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, LOOPBACK, resolve);
  });
  return `http://${LOOPBACK}:${(server.address() as AddressInfo).port}`;
}

/** Each thread of this process gets a port, over which it reaches the same engine as HTTP callers do. */
const answerPorts = (run: Engine) => parentPort?.on('message', (port: MessagePort) => answerOverPort(port, run));

async function startTables() {
  const tables = new MemoryTables();
  answerPorts((operation, request) => tables.run(operation, request));
  return { dynamodb: await serve(serveTables(tables)) };
}

/** fauxqs' own `startFauxqs` is not used, because it listens on all network interfaces and the buckets hold citizens' data. */
async function startQueues() {
  const { app, run } = await inProcessQueues();
  answerPorts(run);
  const address = await app.listen({ port: 0, host: LOOPBACK });
  const keys = await serve(keysEndpoint());
  return { sqs: address, s3: address, secretsManager: keys, kms: keys };
}

const endpoints = workerData === 'tables' ? await startTables() : await startQueues();
parentPort?.postMessage(endpoints, []);
