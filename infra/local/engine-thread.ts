import type { Server } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { parentPort, workerData } from 'node:worker_threads';
import { secretsEndpoint } from './secrets-endpoint.ts';

/** dynalite comes without types: this is all of it that we use. */
type OpenDynalite = (options: { createTableMs: number; deleteTableMs: number }) => Server;

const LOOPBACK = '127.0.0.1';

async function serve(server: Server): Promise<string> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, LOOPBACK, resolve);
  });
  return `http://${LOOPBACK}:${(server.address() as AddressInfo).port}`;
}

async function startTables() {
  const open = createRequire(import.meta.url)('dynalite') as OpenDynalite;
  return { dynamodb: await serve(open({ createTableMs: 0, deleteTableMs: 0 })) };
}

/** Not fauxqs' own `startFauxqs`: that one listens to the whole network, and citizens' data are in these buckets. */
async function startQueues() {
  const { buildApp } = await import('fauxqs');
  const address = await buildApp({ logger: false }).listen({ port: 0, host: LOOPBACK });
  return { sqs: address, s3: address, secretsManager: await serve(secretsEndpoint()) };
}

const endpoints = workerData === 'tables' ? await startTables() : await startQueues();
parentPort?.postMessage(endpoints, []);
