import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { signInProvider, SignInRefused, SignInUnanswered } from '#shared/clients/sign-in.ts';

const BACK = 'http://localhost/sign-in/finish';
const SILENT: RequestListener = () => {};
const HALF: RequestListener = (_, response) => void response.writeHead(200, { 'content-length': '100' }).write('{"a":');
const BROKEN: RequestListener = (_, response) => void response.writeHead(503).end('busy');
const REFUSING: RequestListener = (_, response) =>
  void response.writeHead(400, { 'content-type': 'application/json' }).end('{"error":"invalid_grant"}');

describe('a sign-in provider that does not answer', () => {
  const servers: Server[] = [];
  afterEach(() => {
    for (const server of servers.splice(0)) {
      server.closeAllConnections();
      server.close();
    }
  });
  async function provider(discovery: RequestListener | undefined, token: RequestListener) {
    const server = createServer((request, response) => {
      if (request.url !== '/.well-known/openid-configuration') return token(request, response);
      if (discovery) return discovery(request, response);
      const paper = { issuer, authorization_endpoint: `${issuer}/a`, token_endpoint: `${issuer}/t` };
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(paper));
    });
    servers.push(server);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    return signInProvider({ issuer, clientId: 'desks', allowLoopback: true, longestWaitMs: 200 });
  }
  const begun = { state: 's', nonce: 'n', verifier: 'v'.repeat(43) };
  const callback = new URL(`${BACK}?code=c&state=s`);

  it.each([
    ['is silent', SILENT],
    ['stops in the middle', HALF],
    ['fails', BROKEN],
  ])('a provider that %s is distinguished from one that refuses, and does not block any call', async (_, listener) => {
    const unknown = await provider(listener, SILENT);
    await expect(unknown.begin(BACK)).rejects.toThrow(SignInUnanswered);
    const known = await provider(undefined, listener);
    expect((await known.begin(BACK)).url).toContain('code_challenge');
    await expect(known.finish(callback, BACK, begun)).rejects.toThrow(SignInUnanswered);
    expect(await known.renew('token')).toBe('not_answered');
  });

  it('a provider that refuses counts as answering', async () => {
    const known = await provider(undefined, REFUSING);
    await expect(known.finish(callback, BACK, begun)).rejects.toThrow(SignInRefused);
    expect(await known.renew('token')).toBe('ended');
  });
});
