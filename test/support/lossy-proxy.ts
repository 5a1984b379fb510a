import http from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { type EngineAnswer, json, type ProxiedRequest } from './proxied-request.ts';
import { seeded } from './seeded.ts';

/** The reads that a service may answer in parts. */
const mayBeShort = ({ action }: ProxiedRequest): boolean => action === 'Query' || action === 'BatchGetItem';

const ITEMS_A_PAGE = 2;
/** How soon messages that nobody received come again, so that a run needn't wait as long as its queues hide them. */
const SECONDS_UNSEEN = 2;

/** Answers with the beginning of what was asked: a page of two items, or the first half of a batch of keys. */
async function short(
  asked: ProxiedRequest,
  pass: (asked: ProxiedRequest, body: Buffer) => Promise<EngineAnswer>,
): Promise<EngineAnswer> {
  const input = JSON.parse(asked.body.toString()) as Record<string, unknown>;
  const send = (changed: object) => pass(asked, Buffer.from(JSON.stringify({ ...input, ...changed })));
  if (asked.action === 'Query') return send({ Limit: Math.min(Number(input['Limit'] ?? ITEMS_A_PAGE), ITEMS_A_PAGE) });
  const [[table, wanted] = ['', { Keys: [] }]] = Object.entries(
    input['RequestItems'] as Record<string, { Keys: unknown[] }>,
  );
  const read = wanted.Keys.slice(0, Math.floor(wanted.Keys.length / 2));
  const UnprocessedKeys = { [table]: { ...wanted, Keys: wanted.Keys.slice(read.length) } };
  if (read.length === 0) return json({ Responses: { [table]: [] }, UnprocessedKeys });
  const answered = await send({ RequestItems: { [table]: { ...wanted, Keys: read } } });
  return json({ ...(JSON.parse(answered.body.toString()) as object), UnprocessedKeys });
}

/** How often each fault befalls a write or a read, 0…1. */
export interface Faults {
  /** The write takes effect, and the connection ends before the answer. */
  readonly answerLost: number;
  /** The connection ends before the write. */
  readonly askedInVain: number;
  readonly throttled: number;
  /** A part of a batch is handed back. */
  readonly partly: number;
  /** The write takes effect twice. */
  readonly twice: number;
  /** The connection ends in the midst of the answer to a read. */
  readonly cutOff: number;
  /** The connection ends before the answer with received messages, so that nobody has them. */
  readonly notReceived: number;
  /** A page of a query ends early, or a part of a batch of reads is handed back. */
  readonly short: number;
}
export const NO_FAULTS: Faults = {
  answerLost: 0,
  askedInVain: 0,
  throttled: 0,
  partly: 0,
  twice: 0,
  cutOff: 0,
  notReceived: 0,
  short: 0,
};

export interface LossyProxy {
  readonly url: string;
  /** How often each fault came. */
  readonly befell: Readonly<Record<keyof Faults, number>>;
  stop(): Promise<void>;
}

/** What the runner does with the messages of a batch is a write too. */
const SETTLES = ['DeleteMessageBatch', 'ChangeMessageVisibilityBatch'];
const BATCHES = new Set(['BatchWriteItem', 'SendMessageBatch', ...SETTLES]);
const WRITES = new Set(['PutItem', 'UpdateItem', 'DeleteItem', 'PutObject', ...BATCHES]);
const READS = new Set(['GetItem', 'BatchGetItem', 'Query', 'GET']);

/**
 * A proxy between functions and an engine that makes the calls of functions fail, and passes on what creates and counts.
 * @param isOurs which objects functions write: the runner drops files itself
 */
export async function lossyProxy(
  target: string,
  faults: Faults,
  seed: number,
  isOurs = (_path: string) => true,
): Promise<LossyProxy> {
  const chance = seeded(seed);
  const befell = { ...NO_FAULTS };
  const agent = new http.Agent({ keepAlive: true });
  const falls = (fault: keyof Faults) => {
    const fell = chance() < faults[fault];
    if (fell) befell[fault] += 1;
    return fell;
  };

  const pass = (asked: ProxiedRequest, body = asked.body) => forward(new URL(target), agent, asked, body);
  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const asked = await askedOf(request);
    const answer = (answered: EngineAnswer) => {
      response.writeHead(answered.status, answered.headers);
      response.end(answered.body);
    };
    const hangUp = () => {
      request.socket.destroy();
    };
    if (READS.has(asked.action) && falls('cutOff')) return cutOff(await pass(asked), response);
    if (asked.action === 'ReceiveMessage' && falls('notReceived')) {
      const input = JSON.parse(asked.body.toString()) as Record<string, unknown>;
      await pass(asked, Buffer.from(JSON.stringify({ ...input, VisibilityTimeout: SECONDS_UNSEEN })));
      return hangUp();
    }
    if (mayBeShort(asked) && falls('short')) return answer(await short(asked, pass));
    if (!WRITES.has(asked.action) || (asked.action === 'PutObject' && !isOurs(asked.path)))
      return answer(await pass(asked));
    if (falls('askedInVain')) return hangUp();
    if (falls('throttled')) return answer(throttled(asked));
    if (BATCHES.has(asked.action) && falls('partly')) return answer(await partly(asked, pass));
    const answered = await pass(asked);
    if (falls('twice')) await pass(asked);
    return falls('answerLost') ? hangUp() : answer(answered);
  };

  const server = http.createServer((request, response) => {
    serve(request, response).catch(() => request.socket.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    befell,
    stop: async () => {
      agent.destroy();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Sends half of an answer and ends the connection. */
function cutOff({ status, headers, body }: EngineAnswer, response: ServerResponse): void {
  const { 'transfer-encoding': _chunked, ...kept } = headers;
  response.writeHead(status, { ...kept, 'content-length': String(body.length + 1) });
  response.write(body.subarray(0, Math.ceil(body.length / 2)), () => response.destroy());
}

async function askedOf(request: IncomingMessage): Promise<ProxiedRequest> {
  const { headers, method = 'GET', url: path = '/' } = request;
  const body = await buffer(request);
  const named = String(headers['x-amz-target'] ?? '')
    .split('.')
    .at(-1);
  const action = named || (method === 'PUT' ? 'PutObject' : method);
  return { action, headers, method, path, body };
}

function forward(
  to: URL,
  agent: http.Agent,
  { headers, method, path }: ProxiedRequest,
  body: Buffer,
): Promise<EngineAnswer> {
  return new Promise((resolve, reject) => {
    const length = { 'content-length': String(body.length) };
    const { 'transfer-encoding': _chunked, ...kept } = headers;
    const outgoing = http.request(
      { agent, host: to.hostname, port: to.port, method, path, headers: { ...kept, ...(body.length > 0 && length) } },
      (incoming) => {
        buffer(incoming).then(
          (answer) => resolve({ status: incoming.statusCode ?? 500, headers: incoming.headers, body: answer }),
          reject,
        );
      },
    );
    outgoing.once('error', reject);
    outgoing.end(body);
  });
}

function throttled({ action }: ProxiedRequest): EngineAnswer {
  if (action === 'PutObject') {
    const body = '<Error><Code>SlowDown</Code><Message>Please reduce your request rate.</Message></Error>';
    return { status: 503, headers: { 'content-type': 'application/xml' }, body: Buffer.from(body) };
  }
  const type = action === 'SendMessageBatch' ? 'RequestThrottled' : 'ProvisionedThroughputExceededException';
  return json({ __type: `com.amazonaws#${type}`, message: 'slow down' }, 400);
}

/** The first half of a batch is taken; the other is handed back as each service does it. */
async function partly(
  asked: ProxiedRequest,
  pass: (asked: ProxiedRequest, body: Buffer) => Promise<EngineAnswer>,
): Promise<EngineAnswer> {
  const input = JSON.parse(asked.body.toString()) as Record<string, unknown>;
  const half = (list: readonly unknown[]) => Math.floor(list.length / 2);
  const send = async (body: unknown) =>
    body === undefined ? undefined : pass(asked, Buffer.from(JSON.stringify(body)));
  if (asked.action === 'BatchWriteItem') {
    const [[table, requests] = ['', []]] = Object.entries(input['RequestItems'] as Record<string, unknown[]>);
    const taken = requests.slice(0, half(requests));
    await send(taken.length > 0 ? { RequestItems: { [table]: taken } } : undefined);
    return json({ UnprocessedItems: { [table]: requests.slice(taken.length) } });
  }
  const entries = input['Entries'] as { Id: string }[];
  const taken = entries.slice(0, half(entries));
  const answered = await send(taken.length > 0 ? { ...input, Entries: taken } : undefined);
  const given = answered ? (JSON.parse(answered.body.toString()) as { Successful?: unknown[] }) : {};
  const Failed = entries.slice(taken.length).map(({ Id }) => ({ Id, Code: 'InternalError', SenderFault: false }));
  return json({ Successful: given.Successful ?? [], Failed });
}
