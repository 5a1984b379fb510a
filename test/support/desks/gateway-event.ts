import type { HttpEvent } from '#functions/serve-pages/http/answer.ts';

export const ORIGIN = 'https://desks.example.vn';

export function eventOf(
  method: string,
  path: string,
  cookies: ReadonlyMap<string, string>,
  headers: Record<string, string>,
  body = '',
): HttpEvent {
  const url = new URL(path, ORIGIN);
  // The path as requested: a gateway, unlike a browser, keeps `..`
  const [rawPath = ''] = path.split(/[?#]/u);
  return {
    version: '2.0',
    routeKey: `${method} /{proxy+}`,
    rawPath,
    rawQueryString: url.search.slice(1),
    cookies: [...cookies].map(([name, value]) => `${name}=${value}`),
    headers,
    queryStringParameters: Object.fromEntries(url.searchParams),
    requestContext: {
      accountId: '1',
      apiId: 'a',
      domainName: url.host,
      domainPrefix: 'desks',
      http: { method, path: rawPath, protocol: 'HTTP/1.1', sourceIp: '10.0.0.1', userAgent: 'test' },
      requestId: 'r',
      routeKey: `${method} /{proxy+}`,
      stage: '$default',
      time: '',
      timeEpoch: 0,
    },
    body,
    isBase64Encoded: false,
  };
}
