import type { APIGatewayProxyEventV2WithLambdaAuthorizer, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import type { Problem } from '#shared/contracts/replies.ts';
import { logFailure } from '#shared/runtime/log.ts';
import { problemOf } from '#shared/use-cases/replies/problem-of.ts';
import { RefusedRequest } from '#shared/use-cases/replies/refused.ts';

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
