import type { World } from './world.ts';

/** A person, by their id at the sign-in provider. */
export interface DeskUser {
  readonly officer: string;
  readonly group: 'police' | 'office' | 'operator';
}

const DESKS = 'serve-pages';
/** A person who is not answered tries again this often. */
const MOST_TRIES = 200;
const SIGNED_OUT = 401;

/**
 * A person's program reads a page of a desk, or sends its form, until it is answered. Whose session has ended meanwhile
 * signs in again. @returns the answer's body
 */
export async function atDesk(
  world: World,
  { officer, group }: DeskUser,
  path: string,
  form?: Readonly<Record<string, unknown>>,
): Promise<Readonly<Record<string, unknown>>> {
  const [page = '', query = ''] = path.split('?');
  const rawPath = `/api${page}`;
  const method = form === undefined ? 'GET' : 'POST';
  const signedIn = () => ({
    sub: officer,
    name: officer,
    iat: String(Math.floor(world.now() / 1000)),
    'cognito:groups': `[${group}]`,
  });
  const event = () => ({
    version: '2.0',
    routeKey: '',
    rawPath,
    rawQueryString: query,
    queryStringParameters: Object.fromEntries(new URLSearchParams(query)),
    headers: { 'content-type': 'application/json' },
    requestContext: {
      http: { method, path: rawPath, protocol: 'HTTP/1.1', sourceIp: '192.0.2.1', userAgent: '' },
      domainName: 'desks.simulated',
      authorizer: { jwt: { claims: signedIn(), scopes: [] } },
    },
    ...(form && { body: JSON.stringify(form) }),
    isBase64Encoded: false,
  });
  for (let tried = 0; tried < MOST_TRIES; tried += 1) {
    const answer = (await world.call(DESKS, event())) as { statusCode: number; body?: string } | undefined;
    if (answer && answer.statusCode < 500 && answer.statusCode !== SIGNED_OUT)
      return JSON.parse(answer.body ?? '{}') as Record<string, unknown>;
  }
  throw new Error(`${method} ${path} is never answered`);
}
