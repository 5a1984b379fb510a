import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { Webhook } from 'standardwebhooks';
import { NoticeEvent } from '#shared/contracts/notice-event.ts';

/** What a bank's server does with a call; nothing is a call left hanging. */
export type Behaviour = (call: number, event: NoticeEvent) => Reply | Promise<Reply>;
type Reply = { status: number; headers?: Record<string, string>; body?: string } | 'reset' | 'silence';

interface ReceivedCall {
  readonly at: number;
  readonly id: string;
  readonly event: NoticeEvent;
  readonly status: number | undefined;
}
export interface BankServer {
  readonly url: string;
  /** Every call whose signature the official client accepted, in the order of its arrival. */
  readonly calls: ReceivedCall[];
  /** Calls that it didn't accept. */
  readonly forged: string[];
  behave: Behaviour;
  /** What the bank made of it: each event once by its id, each notice at its greatest sequence. */
  readonly effects: Map<string, number>;
  close(): Promise<void>;
}

export const ok: Behaviour = () => ({ status: 204 });

/** A bank on this machine, as a real one would read its notices: verified with the official library, by id and sequence. */
export async function bankServer(secret: string, behave: Behaviour = ok): Promise<BankServer> {
  const webhook = new Webhook(secret);
  const server = createServer((request, response) => {
    receive(request, response).catch(() => response.destroy());
  });
  const bank: BankServer = {
    url: '',
    calls: [],
    forged: [],
    behave,
    effects: new Map(),
    close: () => closed(server),
  };

  const receive = async (request: IncomingMessage, response: ServerResponse) => {
    const body = await text(request);
    const at = performance.now();
    const id = String(request.headers['webhook-id']);
    let event: NoticeEvent;
    try {
      event = NoticeEvent.parse(webhook.verify(body, request.headers as Record<string, string>));
    } catch {
      bank.forged.push(id);
      response.writeHead(401).end();
      return;
    }
    const call: { -readonly [K in keyof ReceivedCall]: ReceivedCall[K] } = { at, id, event, status: undefined };
    bank.calls.push(call);
    const reply = await bank.behave(bank.calls.length, event);
    if (reply === 'silence') return;
    if (reply === 'reset') {
      request.socket.destroy();
      return;
    }
    call.status = reply.status;
    if (reply.status >= 200 && reply.status < 300) {
      const known = bank.effects.get(event.subject) ?? 0;
      bank.effects.set(event.subject, Math.max(known, event.data.sequence));
    }
    response.writeHead(reply.status, reply.headers).end(reply.body);
  };

  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return Object.assign(bank, { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/haukiem` });
}

const closed = (server: Server) =>
  new Promise<void>((done) => {
    server.close(() => done());
    server.closeAllConnections();
  });
