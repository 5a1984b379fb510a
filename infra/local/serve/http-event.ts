import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';

export interface MatchedRoute {
  readonly routeKey: string;
  readonly parameters: Readonly<Record<string, string>>;
}

/** What an authorizer passes on: the claims of a person's token, or what the function found out about a client. */
export type Admitted =
  | { readonly jwt: { readonly claims: Record<string, string>; readonly scopes: string[] } }
  | { readonly lambda: Readonly<Record<string, string>> };

/**
 * Makes the event of a request as API Gateway does (HTTP API, payload 2.0), without an authorizer's part where the route has no
 * authorizer.
 */
export function httpEvent(
  request: IncomingMessage,
  url: URL,
  body: string,
  { routeKey, parameters }: MatchedRoute,
  admitted: Admitted | undefined,
): APIGatewayProxyEventV2 {
  const { method = 'GET', socket } = request;
  const { cookie, ...headers } = request.headers;
  const now = new Date();
  const names = [...new Set(url.searchParams.keys())];
  return {
    version: '2.0',
    routeKey,
    rawPath: url.pathname,
    rawQueryString: url.search.slice(1),
    headers: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, [value].flat().join(',')])),
    ...(cookie !== undefined && { cookies: cookie.split('; ') }),
    ...(names.length > 0 && {
      queryStringParameters: Object.fromEntries(names.map((name) => [name, url.searchParams.getAll(name).join(',')])),
    }),
    pathParameters: { ...parameters },
    requestContext: {
      accountId: '000000000000',
      apiId: 'local',
      domainName: url.host,
      domainPrefix: 'local',
      http: {
        method,
        path: url.pathname,
        protocol: 'HTTP/1.1',
        sourceIp: socket.remoteAddress ?? '',
        userAgent: headers['user-agent'] ?? '',
      },
      requestId: randomUUID(),
      routeKey,
      stage: '$default',
      time: now.toISOString(),
      timeEpoch: now.getTime(),
      ...(admitted && { authorizer: { principalId: '', integrationLatency: 0, ...admitted } }),
    },
    isBase64Encoded: false,
    ...(body !== '' && { body }),
  };
}
