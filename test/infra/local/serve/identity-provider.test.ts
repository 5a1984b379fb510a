import { createHash, generateKeyPairSync, randomBytes } from 'node:crypto';
import { decodeJwt, SignJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type LocalIdentityProvider, localIdentityProvider } from '#infra/local/serve/identity-provider.ts';
import { signInProvider } from '#shared/clients/sign-in.ts';
import { LOOPBACK_CALLBACK } from '#shared/contracts/desk-api/loopback-callback.ts';

const CLIENT = 'desks';

describe('the local sign-in of people', () => {
  let office: LocalIdentityProvider;
  beforeAll(async () => {
    office = await localIdentityProvider();
    await office.openFor(CLIENT, ['http://127.0.0.1:8080']);
  });
  afterAll(() => office.close());

  /** Signs a person in as a program does: authorization code with PKCE. */
  async function tokensOf(person: string): Promise<{ id_token: string; refresh_token: string }> {
    const verifier = randomBytes(32).toString('base64url');
    const cookies = new Map<string, string>();
    const ask = async (url: URL) => {
      const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
      const answer = await fetch(url, { redirect: 'manual', headers: { cookie } });
      for (const set of answer.headers.getSetCookie()) {
        const [name = '', value = ''] = (set.split(';')[0] ?? '').split(/=(.*)/su);
        cookies.set(name, value);
      }
      return new URL(answer.headers.get('location') ?? '', url);
    };
    const begin = new URL(`${office.issuer}/auth`);
    begin.search = new URLSearchParams({
      client_id: CLIENT,
      redirect_uri: LOOPBACK_CALLBACK,
      response_type: 'code',
      scope: 'openid profile email',
      code_challenge: createHash('sha256').update(verifier).digest('base64url'),
      code_challenge_method: 'S256',
    }).toString();
    const choice = await ask(begin);
    const resumed = await ask(new URL(`${choice.pathname}?person=${person}`, office.issuer));
    const back = await ask(resumed);
    expect(`${back.origin}${back.pathname}`).toBe(LOOPBACK_CALLBACK);
    const answer = await fetch(`${office.issuer}/token`, {
      method: 'POST',
      body: new URLSearchParams({
        grant_type: 'authorization_code',
        code: back.searchParams.get('code') ?? '',
        redirect_uri: LOOPBACK_CALLBACK,
        client_id: CLIENT,
        code_verifier: verifier,
      }),
    });
    return (await answer.json()) as { id_token: string; refresh_token: string };
  }
  const idTokenOf = async (person: string) => (await tokensOf(person)).id_token;

  it('a person’s program gets an ID token, whose claims are passed on as texts', async () => {
    const token = await idTokenOf('police-1');
    expect(await office.claimsOf(`Bearer ${token}`)).toMatchObject({
      sub: 'police-1',
      name: 'Điều tra viên (mẫu)',
      'cognito:groups': '[police]',
      iat: expect.stringMatching(/^\d+$/u),
    });
  });

  it('each desk where two people must agree has two', async () => {
    for (const person of ['police-2', 'office-2', 'province-2', 'operator-2']) {
      const claims = await office.claimsOf(`Bearer ${await idTokenOf(person)}`);
      expect(claims).toMatchObject({ sub: person, 'cognito:groups': `[${person.split('-')[0]}]` });
    }
  });

  it('no other token is accepted: forged, changed, of another audience, unsigned, or missing', async () => {
    const token = await idTokenOf('police-1');
    const claims = decodeJwt(token);
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const forged = await new SignJWT(claims).setProtectedHeader({ alg: 'RS256', kid: 'run' }).sign(privateKey);
    const [head, body, signature] = token.split('.');
    const changed = Buffer.from(JSON.stringify({ ...claims, 'cognito:groups': ['operator'] })).toString('base64url');
    const unsigned = `${Buffer.from('{"alg":"none"}').toString('base64url')}.${body}.`;
    for (const other of [forged, `${head}.${changed}.${signature}`, unsigned, 'x', '']) {
      expect(await office.claimsOf(`Bearer ${other}`)).toBeUndefined();
    }
    expect(await office.claimsOf(token)).toBeUndefined();
    expect(await office.claimsOf(undefined)).toBeUndefined();
  });

  it('a person’s groups can be read again as long as the provider knows the person', async () => {
    const { refresh_token: renewal } = await tokensOf('police-1');
    const desks = signInProvider({ issuer: office.issuer, clientId: CLIENT, allowLoopback: true });
    const police = { subject: 'police-1', name: 'Điều tra viên (mẫu)', groups: ['police'] };
    expect(await desks.renew(renewal)).toMatchObject(police);
    expect(await desks.renew(renewal)).toMatchObject(police);
    expect(await desks.renew('a-forged-token')).toBe('ended');
    const nowhere = signInProvider({ issuer: 'http://127.0.0.1:9', clientId: CLIENT, allowLoopback: true });
    expect(await nowhere.renew(renewal)).toBe('not_answered');
  });
});
