import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { parentPort } from 'node:worker_threads';
import { createHash } from 'node:crypto';
import { text } from 'node:stream/consumers';
import * as z from 'zod';

const Batch = z.object({ Entries: z.array(z.object({ Id: z.string(), MessageBody: z.string() })) });

/**
 * An endpoint in its own thread that answers every DynamoDB and SQS request with success at once and counts the items
 * of batches.
 */
let items = 0;
const server = createServer((request, response) => {
  const action = String(request.headers['x-amz-target']).split('.').at(-1);
  text(request)
    .then((body) => {
      if (action === 'BatchWriteItem') items += body.split('"PutRequest"').length - 1;
      const answer = action === 'SendMessageBatch' ? sent(body) : '{}';
      return response.writeHead(200, { 'content-type': 'application/x-amz-json-1.0' }).end(answer);
    })
    .catch(() => response.destroy());
});

const sent = (body: string): string => {
  const { Entries } = Batch.parse(JSON.parse(body));
  const Successful = Entries.map(({ Id, MessageBody }) => ({
    Id,
    MessageId: Id,
    MD5OfMessageBody: createHash('md5').update(MessageBody).digest('hex'),
  }));
  return JSON.stringify({ Successful, Failed: [] });
};

server.listen(0, '127.0.0.1', () => {
  const { port } = server.address() as AddressInfo;
  parentPort?.postMessage(`http://127.0.0.1:${port}`, []);
});
parentPort?.on('message', () => parentPort?.postMessage(items, []));
