import type { createHandler } from '#functions/serve-pages/handler.ts';
import type { HttpAnswer } from '#functions/serve-pages/http/answer.ts';
import { lambdaContext } from '#test/support/sqs.ts';
import { eventOf, ORIGIN } from './gateway-event.ts';

/** Fields of a form by name; as pairs where a name comes more than once. */
type FormFields = Readonly<Record<string, string>> | readonly (readonly [string, string])[];

/** A browser at the desks: it keeps cookies, follows nothing by itself and sends forms from where it is. */
export interface Browser {
  get(path: string, headers?: Record<string, string>): Promise<HttpAnswer>;
  post(path: string, form: FormFields, origin?: string): Promise<HttpAnswer>;
  readonly cookies: Map<string, string>;
}

export function browserAt(handler: ReturnType<typeof createHandler>): Browser {
  const cookies = new Map<string, string>();
  const call = async (method: string, path: string, headers: Record<string, string>, body?: string) => {
    const answer = await handler(eventOf(method, path, cookies, headers, body), lambdaContext());
    for (const cookie of answer.cookies ?? []) {
      const [name = '', value = ''] = (cookie.split(';')[0] ?? '').split(/=(.*)/su);
      if (value === '') cookies.delete(name);
      else cookies.set(name, value);
    }
    return answer;
  };
  return {
    cookies,
    get: (path, headers = {}) => call('GET', path, headers),
    post: (path, form, origin = ORIGIN) => call('POST', path, { origin }, encoded(form)),
  };
}

/** The token that the session's forms carry. */
export async function formTokenOf(own: Browser): Promise<string> {
  // A person who works at none of the desks gets the answer on the first page itself.
  const pages = await Promise.all(
    ['/', '/police/cases', '/bank/notices', '/office/files', '/operator/system', '/province/measures'].map((path) =>
      own.get(path),
    ),
  );
  return pages.map(tokenIn).find((token) => token !== '') ?? '';
}

const encoded = (form: FormFields) => {
  const pairs = Symbol.iterator in form ? [...form] : Object.entries(form);
  return new URLSearchParams(pairs.map(([name, value]) => [name, value])).toString();
};

const tokenIn = ({ body = '' }: HttpAnswer): string => /name="formToken" value="([\w-]+)"/u.exec(body)?.[1] ?? '';
