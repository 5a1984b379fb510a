import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mailer, MailRefused } from '#shared/clients/mail.ts';

const mail = {
  to: 'an@example.vn',
  subject: 'Có việc mới',
  text: 'Một việc.',
  stopAt: 'https://desks.example.vn/stop',
};

describe('mails by SES', () => {
  const asked: { path: string | undefined; authorization: string | undefined; body: unknown }[] = [];
  let status = 200;
  const server = createServer((request, response) => {
    const { url: path, headers } = request;
    void json(request).then((body) => {
      asked.push({ path, authorization: headers.authorization, body });
      return response.writeHead(status).end('{"MessageId":"m"}');
    });
  });
  beforeAll(() => new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve)));
  afterAll(() => void server.close());
  const send = () => {
    const { port } = server.address() as AddressInfo;
    const keys = { AWS_REGION: 'ap-southeast-1', AWS_ACCESS_KEY_ID: 'id', AWS_SECRET_ACCESS_KEY: 'secret' };
    return mailer({ ...keys, AWS_ENDPOINT_URL_SESV2: `http://127.0.0.1:${port}` }, 'no-reply@example.vn')(mail);
  };

  it('a mail is one signed request, with the way to stop the mails in its headers', async () => {
    await send();
    expect(asked.at(-1)).toEqual({
      path: '/v2/email/outbound-emails',
      authorization: expect.stringMatching(/^AWS4-HMAC-SHA256 Credential=id\/\d{8}\/ap-southeast-1\/ses\//u),
      body: {
        FromEmailAddress: 'no-reply@example.vn',
        Destination: { ToAddresses: ['an@example.vn'] },
        Content: {
          Simple: {
            Subject: { Data: 'Có việc mới', Charset: 'UTF-8' },
            Body: { Text: { Data: 'Một việc.', Charset: 'UTF-8' } },
            Headers: [
              { Name: 'List-Unsubscribe', Value: '<https://desks.example.vn/stop>' },
              { Name: 'List-Unsubscribe-Post', Value: 'List-Unsubscribe=One-Click' },
            ],
          },
        },
      },
    });
  });

  it.each([
    [400, true],
    [429, false],
    [503, false],
  ])('the answer %i means that the mail will never be sent: %s', async (answer, isRefused) => {
    status = answer;
    const error = await send().catch((thrown: unknown) => thrown);
    expect(error instanceof MailRefused).toBe(isRefused);
    expect(error).toBeInstanceOf(Error);
  });
});
