import { createHash } from 'node:crypto';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { S3Client } from '@aws-sdk/client-s3';
import { SQSClient } from '@aws-sdk/client-sqs';
import { afterEach, describe, expect, it } from 'vitest';
import { objectStore } from '#shared/clients/object-store.ts';
import { queue } from '#shared/clients/queue.ts';
import { patientRetries } from '#shared/clients/retries.ts';

const closing: (() => void)[] = [];
afterEach(() => closing.splice(0).forEach((close) => close()));

/** A service that answers with each of these in turn. @returns the options of a client, and the number of requests so far */
async function answering(...answers: ((response: ServerResponse) => unknown)[]) {
  let asked = 0;
  const server = createServer((request, response) => {
    request.resume().on('end', () => answers[asked++]?.(response));
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  closing.push(() => server.close().closeAllConnections());
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  const options = { endpoint, region: 'ap-southeast-1', credentials, retryStrategy: patientRetries };
  return { options, asked: () => asked };
}
const json = (status: number, body: object) => (response: ServerResponse) =>
  response.writeHead(status, { 'content-type': 'application/x-amz-json-1.0' }).end(JSON.stringify(body));
const xml = (status: number, code: string) => (response: ServerResponse) =>
  response.writeHead(status, { 'content-type': 'application/xml' }).end(`<Error><Code>${code}</Code></Error>`);
const sent = (body: string) =>
  json(200, { Successful: [{ Id: '0', MD5OfMessageBody: createHash('md5').update(body).digest('hex') }] });
const empty = (response: ServerResponse) => response.end();

describe('a call that a service refuses for now', () => {
  it('a message is sent again where the key of its queue was asked for too often', async () => {
    const throttled = json(400, { __type: 'com.amazonaws.sqs#KmsThrottled', message: '' });
    const { options, asked } = await answering(throttled, sent('{"n":1}'));
    const client = new SQSClient({ ...options, useQueueUrlAsEndpoint: false });
    await queue(`${options.endpoint}/0/a`, client)([{ n: 1 }]);
    expect(asked()).toBe(2);
  });

  it.each(['ConditionalRequestConflict', 'OperationAborted'])(
    'a first object is written again where another request was under way: %s',
    async (code) => {
      const { options, asked } = await answering(xml(409, code), empty);
      const store = objectStore(new S3Client({ ...options, forcePathStyle: true }));
      expect(await store.putFirst('b', 'k', 'text', 'text/plain')).toBe('text');
      expect(asked()).toBe(2);
    },
  );

  it('a call that is refused for good is not made again', async () => {
    const { options, asked } = await answering(json(400, { __type: 'com.amazonaws.sqs#KmsDisabled', message: '' }));
    const client = new SQSClient({ ...options, useQueueUrlAsEndpoint: false });
    await expect(queue(`${options.endpoint}/0/a`, client)([{ n: 1 }])).rejects.toMatchObject({ name: 'KmsDisabled' });
    expect(asked()).toBe(1);
  });
});
