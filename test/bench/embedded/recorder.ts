import { Agent, createServer, request as requestOf, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import type { Endpoints } from '#infra/local/engines.ts';

type EngineName = keyof Endpoints;

/** One SDK request of a run, with its answer. */
export interface Exchange {
  readonly service: EngineName;
  /** The operation, such as `PutItem` or `SendMessageBatch`; for S3 the HTTP method. */
  readonly action: string;
  /** The function that sent it; undefined where the runner sent it, which replaces Lambda's own pollers. */
  readonly caller: string | undefined;
  readonly path: string;
  readonly request: Buffer;
  readonly reply: Buffer;
  readonly ok: boolean;
  /** The time in milliseconds of `performance.now()`. */
  readonly sentAt: number;
  readonly answeredAt: number;
}

export interface Recorder {
  readonly endpoints: Endpoints;
  readonly exchanges: readonly Exchange[];
  stop(): void;
}

/** The name in a function's user agent, from `AWS_SDK_UA_APP_ID`. */
const CALLER = /app\/(\w+)/u;

/** A proxy in front of the engines that records each request and asks DynamoDB for its consumption. */
export async function recorder(behind: Endpoints): Promise<Recorder> {
  const exchanges: Exchange[] = [];
  const agent = new Agent({ keepAlive: true });
  const open = async (service: EngineName): Promise<[Server, string]> => {
    const server = createServer((asked, answer) => {
      pass(service, asked)
        .then(({ exchange, status, headers }) => answer.writeHead(status, headers).end(exchange.reply))
        .catch(() => answer.destroy());
    });
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
    const { port } = server.address() as AddressInfo;
    return [server, `http://127.0.0.1:${port}`];
  };

  const pass = async (service: EngineName, asked: IncomingMessage) => {
    const sentAt = performance.now();
    const action =
      String(asked.headers['x-amz-target'] ?? asked.method)
        .split('.')
        .at(-1) ?? '';
    const request = await buffer(asked);
    const body = service === 'dynamodb' ? alsoAskConsumed(action, request) : request;
    const answer = await forward(new URL(asked.url ?? '/', behind[service]), asked, body, agent);
    const reply = await buffer(answer);
    const { statusCode: status = 500, headers } = answer;
    const exchange: Exchange = {
      service,
      action,
      caller: CALLER.exec(String(asked.headers['user-agent']))?.[1],
      path: asked.url ?? '/',
      request,
      reply,
      ok: status < 300,
      sentAt,
      answeredAt: performance.now(),
    };
    exchanges.push(exchange);
    return { exchange, status, headers };
  };

  const [dynamodb, sqs, s3, secretsManager, kms] = await Promise.all([
    open('dynamodb'),
    open('sqs'),
    open('s3'),
    open('secretsManager'),
    open('kms'),
  ]);
  return {
    endpoints: { dynamodb: dynamodb[1], sqs: sqs[1], s3: s3[1], secretsManager: secretsManager[1], kms: kms[1] },
    exchanges,
    stop: () => {
      for (const [server] of [dynamodb, sqs, s3, secretsManager, kms]) {
        server.close();
        server.closeAllConnections();
      }
      agent.destroy();
    },
  };
}

const forward = (url: URL, { method, headers }: IncomingMessage, body: Buffer, agent: Agent) =>
  new Promise<IncomingMessage>((resolve, reject) => {
    const { 'transfer-encoding': _, ...rest } = headers;
    requestOf(url, { method: method ?? 'POST', agent, headers: { ...rest, 'content-length': body.length } }, resolve)
      .once('error', reject)
      .end(body);
  });

const MEASURED = /^(?:GetItem|PutItem|UpdateItem|Query|BatchGetItem|BatchWriteItem)$/u;

const alsoAskConsumed = (action: string, request: Buffer): Buffer =>
  MEASURED.test(action)
    ? Buffer.from(JSON.stringify({ ...JSON.parse(request.toString()), ReturnConsumedCapacity: 'TOTAL' }))
    : request;
