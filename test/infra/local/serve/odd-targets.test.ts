import { once } from 'node:events';
import type { Server } from 'node:http';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { APIGatewayProxyEventV2WithLambdaAuthorizer } from 'aws-lambda';
import type { LocalFunction } from '#infra/local/deploy.ts';
import { gateway } from '#infra/local/serve/gateway.ts';
import { localIdentityProvider } from '#infra/local/serve/identity-provider.ts';
import { listen } from '#infra/local/serve/listen.ts';
import { localTokenIssuer } from '#infra/local/serve/token-issuer.ts';

const target = { name: 'api' } as LocalFunction;
const client = (receiver: 'bank#970436' | 'police') => ({ receiver, clientId: receiver, clientSecret: 's' });

/** Requests that no HTTP client library sends are written to the socket as they are. */
describe('a request with an odd target or odd headers', () => {
  let server: Server;
  let port = 0;
  let tokens: Record<string, string> = {};
  const events: APIGatewayProxyEventV2WithLambdaAuthorizer<Record<string, string>>[] = [];
  const to = {
    async invoke(event: unknown) {
      events.push(event as APIGatewayProxyEventV2WithLambdaAuthorizer<Record<string, string>>);
      return { statusCode: 200, body: '{}' };
    },
    close: async () => {},
  };
  beforeAll(async () => {
    const issuer = localTokenIssuer([client('bank#970436'), client('police')]);
    const routes = [
      { routeKey: 'GET /v1/notices/{id}', target, to, authorizer: 'Tokens' },
      { routeKey: 'GET /{page+}', target, to, authorizer: undefined },
    ];
    server = gateway({ routes, tokens: issuer, people: { claimsOf: async () => undefined } });
    port = Number(new URL(await listen(server, 0)).port);
    const form = (id: string) => `grant_type=client_credentials&client_id=${encodeURIComponent(id)}&client_secret=s`;
    const issued = async (id: string) => (await issuer.issue(undefined, form(id))).body as { access_token: string };
    tokens = {
      bank: (await issued('bank#970436')).access_token,
      police: (await issued('police')).access_token,
    };
  });
  afterAll(() => void server.close());
  beforeEach(() => void events.splice(0));

  const statusOf = (...lines: string[]) => statusAt(port, lines);
  const bearer = (who: string) => `Authorization: Bearer ${tokens[who]}`;

  it.each([
    'GET //evil.example/office/files HTTP/1.1',
    'GET /\\evil.example/office/files HTTP/1.1',
    'GET http://evil.example/office/files HTTP/1.1',
    'GET https://user:secret@evil.example/office/files HTTP/1.1',
  ])('the address of the desks is never taken from what the caller writes: %s', async (line) => {
    expect(await statusOf(line, `Host: localhost:${port}`)).toBe(200);
    expect(events.map(({ requestContext }) => requestContext.domainName)).toEqual([`localhost:${port}`]);
  });

  it.each([
    'GET //[ HTTP/1.1',
    'GET http://[ HTTP/1.1',
    'GET * HTTP/1.1',
    'GET evil:1 HTTP/1.1',
    'GET http://% HTTP/1.1',
  ])('a target that is no address is refused as a bad request or leads nowhere: %s', async (line) => {
    const status = await statusOf(line, `Host: localhost:${port}`);
    expect([200, 400, 404]).toContain(status);
    for (const { requestContext } of events) expect(requestContext.domainName).toBe(`localhost:${port}`);
  });

  it('of two tokens in one request the second counts for nothing, and headers of a proxy name no caller', async () => {
    const first = ['GET /v1/notices/x HTTP/1.1', `Host: localhost:${port}`, bearer('bank')];
    const asked = await statusOf(
      ...first,
      bearer('police'),
      'X-Forwarded-Host: evil.example',
      'X-Forwarded-For: 10.0.0.1',
      'Forwarded: for=10.0.0.1;host=evil.example',
    );
    expect(asked).toBe(200);
    for (const { requestContext } of events) {
      expect(requestContext.authorizer.lambda.client).toBe('bank#970436');
      expect(requestContext.http.sourceIp).toMatch(/127\.0\.0\.1$/u);
      expect(requestContext.domainName).toBe(`localhost:${port}`);
    }
    const joined = `${bearer('bank')}, Bearer ${tokens['police']}`;
    expect(await statusOf('GET /v1/notices/x HTTP/1.1', `Host: localhost:${port}`, joined)).toBe(401);
  });

  it('a request with two lengths, a folded header, no host or a very long header reaches no function', async () => {
    const line = 'GET /v1/notices/x HTTP/1.1';
    const host = `Host: localhost:${port}`;
    const bad = [
      [line, host, 'Content-Length: 0', 'Transfer-Encoding: chunked'],
      [line, host, 'Content-Length: 0', 'Content-Length: 5'],
      [line, host, bearer('bank'), ' folded: x'],
      [line, bearer('bank')],
      [line, host, `X-Long: ${'x'.repeat(100_000)}`],
    ];
    for (const lines of bad) {
      const status = await statusOf(...lines);
      expect([lines.at(-1)?.slice(0, 20), [0, 400, 431].includes(status)]).toEqual([lines.at(-1)?.slice(0, 20), true]);
    }
    expect(events).toEqual([]);
  });

  it('an encoded slash stays within its part of the path, and repeated names of a query come as one text', async () => {
    const line = 'GET /v1/notices/a%2Fb%2e%2e%2fbank%23970418?cursor=1&cursor=2&__proto__=x HTTP/1.1';
    expect(await statusOf(line, `Host: localhost:${port}`, bearer('bank'))).toBe(200);
    expect(events).toMatchObject([
      { pathParameters: { id: 'a/b../bank#970418' }, queryStringParameters: { cursor: '1,2' } },
    ]);
    expect(Object.getPrototypeOf(events[0]?.queryStringParameters)).toBe(Object.prototype);
  });
});

it('the local sign-in survives targets that are no address', async () => {
  const office = await localIdentityProvider();
  await office.openFor('desks', ['http://127.0.0.1:8080']);
  const port = Number(new URL(office.issuer).port);
  const host = `Host: 127.0.0.1:${port}`;
  try {
    for (const odd of ['//[', 'http://[', '*', '/choice/%zz', '/choice/x?person=%', '//evil.example/auth'])
      expect([odd, await statusAt(port, [`GET ${odd} HTTP/1.1`, host])]).toEqual([
        odd,
        expect.toSatisfy((status: number) => status >= 200 && status < 500),
      ]);
    expect(await statusAt(port, ['GET /.well-known/openid-configuration HTTP/1.1', host])).toBe(200);
  } finally {
    office.close();
  }
});

/** Sends the lines of a request's head. @returns the status of the answer, or 0 where the connection was cut */
async function statusAt(port: number, lines: readonly string[]): Promise<number> {
  const socket = connect(port, '127.0.0.1');
  await once(socket, 'connect');
  socket.write(`${[...lines, 'Connection: close'].join('\r\n')}\r\n\r\n`);
  const answer = await text(socket).catch(() => '');
  return Number(/^HTTP\/1\.1 (\d{3})/u.exec(answer)?.[1] ?? 0);
}
