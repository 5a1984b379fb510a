import type { IncomingMessage } from 'node:http';
import { LOOPBACK } from './listen.ts';

/**
 * The address of a request, always on this machine: of an absolute target (`GET http://a.example/x`), or of one that
 * begins with two slashes, no host name is taken. Undefined for a target without a path.
 */
export function requestAddress(request: IncomingMessage): URL | undefined {
  const { url: target = '' } = request;
  const absolute = target.startsWith('/') ? undefined : (URL.parse(target) ?? undefined);
  const path = absolute?.protocol.startsWith('http') ? absolute.pathname + absolute.search : target;
  if (!path.startsWith('/')) return undefined;
  return URL.parse(`http://${loopbackHost(request)}${path}`) ?? undefined;
}

/** The host name by which the browser reached this machine; a foreign host name that resolves to it is refused. */
function loopbackHost({ headers: { host = '' }, socket }: IncomingMessage): string {
  return /^(localhost|127\.0\.0\.1)(:\d+)?$/u.test(host) ? host : `${LOOPBACK}:${socket.localPort}`;
}
