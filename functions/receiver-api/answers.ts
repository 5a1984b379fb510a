import type { APIGatewayProxyEventV2WithLambdaAuthorizer, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import type * as z from 'zod';
import type { Problem } from '#shared/contracts/replies.ts';
import { logFailure } from '#shared/runtime/log.ts';
import { problemOf, RefusedRequest } from '#shared/use-cases/replies/take-reply.ts';
import { asSeen } from '#shared/domain/vietnamese/text/unicode-safety.ts';
import { LARGEST_BODY } from '#shared/contracts/api-limits.ts';
import { parseForeignJson } from '#shared/runtime/parse-json.ts';

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

export type ApiEvent = APIGatewayProxyEventV2WithLambdaAuthorizer<Readonly<Record<string, string | undefined>>>;
export type ApiAnswer = APIGatewayProxyStructuredResultV2;

/** No answer may be cached: it belongs to one receiver. */
const HEADERS = { 'cache-control': 'no-store' };

export const answerOf = (statusCode: number, body: unknown): ApiAnswer => ({
  statusCode,
  headers: { ...HEADERS, 'content-type': 'application/json; charset=utf-8' },
  body: JSON.stringify(body),
});

function problemAnswer(problem: Problem): ApiAnswer {
  const headers = { ...HEADERS, 'content-type': 'application/problem+json; charset=utf-8' };
  return { statusCode: problem.status, headers, body: JSON.stringify(problem) };
}

const RETRY_SECONDS = 60;

export function refusalAnswer(refused: RefusedRequest): ApiAnswer {
  const answer = problemAnswer(problemOf(refused));
  if (refused.code !== 'too_many_calls') return answer;
  return { ...answer, headers: { ...answer.headers, 'retry-after': String(RETRY_SECONDS) } };
}

/** Turns a route that answers or throws into one that always answers. */
export const withProblemAnswers =
  (route: (event: ApiEvent) => Promise<ApiAnswer>) =>
  async (event: ApiEvent): Promise<ApiAnswer> => {
    try {
      return await route(event);
    } catch (error) {
      if (error instanceof RefusedRequest) return refusalAnswer(error);
      logFailure('REQUEST_FAILED', error);
      return problemAnswer({
        type: 'urn:haukiem:problem:failed',
        title: 'Hệ thống gặp lỗi, hãy gọi lại.',
        status: 500,
      });
    }
  };
