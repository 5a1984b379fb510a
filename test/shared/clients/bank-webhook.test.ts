import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { Webhook } from 'standardwebhooks';
import { afterEach, describe, expect, it } from 'vitest';
import { bankWebhook } from '#shared/clients/bank-webhook.ts';

const [fresh, old] = ['bmV3', 'b2xk'].map((start) => `whsec_${start.padEnd(43, 'A')}=`) as [string, string];
const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close().closeAllConnections();
});

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  servers.push(server);
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}
const call = (url: string, body = '{"a":"số"}') => ({ url, secrets: [fresh, old], id: 'n.1', at: new Date(), body });
/** A busy machine must not look like a bank that does not answer. */
const post = bankWebhook({ allowLoopback: true, timeoutMs: 60_000 });
const hasty = bankWebhook({ allowLoopback: true, timeoutMs: 300 });

describe('bankWebhook', () => {
  it('bankWebhook posts exactly the signed bytes', async () => {
    const seen: unknown[] = [];
    const answer = async (request: IncomingMessage, response: ServerResponse) => {
      const body = await text(request);
      seen.push(new Webhook(old).verify(body, request.headers as Record<string, string>));
      response.writeHead(202).end();
    };
    const url = await serve((request, response) => {
      answer(request, response).catch(() => response.destroy());
    });
    expect(await post(call(url))).toEqual({ status: 202, retryAfter: undefined, date: expect.stringMatching(/GMT$/u) });
    expect(seen).toEqual([{ a: 'số' }]);
  });
  it('bankWebhook returns the status and the requested delay, and follows no redirect', async () => {
    let hits = 0;
    const url = await serve((_request, response) => {
      hits += 1;
      response.writeHead(307, { location: '/elsewhere', 'retry-after': '7' }).end();
    });
    expect(await post(call(url))).toMatchObject({ status: 307, retryAfter: '7' });
    expect(hits).toBe(1);
  });
  it('bankWebhook closes the connection to a server that never stops sending, and uses the status', async () => {
    const url = await serve((_request, response) => {
      response.writeHead(200);
      const flood = () => response.write('x'.repeat(2048), (error) => error ?? setImmediate(flood));
      flood();
    });
    expect(await post(call(url))).toMatchObject({ status: 200 });
  });
  it('bankWebhook gives up on a server that sends nothing, or sends its headers very slowly', async () => {
    expect(await hasty(call(await serve(() => {})))).toEqual({ status: undefined, because: 'timeout' });
    const url = await serve((request) => {
      const drip = setInterval(() => request.socket.write('H'), 50);
      request.socket.once('close', () => clearInterval(drip));
    });
    expect(await hasty(call(url))).toMatchObject({ status: undefined });
  });
  it('bankWebhook distinguishes a server that does not answer from one that may not be called', async () => {
    const url = await serve(() => {});
    servers.at(-1)?.close();
    expect(await post(call(url))).toEqual({ status: undefined, because: 'network' });
    expect(await post(call('http://10.0.0.1/'))).toEqual({ status: undefined, because: 'address_refused' });
    const strict = bankWebhook({ allowLoopback: false });
    expect(await strict(call(url))).toEqual({ status: undefined, because: 'address_refused' });
  });
  it('bankWebhook calls no name that leads to this machine or into its network, whatever the name', async () => {
    let connections = 0;
    const port = new URL(await serve(() => {})).port;
    servers.at(-1)?.on('connection', () => (connections += 1));
    const strict = bankWebhook({ allowLoopback: false });
    // Some systems do not resolve "localhost."
    for (const host of ['localhost', 'localhost.', 'LOCALHOST']) {
      expect(await strict(call(`https://${host}:${port}/`))).toMatchObject({ status: undefined });
    }
    expect(connections).toBe(0);
    const inside = ['127.0.0.1', '0.0.0.0', '169.254.169.254', '::1', '::ffff:127.0.0.1', '::ffff:7f00:1', '10.0.0.1'];
    for (const address of inside) {
      const resolve = (_name: string, done: (error: null, addresses: { address: string; family: number }[]) => void) =>
        done(null, [
          { address: '113.160.0.1', family: 4 },
          { address, family: address.includes(':') ? 6 : 4 },
        ]);
      const named = bankWebhook({ allowLoopback: false, resolve });
      expect(await named(call('https://bank.example/'))).toMatchObject({ because: 'address_refused' });
    }
  });
  it.each(['http://127.0.0.1/', 'http://[::ffff:127.0.0.1]/', 'https://localhost./', '//169.254.169.254/', '/'])(
    'bankWebhook does not follow a redirect to %s',
    async (location) => {
      let hits = 0;
      const url = await serve((_request, response) => {
        hits += 1;
        response.writeHead(hits === 1 ? 308 : 200, { location: location === '/' ? url : location }).end();
      });
      expect(await post(call(url))).toMatchObject({ status: 308 });
      expect(hits).toBe(1);
    },
  );
  it('bankWebhook resolves a name once and connects to the checked address', async () => {
    const url = await serve((_request, response) => response.writeHead(204).end());
    let asked = 0;
    const rebound = bankWebhook({
      allowLoopback: true,
      resolve: (_name, done) => {
        asked += 1;
        done(null, [{ address: asked === 1 ? '127.0.0.1' : '10.0.0.1', family: 4 }]);
      },
    });
    expect(await rebound(call(url.replace('127.0.0.1', 'bank.example')))).toMatchObject({ status: 204 });
    expect(asked).toBe(1);
    expect(await rebound(call(url.replace('127.0.0.1', 'bank.example')))).toMatchObject({ because: 'address_refused' });
  });
});
