import type { ApiAnswer, ApiEvent } from '#functions/receiver-api/answers.ts';

export interface Call {
  readonly method?: 'GET' | 'POST';
  readonly path: string;
  /** The receiver of the call's client, such as `receiver/bank.970436`; the authorizer found it. */
  readonly scope?: string | undefined;
  /** As the gateway read it from the TLS connection. */
  readonly certificate?: string | undefined;
  readonly client?: string | undefined;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
}

/** An event of an HTTP API (payload 2.0) behind its authorizer. */
export function httpEvent(call: Call): ApiEvent {
  const { method = 'GET', path, scope, certificate, client, body, headers = {}, query = {} } = call;
  const receiver = scope?.replace('receiver/', '').replace('.', '#');
  const lambda = { client: client ?? receiver ?? 'a-client', ...(receiver !== undefined && { receiver }) };
  return {
    version: '2.0',
    routeKey: '$default',
    rawPath: path,
    rawQueryString: new URLSearchParams(query).toString(),
    headers: { ...headers },
    queryStringParameters: { ...query },
    requestContext: {
      accountId: '000000000000',
      apiId: 'local',
      domainName: 'localhost',
      domainPrefix: 'localhost',
      http: { method, path, protocol: 'HTTP/1.1', sourceIp: '127.0.0.1', userAgent: '' },
      requestId: 'a-request',
      routeKey: '$default',
      stage: '$default',
      time: '',
      timeEpoch: 0,
      authorizer: {
        lambda,
      },
      ...(certificate !== undefined && { authentication: { clientCert: shown(certificate) } }),
    },
    isBase64Encoded: false,
    ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  };
}

const shown = (clientCertPem: string) => ({
  clientCertPem,
  subjectDN: '',
  issuerDN: '',
  serialNumber: '',
  validity: { notBefore: '', notAfter: '' },
});

export const bodyOf = (answer: ApiAnswer): Record<string, unknown> => JSON.parse(answer.body ?? '{}');
