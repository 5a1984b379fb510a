import { type HttpAnswer, type HttpEvent, SAFE_HEADERS } from '../http/answer.ts';
import { originOf } from '../http/form.ts';
import type { ServePagesPorts } from '../ports.ts';

/** Names where a program lets its user sign in (RFC 9728), and the public client to use (RFC 8252, PKCE). */
export function resourceMetadata(event: HttpEvent, { allowLoopback, signInAt }: ServePagesPorts): HttpAnswer {
  const metadata = {
    resource: `${originOf(event, allowLoopback)}/api`,
    authorization_servers: [signInAt.issuer],
    bearer_methods_supported: ['header'],
    client_id: signInAt.clientId,
    redirect_uri: signInAt.loopback,
  };
  return {
    statusCode: 200,
    headers: { ...SAFE_HEADERS, 'content-type': 'application/json' },
    body: JSON.stringify(metadata),
  };
}
