import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import type { VNode } from 'preact';
import { renderToStringAsync } from 'preact-render-to-string';

/** The errors of a form, in Vietnamese, by the names of its fields. */
export type FieldErrors = Readonly<Record<string, string>>;

/** The errors that a page shows by their fields, and its status, where the form that was sent to it is refused. */
export interface FormRefusal {
  readonly errors?: FieldErrors;
  readonly status?: number;
}

export type HttpEvent = APIGatewayProxyEventV2;
export type HttpAnswer = APIGatewayProxyStructuredResultV2;

/**
 * Browsers run and load only what the desks themselves serve. No other page may frame the desks or receive their
 * address as a referrer.
 */
export const SAFE_HEADERS = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  'strict-transport-security': 'max-age=63072000; includeSubDomains',
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=()',
  'cross-origin-opener-policy': 'same-origin',
};

/** The content of a page for programs: the data that it shows, or the errors of the form that was sent to it. */
export interface AnswerContent {
  readonly data?: unknown;
  readonly errors?: FieldErrors;
}
export type PageAnswer = HttpAnswer & { readonly said?: AnswerContent };

/** Every page may hold personal data, so no cache may keep it. */
export async function html(page: VNode, statusCode = 200, said: AnswerContent = {}): Promise<PageAnswer> {
  return {
    said,
    statusCode,
    headers: { ...SAFE_HEADERS, 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' },
    body: `<!doctype html>${await renderToStringAsync(page)}`,
  };
}

/** Answers a form: the browser then requests the page with the result, so that a reload does not send the form again. */
export const seeOther = (location: string, cookies: string[] = []): HttpAnswer => ({
  statusCode: 303,
  headers: { ...SAFE_HEADERS, location, 'cache-control': 'no-store' },
  cookies,
  body: '',
});

/** Answers with a file that the browser saves under `name` (letters, digits, `-` and `.`). */
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
