import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import { nearTables } from './nearby/near-tables.ts';
import { secretsEndpoint } from './secrets-endpoint.ts';

const LOOPBACK = '127.0.0.1';

async function serve(server: Server): Promise<string> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, LOOPBACK, resolve);
  });
  return `http://${LOOPBACK}:${(server.address() as AddressInfo).port}`;
}

/** Threads of this process are handed a port each, and ask the same tables over it. */
async function startTables() {
  const { server, answer } = nearTables();
  parentPort?.on('message', (port: MessagePort) => answer(port));
  return { dynamodb: await serve(server) };
}

/** Not fauxqs' own `startFauxqs`: that one listens to the whole network, and citizens' data are in these buckets. */
async function startQueues() {
  const { buildApp } = await import('fauxqs');
  const address = await buildApp({ logger: false }).listen({ port: 0, host: LOOPBACK });
  return { sqs: address, s3: address, secretsManager: await serve(secretsEndpoint()) };
}

const endpoints = workerData === 'tables' ? await startTables() : await startQueues();
parentPort?.postMessage(endpoints, []);
