import { createServer, type IncomingMessage, type Server } from 'node:http';
import * as z from 'zod';
import type { LocalRoute } from '../deploy.ts';
import type { Sandbox } from '../sandbox.ts';
import { AWS_LIMITS } from '#infra/limits.ts';
import { PEOPLES_TOKENS } from '#infra/constructs/authorizers.ts';
import { requestAddress } from './request-address.ts';
import type { LocalIdentityProvider } from './identity-provider.ts';
import type { LocalTokenIssuer } from './token-issuer.ts';
import { randomUUID } from 'node:crypto';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';

interface MatchedRoute {
  readonly routeKey: string;
  readonly parameters: Readonly<Record<string, string>>;
}

/** What an authorizer passes on: the claims of a person's token, or what the function found out about a client. */
type Admitted =
  | { readonly jwt: { readonly claims: Record<string, string>; readonly scopes: string[] } }
  | { readonly lambda: Readonly<Record<string, string>> };

/**
 * Makes the event of a request as API Gateway does (HTTP API, payload 2.0), without an authorizer's part where the route has no
 * authorizer.
 */
function httpEvent(
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

type FoundRoute<T> = MatchedRoute & { readonly to: T; readonly authorizer: string | undefined };

/** Finds the template's route of a request: `GET /v1/notices/{id}`. */
function routeFinder<T>(routes: readonly (LocalRoute & { readonly to: T })[]) {
  // Sorts routes in the order of API Gateway: greedy paths come last, and among them the most specific first.
  const takesRest = ({ routeKey }: LocalRoute) => (routeKey.includes('+}') ? 1_000_000 - routeKey.length : 0);
  const ordered = routes.toSorted((a, b) => takesRest(a) - takesRest(b));
  const compiled = ordered.map((route) => {
    const [method = '', path = ''] = route.routeKey.split(' ');
    const pattern = path
      .replaceAll('.', String.raw`\.`)
      .replaceAll(/\{(\w+)\+\}/gu, '(?<$1>.+)')
      .replaceAll(/\{(\w+)\}/gu, '(?<$1>[^/]+)');
    return { ...route, method, pattern: new RegExp(`^${pattern}$`, 'u') };
  });
  return (method: string, path: string): FoundRoute<T> | undefined => {
    for (const { routeKey, method: own, pattern, to, authorizer } of compiled) {
      const found = own === method ? pattern.exec(path) : null;
      if (found) return { routeKey, to, authorizer, parameters: decoded(found.groups ?? {}) };
    }
    return undefined;
  };
}

const decoded = (groups: Readonly<Record<string, string>>) =>
  Object.fromEntries(
    Object.entries(groups).map(([name, text]) => [name, URL.canParse(`x:${text}`) ? decodeSafely(text) : text]),
  );

function decodeSafely(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

interface GatewayAnswer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly cookies?: readonly string[];
  readonly body: string | Buffer;
}
interface GatewayProps {
  readonly routes: readonly (LocalRoute & { readonly to: Sandbox })[];
  readonly tokens: LocalTokenIssuer;
  readonly people: Pick<LocalIdentityProvider, 'claimsOf'>;
}

const LARGEST_BODY = 1_048_576;
export const TOKENS = '/oauth/token';
const FunctionAnswer = z.object({
  statusCode: z.int(),
  headers: z.record(z.string(), z.string()).default({}),
  cookies: z.array(z.string()).default([]),
  body: z.string().default(''),
  isBase64Encoded: z.boolean().default(false),
});

/** Replaces API Gateway on this machine, with its routes, its authorizers, its own answers, and an issuer of tokens. */
export function gateway({ routes, tokens, people }: GatewayProps): Server {
  const find = routeFinder(routes);
  /** What an authorizer passes on of a call's token, in place of the pools and of the function that admits callers. */
  const admit = async (authorizer: string, authorization: string | undefined): Promise<Admitted | undefined> => {
    if (authorizer !== PEOPLES_TOKENS) {
      const lambda = await tokens.callerOf(authorization);
      return lambda && { lambda };
    }
    const claims = await people.claimsOf(authorization);
    return claims && { jwt: { claims: { ...claims }, scopes: [] } };
  };

  const answer = async (request: IncomingMessage): Promise<GatewayAnswer> => {
    const { method = 'GET', headers } = request;
    const url = requestAddress(request);
    if (!url) return said(400, 'Bad Request');
    const body = await bodyOf(request);
    if (body === undefined) return said(413, 'Request Entity Too Large');
    if (url.pathname === TOKENS && method === 'POST') {
      const issued = await tokens.issue(headers.authorization, body);
      const kept = { 'cache-control': 'no-store', ...issued.headers };
      return { status: issued.status, headers: kept, body: JSON.stringify(issued.body) };
    }
    const route = find(method, url.pathname);
    if (!route) return said(404, 'Not Found');
    const { authorizer } = route;
    const admitted = authorizer === undefined ? undefined : await admit(authorizer, headers.authorization);
    if (authorizer !== undefined && !admitted)
      return { ...said(401, 'Unauthorized'), headers: { 'www-authenticate': 'Bearer' } };
    const result = FunctionAnswer.safeParse(await route.to.invoke(httpEvent(request, url, body, route, admitted)));
    // Lambda itself refuses an answer that is too large
    if (!result.success || Buffer.byteLength(result.data.body) > AWS_LIMITS.lambdaSynchronousPayloadBytes.value)
      return said(500, 'Internal Server Error');
    const { statusCode: status, body: text, isBase64Encoded, ...rest } = result.data;
    return { status, ...rest, body: isBase64Encoded ? Buffer.from(text, 'base64') : text };
  };

  return createServer((request, response) => {
    answer(request)
      .catch(() => said(500, 'Internal Server Error'))
      .then(({ status, headers, cookies, body }) =>
        response
          .writeHead(status, {
            'content-type': 'application/json',
            ...headers,
            ...(cookies && cookies.length > 0 && { 'set-cookie': [...cookies] }),
          })
          .end(body),
      )
      .catch(() => response.destroy());
  });
}

const said = (status: number, message: string): GatewayAnswer => ({ status, body: JSON.stringify({ message }) });

async function bodyOf(request: IncomingMessage): Promise<string | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    const bytes = Buffer.from(chunk);
    size += bytes.length;
    // Too long a body is still read to its end, so that the answer reaches the sender
    if (size <= LARGEST_BODY) chunks.push(bytes);
  }
  return size > LARGEST_BODY ? undefined : Buffer.concat(chunks).toString('utf8');
}
