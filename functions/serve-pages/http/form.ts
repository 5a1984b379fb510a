import type { HttpEvent } from './answer.ts';

/** The fields of a form as they were sent (`application/x-www-form-urlencoded`). */
export function formOf({ body = '', isBase64Encoded }: HttpEvent): URLSearchParams {
  return new URLSearchParams(isBase64Encoded ? Buffer.from(body, 'base64').toString('utf8') : body);
}

/** Where the desks answer, as the gateway says it: a name that the caller writes is never taken for it. */
export const originOf = ({ requestContext: { domainName } }: HttpEvent, allowLoopback: boolean): string =>
  `${allowLoopback && /^(localhost|127\.0\.0\.1)(:\d+)?$/u.test(domainName) ? 'http' : 'https'}://${domainName}`;
