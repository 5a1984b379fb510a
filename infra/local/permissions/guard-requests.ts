import type { ClientRequest } from 'node:http';
import { syncBuiltinESMExports } from 'node:module';
import { type MessagePort, receiveMessageOnPort } from 'node:worker_threads';
import * as z from 'zod';
import type { InProcessService, InProcessServices } from '../in-process/services.ts';
import { type AwsCall, type AwsRequest, callIn, isActionInBody, queueCall, tableCall } from './calls-in-request.ts';

/** Not imported, because Node would load the client of `fetch` with it (`bundle.ts`). */
const http = process.getBuiltinModule('node:http');

/**
 * The means by which a sandbox asks the runner what its role allows: it waits on `answered` and then reads the answer
 * from the port.
 */
export interface GuardLine {
  readonly port: MessagePort;
  /** A cell that both threads share: it holds 1 once the answer has been sent. */
  readonly answered: Int32Array;
}

/** AWS's answer to a call that is not allowed; the SDK does not try again. */
class AccessDenied extends Error {
  override readonly name = 'AccessDeniedException';

  constructor({ action, resource }: AwsCall) {
    super(`not authorized to perform ${action} on ${resource}`);
  }
}

/** Whether the function's role allows a call; each answer is kept. */
export type IsAllowed = (call: AwsCall) => boolean;

export function guardOverPort(line: GuardLine): IsAllowed {
  const known = new Map<string, boolean>();
  return (call) => {
    const key = JSON.stringify(call);
    const answer = known.get(key) ?? ask(line, call);
    known.set(key, answer);
    return answer;
  };
}

/** Checks calls to engines of this process, which make no request. */
export const guardServices = ({ tables, queues }: InProcessServices, allows: IsAllowed): InProcessServices => ({
  tables: tables && guardedBy(tables, allows, tableCalls),
  queues:
    queues &&
    guardedBy(queues, allows, (operation, { QueueUrl = '' }) => [
      queueCall(operation, QueueUrl.slice(QueueUrl.lastIndexOf('/') + 1)),
    ]),
});

/** The resources of a command's input: a table with its index, several tables, or a queue. */
interface Names {
  readonly TableName?: string;
  readonly IndexName?: string;
  readonly RequestItems?: object;
  readonly QueueUrl?: string;
}

const guardedBy =
  (
    service: InProcessService,
    allows: IsAllowed,
    callsOf: (operation: string, input: Names) => readonly AwsCall[],
  ): InProcessService =>
  async (operation, input) => {
    for (const call of callsOf(operation, input)) if (!allows(call)) throw new AccessDenied(call);
    return service(operation, input);
  };

const tableCalls = (operation: string, { RequestItems, TableName = '', IndexName }: Names): readonly AwsCall[] =>
  RequestItems
    ? Object.keys(RequestItems).map((name) => tableCall(operation, { TableName: name }))
    : [tableCall(operation, { TableName, IndexName })];

/**
 * Checks every request of this sandbox's SDK against the permissions of the function's role before any byte is sent. A
 * request that is not signed for AWS, such as a webhook, is not checked. @returns a function that removes the guard
 */
export function guardRequests(allows: IsAllowed): () => void {
  const unguarded = http.request;
  let isGuarding = true;
  const request = new Proxy(unguarded, {
    apply(send, self, sent: [unknown]) {
      const begun: ClientRequest = Reflect.apply(send, self, sent);
      const asked = isGuarding ? signedRequestOf(sent[0]) : undefined;
      return asked ? checked(begun, asked, allows) : begun;
    },
  });
  setRequest(request);
  return () => {
    // The SDK keeps a reference to the guard, which must let everything pass from now on
    isGuarding = false;
    setRequest(unguarded);
  };
}

function setRequest(request: typeof http.request): void {
  Object.assign(http, { request });
  syncBuiltinESMExports();
}

function checked(request: ClientRequest, asked: AwsRequest, allows: IsAllowed): ClientRequest {
  const refusal = (body: string): AccessDenied | undefined => {
    const call = callIn(asked, body);
    return call && !allows(call) ? new AccessDenied(call) : undefined;
  };
  if (!isActionInBody(asked)) {
    const refused = refusal('');
    return refused ? request.destroy(refused) : request;
  }
  const end = request.end.bind(request);
  const endWith = (body: unknown): ClientRequest => {
    const refused = refusal(body instanceof Uint8Array ? Buffer.from(body).toString() : String(body));
    return refused ? request.destroy(refused) : end(body);
  };
  return Object.assign(request, { end: endWith });
}

function ask({ port, answered }: GuardLine, call: AwsCall): boolean {
  Atomics.store(answered, 0, 0);
  port.postMessage(call);
  Atomics.wait(answered, 0, 0);
  return receiveMessageOnPort(port)?.message === true;
}

const SdkRequest = z.object({
  method: z.string().default('GET'),
  path: z.string().default('/'),
  headers: z.object({
    authorization: z.string().startsWith('AWS4-'),
    'x-amz-target': z.string().optional(),
  }),
});

/** Undefined for a request without AWS's signature. The SDK passes only options; other callers pass an address first. */
function signedRequestOf(options: unknown): AwsRequest | undefined {
  const request = SdkRequest.safeParse(options).data;
  return request && { method: request.method, path: request.path, target: request.headers['x-amz-target'] };
}
