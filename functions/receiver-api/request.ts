import { LARGEST_BODY } from '#shared/contracts/api-limits.ts';
import type * as z from 'zod';
import { parseJson } from '#shared/runtime/parse-json.ts';
import type { ApiEvent } from './answers.ts';
import { RefusedRequest } from '#shared/use-cases/replies/refused.ts';

const IDEMPOTENCY_KEY = /^[\u0021-\u007e]{1,200}$/u;

/** @throws {RefusedRequest} */
export function bodyOf<C extends z.ZodType>(event: ApiEvent, contract: C): z.infer<C> {
  const { body = '', isBase64Encoded } = event;
  if (body.length > LARGEST_BODY) throw new RefusedRequest('body_too_large');
  const said = parseJson(isBase64Encoded ? Buffer.from(body, 'base64').toString('utf8') : body);
  if (said === undefined) throw new RefusedRequest('body_not_json');
  const parsed = contract.safeParse(said);
  if (parsed.success) return parsed.data;
  throw new RefusedRequest('body_unexpected', parsed.error.issues.map(brokenField).join(', '));
}

/** @throws {RefusedRequest} */
export function idempotencyKeyOf({ headers }: ApiEvent): string | undefined {
  const key = headers['idempotency-key'];
  if (key !== undefined && !IDEMPOTENCY_KEY.test(key)) throw new RefusedRequest('idempotency_key_unreadable');
  return key;
}

const brokenField = ({ path, code }: z.core.$ZodIssue) => `${path.join('.')}:${code}`;
