import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { Webhook } from 'standardwebhooks';
import * as z from 'zod';
import { NoticeEvent, QuestionEvent } from '#shared/contracts/notice-event.ts';

/** The answer of a bank's server to a call; undefined leaves the call without an answer. */
export type Behaviour = (call: number, event: NoticeEvent) => ServerReply | Promise<ServerReply>;
export type ServerReply =
  | { status: number; headers?: Record<string, string>; body?: string; forgets?: boolean }
  | 'reset'
  | 'silence';

export interface ReceivedCall {
  readonly at: number;
  readonly id: string;
  readonly timestamp: string;
  readonly body: string;
  readonly event: NoticeEvent;
  readonly status: number | undefined;
}
export interface BankServer {
  readonly url: string;
  /**
   * Every call whose signature the official client accepted under every key that the bank holds, in the order of its
   * arrival.
   */
  readonly calls: ReceivedCall[];
  /** The calls that it did not accept, or that it would also have accepted with another body. */
  readonly forged: string[];
  /** The ids of the police's questions, which it accepts at once. */
  readonly questions: string[];
  behave: Behaviour;
  /** The bank's state: each event once by its id, each notice at its greatest sequence. */
  readonly effects: Map<string, number>;
  close(): Promise<void>;
  /** Listens again at the same address. */
  reopen(): Promise<void>;
}

export const ok: Behaviour = () => ({ status: 204 });

/**
 * A bank on this machine, as a real one would read its notices: verified with the official library, by id and sequence.
 */
export async function bankServer(secrets: string | readonly string[], behave: Behaviour = ok): Promise<BankServer> {
  const webhooks = [secrets].flat().map((secret) => new Webhook(secret));
  const server = createServer((request, response) => {
    receive(request, response).catch(() => response.destroy());
  });
  const listen = (port: number) => new Promise<void>((done) => server.listen(port, '127.0.0.1', done));
  const bank: BankServer = {
    url: '',
    calls: [],
    forged: [],
    questions: [],
    behave,
    effects: new Map(),
    close: () => closed(server),
    reopen: () => listen(port),
  };

  const receive = async (request: IncomingMessage, response: ServerResponse) => {
    const body = await text(request);
    const at = performance.now();
    const headers = request.headers as Record<string, string>;
    const [id, timestamp] = [String(headers['webhook-id']), String(headers['webhook-timestamp'])];
    const event = verified(webhooks, body, headers);
    if (!event) {
      bank.forged.push(id);
      response.writeHead(401).end();
      return;
    }
    if (isQuestion(event)) {
      bank.questions.push(id);
      response.writeHead(204).end();
      return;
    }
    const call: { -readonly [K in keyof ReceivedCall]: ReceivedCall[K] } = {
      at,
      id,
      timestamp,
      body,
      event,
      status: undefined,
    };
    bank.calls.push(call);
    const reply = await bank.behave(bank.calls.length, event);
    if (reply === 'silence') return;
    if (reply === 'reset') {
      request.socket.destroy();
      return;
    }
    call.status = reply.status;
    if (reply.status >= 200 && reply.status < 300 && !reply.forgets) {
      const known = bank.effects.get(event.subject) ?? 0;
      bank.effects.set(event.subject, Math.max(known, event.data.sequence));
    }
    response.writeHead(reply.status, reply.headers).end(reply.body);
  };

  await listen(0);
  const { port } = server.address() as AddressInfo;
  return Object.assign(bank, { url: `http://127.0.0.1:${port}/haukiem` });
}

const isQuestion = (event: NoticeEvent | QuestionEvent): event is QuestionEvent => 'asks' in event.data;

/** Undefined where one of the keys didn't sign exactly this. */
function verified(
  webhooks: readonly Webhook[],
  body: string,
  headers: Record<string, string>,
): NoticeEvent | QuestionEvent | undefined {
  const accepts = (webhook: Webhook, said: string) => {
    try {
      webhook.verify(said, headers);
      return true;
    } catch {
      return false;
    }
  };
  const isSigned = webhooks.every((webhook) => accepts(webhook, body) && !accepts(webhook, `${body} `));
  return isSigned ? z.union([NoticeEvent, QuestionEvent]).parse(JSON.parse(body)) : undefined;
}

const closed = (server: Server) =>
  new Promise<void>((done) => {
    server.close(() => done());
    server.closeAllConnections();
  });
