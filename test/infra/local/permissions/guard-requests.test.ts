import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { GetObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { GetQueueUrlCommand, SQSClient } from '@aws-sdk/client-sqs';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { guardRequests } from '#infra/local/permissions/guard-requests.ts';
import { bankWebhook } from '#shared/clients/bank-webhook.ts';

interface ReceivedRequest {
  readonly method: string | undefined;
  readonly signature: string | undefined;
  readonly body: string;
}

const asked: string[] = [];
const received: ReceivedRequest[] = [];
let server: Server;
let endpoint = '';
let unguard = () => {};

async function receive(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const signature = request.headers['webhook-signature']?.toString();
  received.push({ method: request.method, signature, body: await text(request) });
  response.writeHead(204).end();
}

beforeAll(async () => {
  server = createServer((request, response) => void receive(request, response));
  await new Promise<void>((listening) => void server.listen(0, '127.0.0.1', listening));
  endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  unguard = guardRequests(({ action }) => {
    asked.push(action);
    return false;
  });
});
afterEach(() => {
  received.length = 0;
  asked.length = 0;
});
afterAll(() => {
  unguard();
  server.close();
});

const aws = () => ({
  endpoint,
  region: 'ap-southeast-1',
  maxAttempts: 1,
  credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
});

it('the guard lets a webhook pass unchanged, because no role restricts calls of banks', async () => {
  const secret = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;
  const call = { url: `${endpoint}/hook`, secrets: [secret], id: 'n.1', at: new Date(), body: '{"level":"watch"}' };
  expect(await bankWebhook({ allowLoopback: true })(call)).toMatchObject({ status: 204 });
  expect(received).toEqual([{ method: 'POST', signature: expect.stringMatching(/^v1,/u), body: call.body }]);
  expect(asked).toEqual([]);
});

it.each([
  [
    'S3',
    's3:GetObject',
    () => new S3Client({ ...aws(), forcePathStyle: true }).send(new GetObjectCommand({ Bucket: 'b', Key: 'k' })),
  ],
  ['SQS', 'sqs:GetQueueUrl', () => new SQSClient(aws()).send(new GetQueueUrlCommand({ QueueName: 'q' }))],
])('the guard refuses a request to %s that the role does not allow, before it leaves', async (_, action, send) => {
  await expect(send()).rejects.toMatchObject({ name: 'AccessDeniedException' });
  expect(asked).toEqual([action]);
  expect(received).toEqual([]);
});
