import type { createHandler } from '#functions/serve-pages/handler.ts';
import type { HttpAnswer } from '#functions/serve-pages/http/answer.ts';
import { lambdaContext } from '#test/support/sqs.ts';
import { eventOf } from './gateway-event.ts';

/** A person's program at the API of the desks. */
export interface Program {
  get(path: string): Promise<HttpAnswer>;
  post(path: string, body: unknown, headers?: Record<string, string>): Promise<HttpAnswer>;
}

/** A program whose token has those claims, as the gateway hands them on. */
export function programAt(
  handler: ReturnType<typeof createHandler>,
  clock: { readonly now: Date },
  groups: readonly string[],
  subject: string,
  claims: Record<string, unknown>,
): Program {
  const call = (method: string, path: string, headers: Record<string, string>, body?: string) => {
    const event = eventOf(method, `/api${path}`, new Map(), headers, body);
    const iat = String(Math.floor(clock.now.getTime() / 1000));
    const jwt = {
      claims: { sub: subject, name: 'Nguyễn Văn A', iat, 'cognito:groups': `[${groups.join(' ')}]`, ...claims },
    };
    const requestContext = { ...event.requestContext, authorizer: { jwt } };
    return handler({ ...event, requestContext }, lambdaContext());
  };
  return {
    get: (path) => call('GET', path, {}),
    post: (path, body, headers = {}) =>
      call('POST', path, headers, typeof body === 'string' ? body : JSON.stringify(body)),
  };
}
