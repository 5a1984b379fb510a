import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import type { VNode } from 'preact';
import { renderToStringAsync } from 'preact-render-to-string';

export type HttpEvent = APIGatewayProxyEventV2;
export type HttpAnswer = APIGatewayProxyStructuredResultV2;

/** Nothing runs or loads but what the desks themselves serve; no other page may frame them or learn where one came from. */
export const SAFE_HEADERS = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  'strict-transport-security': 'max-age=63072000; includeSubDomains',
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=()',
  'cross-origin-opener-policy': 'same-origin',
};

/** What a page says, for whoever reads no HTML: what it shows, or what is wrong with the form that was sent to it. */
export interface Said {
  readonly data?: unknown;
  readonly errors?: Readonly<Record<string, string>>;
}
export type PageAnswer = HttpAnswer & { readonly said?: Said };

/** Personal data stands on every page: no cache keeps one. */
export async function html(page: VNode, statusCode = 200, said: Said = {}): Promise<PageAnswer> {
  return {
    said,
    statusCode,
    headers: { ...SAFE_HEADERS, 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' },
    body: `<!doctype html>${await renderToStringAsync(page)}`,
  };
}

/** After a form: the browser asks for the page that shows what came of it, so that a reload sends nothing again. */
export const seeOther = (location: string, cookies: string[] = []): HttpAnswer => ({
  statusCode: 303,
  headers: { ...SAFE_HEADERS, location, 'cache-control': 'no-store' },
  cookies,
  body: '',
});

/** A file to be saved under that name (letters, digits, `-` and `.`). */
export const download = (bytes: Uint8Array | string, name: string, type: string): HttpAnswer => ({
  statusCode: 200,
  headers: {
    ...SAFE_HEADERS,
    'content-type': type,
    'content-disposition': `attachment; filename="${name}"`,
    'cache-control': 'no-store',
  },
  isBase64Encoded: true,
  body: Buffer.from(bytes).toString('base64'),
});
