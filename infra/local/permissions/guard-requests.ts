import http, { type ClientRequest, type IncomingMessage, type RequestOptions } from 'node:http';
import { syncBuiltinESMExports } from 'node:module';
import { type MessagePort, receiveMessageOnPort } from 'node:worker_threads';
import * as z from 'zod';
import type { TablesNearby } from '#shared/runtime/tables-nearby.ts';
import { type AwsCall, callIn, needsBody, tableCall } from './calls-in-request.ts';

/** How a sandbox asks the runner what its role allows: it waits on `answered`, and finds the answer at the port. */
export interface GuardLine {
  readonly port: MessagePort;
  /** One shared cell: 1 once the answer lies there. */
  readonly answered: Int32Array;
}

/** AWS's answer to whoever may not; the SDK does not try again. */
class AccessDenied extends Error {
  override readonly name = 'AccessDeniedException';

  constructor({ action, resource }: AwsCall) {
    super(`not authorized to perform ${action} on ${resource}`);
  }
}

/** Whether the function's role allows a call; each is asked once. */
export type Allows = (call: AwsCall) => boolean;

export function guarded(line: GuardLine): Allows {
  const known = new Map<string, boolean>();
  return (call) => {
    const key = `${call.action} ${call.resource}`;
    const answer = known.get(key) ?? ask(line, call);
    known.set(key, answer);
    return answer;
  };
}

const Named = z.object({ TableName: z.string(), IndexName: z.string().optional() });
const Several = z.object({ RequestItems: z.record(z.string(), z.unknown()) });

/** The same for tables that are asked without a request. */
export const guardTables =
  (tables: TablesNearby, allows: Allows): TablesNearby =>
  async (command, input) => {
    const several = Several.safeParse(input).data;
    const asked = several
      ? Object.keys(several.RequestItems).map((TableName) => ({ TableName }))
      : [Named.parse(input)];
    for (const one of asked) {
      const call = tableCall(command.replace(/Command$/u, ''), one);
      if (!allows(call)) throw new AccessDenied(call);
    }
    return tables(command, input);
  };

/** Holds every request of this sandbox's SDK to what the function's role allows, before a byte of it leaves. */
export function guardRequests(allows: Allows): void {
  const send = http.request;
  const checked = (options: RequestOptions, answer?: (response: IncomingMessage) => void): ClientRequest => {
    const request = send(options, answer);
    const asked = requestOf(options);
    const refuse = (call: AwsCall) => request.destroy(new AccessDenied(call));
    if (!needsBody(asked)) {
      const call = callIn(asked, '');
      if (call && !allows(call)) refuse(call);
      return request;
    }
    const end = request.end.bind(request);
    const endWith = (body: unknown): ClientRequest => {
      const call = callIn(
        asked,
        Buffer.isBuffer(body) || body instanceof Uint8Array ? Buffer.from(body).toString() : String(body),
      );
      if (call && !allows(call)) return refuse(call);
      return end(body);
    };
    return Object.assign(request, { end: endWith });
  };
  Object.assign(http, { request: checked });
  syncBuiltinESMExports();
}

function ask({ port, answered }: GuardLine, call: AwsCall): boolean {
  Atomics.store(answered, 0, 0);
  port.postMessage(call);
  Atomics.wait(answered, 0, 0);
  return receiveMessageOnPort(port)?.message === true;
}

function requestOf({ method = 'GET', path = '/', headers }: RequestOptions) {
  const named = new Map<string, unknown>(Object.entries(headers ?? {}));
  const target = named.get('x-amz-target');
  return { method, path: String(path), target: typeof target === 'string' ? target : undefined };
}
