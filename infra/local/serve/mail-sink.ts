import { mkdir, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { json } from 'node:stream/consumers';
import * as z from 'zod';
import { listen } from './listen.ts';

const Asked = z.object({
  FromEmailAddress: z.string(),
  Destination: z.object({ ToAddresses: z.array(z.string()) }),
  Content: z.object({
    Simple: z.object({
      Subject: z.object({ Data: z.string() }),
      Body: z.object({ Text: z.object({ Data: z.string() }) }),
      Headers: z.array(z.object({ Name: z.string(), Value: z.string() })),
    }),
  }),
});

export interface MailSink {
  /** The address, `http://127.0.0.1:port`. */
  readonly url: string;
  close(): void;
}

/** Takes SES's place in a served run: each mail becomes a file that a mail program opens. */
export async function mailSink(folder: string): Promise<MailSink> {
  let count = 0;
  const keep = async (asked: z.infer<typeof Asked>) => {
    const { FromEmailAddress: from, Destination, Content } = asked;
    const { Subject, Body, Headers } = Content.Simple;
    const headers = [
      `From: ${from}`,
      `To: ${Destination.ToAddresses.join(', ')}`,
      `Subject: =?utf-8?B?${Buffer.from(Subject.Data).toString('base64')}?=`,
      'Content-Type: text/plain; charset=utf-8',
      ...Headers.map(({ Name, Value }) => `${Name}: ${Value}`),
    ];
    await mkdir(folder, { recursive: true });
    count += 1;
    await writeFile(join(folder, `${Date.now()}-${count}.eml`), [...headers, '', Body.Text.Data].join('\n'));
  };
  const server = createServer((request, response) => {
    json(request)
      .then((asked) => keep(Asked.parse(asked)))
      .then(() => response.writeHead(200, { 'content-type': 'application/json' }).end('{"MessageId":"local"}'))
      .catch(() => response.writeHead(400).end());
  });
  const url = await listen(server, 0);
  return { url, close: () => server.close() };
}
