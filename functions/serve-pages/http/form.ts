import type { HttpEvent } from './answer.ts';

/** The size allows hundreds of chosen rows and the longest texts, and a draft of that size fits into one table item. */
export const LARGEST_FORM = 200_000;
/** Fields that may occur several times in a form, once for each ticked box. */
const MANY = new Set(['change', 'task', 'also', 'observed', 'ask']);

/**
 * Whether a field occurs twice that may occur once. No page sends such a form, and different readers of it could take
 * different values.
 */
export const hasDoubled = (form: URLSearchParams): boolean =>
  [...new Set(form.keys())].some((name) => !MANY.has(name) && form.getAll(name).length > 1);

/** The fields of a form as they were sent (`application/x-www-form-urlencoded`). */
export function formOf(event: HttpEvent): URLSearchParams | 'too_large' {
  const body = bodyTextOf(event);
  return body.length > LARGEST_FORM ? 'too_large' : new URLSearchParams(body);
}

export const bodyTextOf = ({ body = '', isBase64Encoded }: HttpEvent): string =>
  isBase64Encoded ? Buffer.from(body, 'base64').toString('utf8') : body;

/** The desks' own address as the gateway states it, and never a host name that the caller writes. */
export const originOf = ({ requestContext: { domainName } }: HttpEvent, allowLoopback: boolean): string =>
  `${allowLoopback && /^(localhost|127\.0\.0\.1)(:\d+)?$/u.test(domainName) ? 'http' : 'https'}://${domainName}`;
