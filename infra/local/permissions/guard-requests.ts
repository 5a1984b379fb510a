import http, { type ClientRequest } from 'node:http';
import { syncBuiltinESMExports } from 'node:module';
import { type MessagePort, receiveMessageOnPort } from 'node:worker_threads';
import * as z from 'zod';
import type { TablesNearby } from '#shared/runtime/tables-nearby.ts';
import { type AwsCall, type AwsRequest, callIn, needsBody, tableCall } from './calls-in-request.ts';

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

/**
 * Holds every request of this sandbox's SDK to what the function's role allows, before a byte of it leaves. What is not
 * signed for AWS, as a webhook, leaves as it is: no role speaks of it.
 */
export function guardRequests(allows: Allows): void {
  const request = new Proxy(http.request, {
    apply(send, self, sent: [unknown]) {
      const begun: ClientRequest = Reflect.apply(send, self, sent);
      const asked = signedRequestOf(sent[0]);
      return asked ? checked(begun, asked, allows) : begun;
    },
  });
  Object.assign(http, { request });
  syncBuiltinESMExports();
}

function checked(request: ClientRequest, asked: AwsRequest, allows: Allows): ClientRequest {
  const refusal = (body: string): AccessDenied | undefined => {
    const call = callIn(asked, body);
    return call && !allows(call) ? new AccessDenied(call) : undefined;
  };
  if (!needsBody(asked)) {
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

/** Undefined for a request without AWS's signature; the SDK gives its options alone, others an address before them. */
function signedRequestOf(options: unknown): AwsRequest | undefined {
  const request = SdkRequest.safeParse(options).data;
  return request && { method: request.method, path: request.path, target: request.headers['x-amz-target'] };
}
