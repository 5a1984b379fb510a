import { asSeen } from '#shared/domain/vietnamese/text/unicode-safety.ts';
import type { HttpEvent } from './answer.ts';

/** The size allows hundreds of chosen rows and the longest texts, and a draft of that size fits into one table item. */
export const LARGEST_FORM = 200_000;
/** Fields that may occur several times in a form, once for each ticked box. */
const MANY = new Set(['change', 'task', 'class-all', 'also', 'observed', 'ask', 'sent', 'notice', 'case', 'message']);

/**
 * Whether a field occurs twice that may occur once. No page sends such a form, and different readers of it could take
 * different values.
 */
export const hasDoubled = (form: URLSearchParams): boolean =>
  [...new Set(form.keys())].some((name) => !MANY.has(name) && form.getAll(name).length > 1);

/** The fields that name files as their senders named them, with whatever letters. */
const AS_SENT = new Set(['file', 'sent']);

/**
 * The fields of a form (`application/x-www-form-urlencoded`), without the invisible letters and special spaces that text
 * pasted from a document brings along. Direction marks among them could show a text to others in another order.
 */
export function formOf(event: HttpEvent): URLSearchParams | 'too_large' {
  const body = bodyTextOf(event);
  if (body.length > LARGEST_FORM) return 'too_large';
  return fieldsAsSeen(new URLSearchParams(body));
}

/** The fields of a form or of a program's body, in which only the name of a file stays as it was written. */
export const fieldsAsSeen = (fields: Iterable<readonly [name: string, value: string]>): URLSearchParams =>
  new URLSearchParams([...fields].map(([name, value]) => [name, AS_SENT.has(name) ? value : asSeen(value)]));

export const bodyTextOf = ({ body = '', isBase64Encoded }: HttpEvent): string =>
  isBase64Encoded ? Buffer.from(body, 'base64').toString('utf8') : body;

/** The desks' own address as the gateway states it, and never a host name that the caller writes. */
export const originOf = ({ requestContext: { domainName } }: HttpEvent, allowLoopback: boolean): string =>
  `${allowLoopback && /^(localhost|127\.0\.0\.1)(:\d+)?$/u.test(domainName) ? 'http' : 'https'}://${domainName}`;

/** Whether a link or a script of another site leads here, by the browser's word (Fetch Metadata). */
export const isFromElsewhere = ({ headers }: HttpEvent): boolean =>
  headers['sec-fetch-site'] === 'cross-site' || headers['sec-fetch-site'] === 'same-site';
