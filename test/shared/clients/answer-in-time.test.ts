import { createHash } from 'node:crypto';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { GetCommand } from '@aws-sdk/lib-dynamodb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { documentClient } from '#shared/clients/dynamodb.ts';
import { objectStore } from '#shared/clients/object-store.ts';
import { logKey } from '#shared/clients/log-key.ts';
import { queue } from '#shared/clients/queue.ts';
import { changeSecret, readSecret } from '#shared/clients/secrets.ts';
import { stepQueues } from '#shared/clients/step-queues.ts';
import { ed25519KeyNamed } from '#infra/local/ed25519-key.ts';
import { clientsOf } from '#infra/local/clients.ts';
import { messagesIn } from '#infra/local/batch.ts';

let asked: ServerResponse[];
let arrived = Promise.withResolvers<void>();
let close: () => void;
let endpoint: string;
/** What the service answers to the second request; the first is never answered. */
let answer: object | string;

beforeEach(async () => {
  asked = [];
  arrived = Promise.withResolvers<void>();
  const server = createServer((request, response) => {
    request.resume().on('end', () => {
      asked.push(response);
      if (asked.length === 1) arrived.resolve();
      else response.end(typeof answer === 'string' ? answer : JSON.stringify(answer));
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  close = () => server.close().closeAllConnections();
  vi.stubEnv('AWS_ENDPOINT_URL', endpoint);
  vi.stubEnv('AWS_REGION', 'ap-southeast-1');
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'local');
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'local');
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllEnvs();
  close();
});

const KEY = ed25519KeyNamed('test');
const MESSAGE = { Successful: [{ Id: '0', MD5OfMessageBody: createHash('md5').update('{"n":1}').digest('hex') }] };
const CALLS: [string, object | string, () => Promise<unknown>][] = [
  ['a table', { Item: {} }, () => documentClient().send(new GetCommand({ TableName: 't', Key: { id: '1' } }))],
  ['a queue', MESSAGE, () => queue(`${endpoint}/0/a`)([{ n: 1 }])],
  ['a queue that is counted', { Attributes: {} }, () => stepQueues([`${endpoint}/0/a`]).counts()],
  ['a secret', { SecretString: 's' }, () => readSecret('arn')],
  ['a secret that is changed', {}, () => changeSecret('arn', 's', 'a-token-of-32-characters-or-more-')],
  ['a key', { PublicKey: Buffer.from(KEY.publicDer).toString('base64') }, () => logKey('arn')],
  ['a bucket', 'text', () => objectStore().read('b', 'k')],
  ['a queue of an inbox', { Attributes: {} }, () => messagesIn(runner().sqs, { queue: { url: endpoint } } as never)],
];
const runner = () => {
  const endpoints = { dynamodb: endpoint, sqs: endpoint, s3: endpoint, secretsManager: endpoint, kms: endpoint };
  return clientsOf(endpoints, { accessKeyId: 'local', secretAccessKey: 'local' });
};

describe('an answer that never comes', () => {
  it.each(CALLS)('%s is asked again after ten seconds', async (_, said, call) => {
    answer = said;
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const done = call();
    // A call without a time limit fails when the service closes
    done.catch(() => undefined);
    await arrived.promise;
    expect(asked).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(10_000);
    vi.useRealTimers();
    await vi.waitFor(() => expect(asked).toHaveLength(2), 3000);
    await done;
  });
});
