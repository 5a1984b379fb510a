import type { HttpEvent } from './answer.ts';

/** Hundreds of chosen rows and the longest texts fit into it, and a draft of it fits into one item of a table. */
export const LARGEST_FORM = 200_000;
/** Fields of which a form may have several: a box is ticked for each. */
const MANY = new Set(['change', 'task', 'also', 'observed', 'ask']);

/** Whether a field comes twice that can be said once: no page sends that, and each reader of it could take another one. */
export const hasDoubled = (form: URLSearchParams): boolean =>
  [...new Set(form.keys())].some((name) => !MANY.has(name) && form.getAll(name).length > 1);

/** The fields of a form as they were sent (`application/x-www-form-urlencoded`). */
export function formOf(event: HttpEvent): URLSearchParams | 'too_large' {
  const body = bodyTextOf(event);
  return body.length > LARGEST_FORM ? 'too_large' : new URLSearchParams(body);
}

export const bodyTextOf = ({ body = '', isBase64Encoded }: HttpEvent): string =>
  isBase64Encoded ? Buffer.from(body, 'base64').toString('utf8') : body;

/** Where the desks answer, as the gateway says it: a name that the caller writes is never taken for it. */
export const originOf = ({ requestContext: { domainName } }: HttpEvent, allowLoopback: boolean): string =>
  `${allowLoopback && /^(localhost|127\.0\.0\.1)(:\d+)?$/u.test(domainName) ? 'http' : 'https'}://${domainName}`;
