import { asSeen } from '#shared/domain/vietnamese/text/unicode-safety.ts';
import { LARGEST_BODY } from '#shared/contracts/api-limits.ts';
import type * as z from 'zod';
import { parseForeignJson } from '#shared/runtime/parse-json.ts';
import type { ApiEvent } from './answers.ts';
import { RefusedRequest } from '#shared/use-cases/replies/refused.ts';

const IDEMPOTENCY_KEY = /^[\u0021-\u007e]{1,200}$/u;

/**
 * The body of a call, whose texts are kept as officers see them beside others.
 * @throws {RefusedRequest}
 */
export function bodyOf<C extends z.ZodType>(event: ApiEvent, contract: C): z.infer<C> {
  const { body = '', isBase64Encoded } = event;
  if (body.length > LARGEST_BODY) throw new RefusedRequest('body_too_large');
  const said = parseForeignJson(isBase64Encoded ? Buffer.from(body, 'base64').toString('utf8') : body);
  if (said === undefined) throw new RefusedRequest('body_not_json');
  // A body of the contract's form is nested no deeper than the contract
  const written = contract.safeParse(said);
  const parsed = written.success ? contract.safeParse(textsAsSeen(said)) : written;
  if (parsed.success) return parsed.data;
  throw new RefusedRequest('body_unexpected', parsed.error.issues.map(brokenField).join(', '));
}

function textsAsSeen(value: unknown): unknown {
  if (typeof value === 'string') return asSeen(value);
  if (Array.isArray(value)) return value.map(textsAsSeen);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, textsAsSeen(one)]));
}

/** @throws {RefusedRequest} */
export function idempotencyKeyOf({ headers }: ApiEvent): string | undefined {
  const key = headers['idempotency-key'];
  if (key !== undefined && !IDEMPOTENCY_KEY.test(key)) throw new RefusedRequest('idempotency_key_unreadable');
  return key;
}

const brokenField = ({ path, code }: z.core.$ZodIssue) => `${path.join('.')}:${code}`;
