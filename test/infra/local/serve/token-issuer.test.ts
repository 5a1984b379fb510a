import { SignJWT, UnsecuredJWT } from 'jose';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { localTokenIssuer } from '#infra/local/serve/token-issuer.ts';

const office = localTokenIssuer([{ receiver: 'bank#970436', clientId: 'vcb', clientSecret: 's' }]);
const issue = async () => {
  const form = new URLSearchParams({ grant_type: 'client_credentials', client_id: 'vcb', client_secret: 's' });
  const { body } = await office.issue(undefined, form.toString());
  return (body as { access_token: string }).access_token;
};
const callerOf = (token: string) => office.callerOf(`Bearer ${token}`);

describe('a token', () => {
  afterEach(() => void vi.useRealTimers());

  it('a token is valid for an hour and not longer', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    const token = await issue();
    vi.setSystemTime(Date.now() + 3_599_000);
    expect(await callerOf(token)).toEqual({ client: 'vcb', receiver: 'bank#970436' });
    vi.setSystemTime(Date.now() + 2000);
    expect(await callerOf(token)).toBeUndefined();
  });

  it('a token of another issuer or without a signature is refused', async () => {
    const claims = { scope: 'receiver/api', client_id: 'vcb', token_use: 'access' };
    const foreign = new SignJWT(claims)
      .setProtectedHeader({ alg: 'HS256', typ: 'at+jwt' })
      .setIssuer('urn:haukiem:local')
      .setExpirationTime('1 h')
      .sign(new Uint8Array(32));
    const unsigned = new UnsecuredJWT(claims).setIssuer('urn:haukiem:local').setExpirationTime('1 h').encode();
    for (const token of [await foreign, unsigned]) expect(await callerOf(token)).toBeUndefined();
  });

  it.each(['', 'Bearer', 'Basic x', 'Bearer a.b', 'bearer  x', 'Bearer x,Bearer y'])(
    'no token is found in %j',
    async (header) => {
      expect(await office.callerOf(header)).toBeUndefined();
    },
  );
});
