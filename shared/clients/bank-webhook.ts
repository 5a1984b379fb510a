import { request as plainRequest } from 'node:http';
import { request as tlsRequest } from 'node:https';
import { Webhook } from 'standardwebhooks';
import { AddressRefused, checkedUrl, guardedLookup, type AddressRules, type Resolve } from './guarded-address.ts';

/** One call of an endpoint, by the Standard Webhooks specification. */
export interface WebhookCall {
  readonly url: string;
  /** The signing keys, as `whsec_…`: two while a key is being changed, and both sign. */
  readonly secrets: readonly string[];
  readonly id: string;
  readonly at: Date;
  readonly body: string;
}

/** The HTTP status; absent where no answer came in time or the address may not be called. */
type WebhookAnswer =
  | { readonly status: number; readonly retryAfter: string | undefined; readonly date: string | undefined }
  | { readonly status: undefined; readonly because: 'network' | 'timeout' | 'address_refused' };

export type CallWebhook = (call: WebhookCall) => Promise<WebhookAnswer>;

const TIMEOUT_MS = 15_000;
const MOST_BODY_BYTES = 4096;

interface WebhookSettings extends AddressRules {
  readonly timeoutMs?: number;
  readonly resolve?: Resolve;
}

/**
 * Posts signed bodies to receivers' endpoints, with checked addresses, without redirects, and with a deadline for the
 * whole call. It never throws because of the endpoint.
 */
export function bankWebhook({ allowLoopback, timeoutMs = TIMEOUT_MS, resolve }: WebhookSettings): CallWebhook {
  return async (call) => {
    try {
      const url = checkedUrl(call.url, { allowLoopback });
      const speaksTls = url.protocol === 'https:';
      const lookup = guardedLookup({ allowLoopback, speaksTls }, resolve);
      return await post(url, call, { lookup, signal: AbortSignal.timeout(timeoutMs) });
    } catch (error) {
      if (error instanceof AddressRefused) return { status: undefined, because: 'address_refused' };
      throw error;
    }
  };
}

/** @throws {Error} where a secret isn't base64, or there is none */
export function webhookHeaders({ secrets, id, at, body }: Omit<WebhookCall, 'url'>): Record<string, string> {
  if (secrets.length === 0) throw new Error('NoSigningSecret');
  return {
    'webhook-id': id,
    'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
    'webhook-signature': secrets.map((secret) => new Webhook(secret).sign(id, at, body)).join(' '),
  };
}

function post(
  url: URL,
  call: WebhookCall,
  { lookup, signal }: { lookup: ReturnType<typeof guardedLookup>; signal: AbortSignal },
): Promise<WebhookAnswer> {
  const headers = {
    ...webhookHeaders(call),
    'content-type': 'application/cloudevents+json; charset=utf-8',
    'content-length': Buffer.byteLength(call.body),
    'user-agent': 'haukiem-webhooks/1',
  };
  const send = url.protocol === 'https:' ? tlsRequest : plainRequest;
  return new Promise((answer, refuse) => {
    const request = send(url, { method: 'POST', headers, lookup, signal, agent: false });
    request.once('response', (response) => {
      const { statusCode: status = 0, headers: received } = response;
      const answered = { status, retryAfter: received['retry-after'], date: received.date };
      let bytes = 0;
      // Only the status is used, so a little of the body is read and the rest is dropped with the
      // connection
      const hangUp = () => {
        answer(answered);
        request.destroy();
      };
      response.on('data', (chunk: Buffer) => {
        bytes += chunk.length;
        if (bytes > MOST_BODY_BYTES) hangUp();
      });
      response.once('end', hangUp).once('error', hangUp).once('close', hangUp);
    });
    request.once('error', (error) => {
      if (error instanceof AddressRefused) refuse(error);
      else answer({ status: undefined, because: signal.aborted ? 'timeout' : 'network' });
    });
    request.end(call.body);
  });
}
