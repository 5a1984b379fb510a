import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import * as z from 'zod';

const Batch = z.looseObject({ Entries: z.array(z.looseObject({})) });

/** Passes messages on to a queue without their delay, so that a test need not wait for minutes. */
export async function hurriedQueue(queueUrl: string) {
  const server = createServer((request, response) => {
    const pass = async () => {
      const { Entries, ...batch } = Batch.parse(await json(request));
      const entries = Entries.map(({ DelaySeconds: _delay, ...entry }) => entry);
      const headers = {
        'content-type': String(request.headers['content-type']),
        'x-amz-target': String(request.headers['x-amz-target']),
        authorization: String(request.headers.authorization),
      };
      const body = JSON.stringify({ ...batch, QueueUrl: queueUrl, Entries: entries });
      const answer = await fetch(new URL('/', queueUrl), { method: 'POST', headers, body });
      response
        .writeHead(answer.status, { 'content-type': answer.headers.get('content-type') ?? '' })
        .end(await answer.text());
    };
    pass().catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const url = new URL(queueUrl);
  url.port = String((server.address() as AddressInfo).port);
  return { url: url.href, close: () => server.close() };
}
