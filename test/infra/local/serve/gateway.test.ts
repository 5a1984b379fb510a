import type { Server } from 'node:http';
import { decodeJwt, SignJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { APIGatewayProxyEventV2WithLambdaAuthorizer } from 'aws-lambda';
import type { LocalFunction } from '#infra/local/deploy.ts';
import { InvocationFailed } from '#infra/local/sandbox.ts';
import { gateway } from '#infra/local/serve/gateway.ts';
import { listen } from '#infra/local/serve/listen.ts';
import { sandboxPool } from '#infra/local/serve/sandbox-pool.ts';
import { AWS_LIMITS } from '#infra/limits.ts';
import { localTokenIssuer } from '#infra/local/serve/token-issuer.ts';

const target = { name: 'api' } as LocalFunction;
const clients = [
  { receiver: 'police' as const, clientId: 'police', clientSecret: 'p' },
  { receiver: 'bank#970436' as const, clientId: 'a bank', clientSecret: 's:1 é' },
];

describe('the local gateway', () => {
  let server: Server;
  let url: string;
  const events: APIGatewayProxyEventV2WithLambdaAuthorizer<Record<string, string>>[] = [];
  const to = {
    async invoke(event: unknown) {
      events.push(event as APIGatewayProxyEventV2WithLambdaAuthorizer<Record<string, string>>);
      if (events.at(-1)?.queryStringParameters?.['fail']) throw new InvocationFailed('api: Error');
      if (events.at(-1)?.queryStringParameters?.['large'])
        return { statusCode: 200, headers: {}, body: 'x'.repeat(AWS_LIMITS.lambdaSynchronousPayloadBytes.value + 1) };
      return { statusCode: 202, headers: { 'content-type': 'application/json' }, body: '{"ok":true}' };
    },
    close: async () => {},
  };
  beforeAll(async () => {
    const routes = ['GET /v1/notices', 'POST /v1/notices/{id}/decisions'].map((routeKey) => ({
      routeKey,
      target,
      to,
      authorizer: 'Tokens',
    }));
    server = gateway({ routes, tokens: localTokenIssuer(clients), people: { claimsOf: async () => undefined } });
    url = await listen(server, 0);
  });
  afterAll(() => void server.close());

  const basic = (id: string, secret: string) => ({
    authorization: `Basic ${Buffer.from(`${encodeURIComponent(id)}:${encodeURIComponent(secret)}`).toString('base64')}`,
  });
  const ask = (form: Record<string, string>, headers: Record<string, string> = {}) =>
    fetch(`${url}/oauth/token`, { method: 'POST', headers, body: new URLSearchParams(form) });
  const tokenOf = async (answer: Promise<Response>) =>
    ((await (await answer).json()) as { access_token: string }).access_token;
  const get = (token: string, path = '/v1/notices') =>
    fetch(url + path, { headers: { authorization: `Bearer ${token}` } });
  const grant = { grant_type: 'client_credentials' };

  it('the local gateway gives a client a token for its own receiver, by header or by form', async () => {
    const byHeader = await tokenOf(ask(grant, basic('a bank', 's:1 é')));
    const byForm = await tokenOf(ask({ ...grant, client_id: 'a bank', client_secret: 's:1 é' }));
    for (const token of [byHeader, byForm]) {
      expect(decodeJwt(token)).toMatchObject({
        scope: 'receiver/api',
        client_id: 'a bank',
        token_use: 'access',
      });
      expect((await get(token)).status).toBe(202);
      expect(events.at(-1)?.requestContext.authorizer.lambda).toEqual({ client: 'a bank', receiver: 'bank#970436' });
    }
  });

  it.each([
    [grant, {}, 401, 'invalid_client'],
    [grant, basic('a bank', 'p'), 401, 'invalid_client'],
    [grant, basic('nobody', ''), 401, 'invalid_client'],
    [{ grant_type: 'password' }, basic('police', 'p'), 400, 'unsupported_grant_type'],
    [{ ...grant, scope: 'receiver/bank.970436' }, basic('police', 'p'), 400, 'invalid_scope'],
  ])('the local gateway refuses %j', async (form, headers, status, error) => {
    const answer = await ask(form, headers);
    expect(answer.status).toBe(status);
    expect(await answer.json()).toEqual({ error });
  });

  it('the local gateway refuses a token of another issuer, an expired one and a changed one', async () => {
    const token = await tokenOf(ask(grant, basic('police', 'p')));
    const [head = '', payload = '', signature = ''] = token.split('.');
    const raised = Buffer.from(JSON.stringify({ ...decodeJwt(token), scope: 'receiver/bank.970436' })).toString(
      'base64url',
    );
    const none = Buffer.from('{"alg":"none","typ":"at+jwt"}').toString('base64url');
    const foreign = await new SignJWT(decodeJwt(token))
      .setProtectedHeader({ alg: 'HS256', typ: 'at+jwt' })
      .sign(new Uint8Array(32));
    const before = events.length;
    for (const bad of ['', 'x', `${head}.${raised}.${signature}`, `${none}.${payload}.`, foreign]) {
      const answer = await get(bad);
      expect([answer.status, await answer.json()]).toEqual([401, { message: 'Unauthorized' }]);
    }
    expect(events).toHaveLength(before);
  });

  it('the local gateway passes a request on as an HTTP API does, and answers where the function returned nothing', async () => {
    const token = await tokenOf(ask(grant, basic('police', 'p')));
    const headers = { authorization: `Bearer ${token}`, 'Idempotency-Key': 'k' };
    await fetch(`${url}/v1/notices/a%20b/decisions?x=1&x=2`, { method: 'POST', headers, body: '{"sequence":1}' });
    expect(events.at(-1)).toMatchObject({
      version: '2.0',
      routeKey: 'POST /v1/notices/{id}/decisions',
      rawPath: '/v1/notices/a%20b/decisions',
      pathParameters: { id: 'a b' },
      queryStringParameters: { x: '1,2' },
      headers: { 'idempotency-key': 'k' },
      body: '{"sequence":1}',
    });
    expect((await get(token, '/v1/notices?fail=1')).status).toBe(500);
    expect((await get(token, '/v1/notices?large=1')).status).toBe(500);
    expect((await get(token, '/v1/other')).status).toBe(404);
  });
});

describe('a pool of sandboxes', () => {
  it('a pool of sandboxes gives each sandbox one event at a time, also after a failure', async () => {
    const busy = new Map<number, number>();
    let opened = 0;
    const open = () => {
      const id = (opened += 1);
      return {
        async invoke(event: unknown) {
          busy.set(id, (busy.get(id) ?? 0) + 1);
          expect(busy.get(id)).toBe(1);
          await new Promise((resolve) => setTimeout(resolve, 5));
          busy.set(id, 0);
          if (event === 3) throw new Error('three');
          return event;
        },
        close: async () => {},
      };
    };
    const pool = sandboxPool(open, 2);
    const settled = await Promise.allSettled(Array.from({ length: 9 }, (_, n) => pool.invoke(n)));
    expect(settled.map(({ status }) => status === 'rejected')).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8].map((n) => n === 3));
  });
});
