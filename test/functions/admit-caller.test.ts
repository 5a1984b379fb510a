import { createLocalJWKSet, exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose';
import { beforeEach, describe, expect, it } from 'vitest';
import { createHandler } from '#functions/admit-caller/handler.ts';
import { accessTokens, API_SCOPE } from '#shared/clients/access-tokens.ts';
import { type Callers, callersTable } from '#shared/tables/callers.ts';
import { memoryDatabase } from '#test/support/memory-database.ts';
import { lambdaContext } from '#test/support/sqs.ts';

const ISSUER = 'https://cognito-idp.ap-southeast-1.amazonaws.com/ap-southeast-1_Test';
const own = await generateKeyPair('RS256');
const foreign = await generateKeyPair('RS256');
const keys = createLocalJWKSet({ keys: [{ ...(await exportJWK(own.publicKey)), kid: 'own', alg: 'RS256' }] });
const CLAIMS = { client_id: 'vcb', scope: API_SCOPE, token_use: 'access' };
const signed = (claims: JWTPayload, { key = own.privateKey, issuer = ISSUER, expires = '1 h' } = {}) =>
  new SignJWT(claims)
    .setProtectedHeader({ alg: 'RS256', kid: 'own' })
    .setIssuer(issuer)
    .setExpirationTime(expires)
    .sign(key);

describe('admit-caller', () => {
  let callers: Callers;
  beforeEach(async () => {
    const { db, createTable } = memoryDatabase();
    callers = callersTable(db, await createTable('callers'));
    await callers.enter({ clientId: 'vcb', receiver: 'bank#970436', sends: [] });
    await callers.enter({ clientId: 'tax', sends: [{ prefix: 'activities/thue/', dataOf: ['tax'] }] });
  });
  const ask = async (authorization: string | undefined) => {
    const handler = createHandler({ clientOf: accessTokens(ISSUER, keys), callers });
    return handler({ headers: authorization === undefined ? {} : { authorization } } as never, lambdaContext());
  };

  it('a client is admitted for the receiver that the table names, whatever its token says', async () => {
    expect(await ask(`Bearer ${await signed({ ...CLAIMS, receiver: 'police' })}`)).toEqual({
      isAuthorized: true,
      context: { client: 'vcb', receiver: 'bank#970436' },
    });
    expect(await ask(`Bearer ${await signed({ ...CLAIMS, client_id: 'tax' })}`)).toEqual({
      isAuthorized: true,
      context: { client: 'tax' },
    });
  });

  it('a client is admitted as soon as it is entered, and no longer once it is removed', async () => {
    const token = `Bearer ${await signed({ ...CLAIMS, client_id: 'bidv' })}`;
    expect(await ask(token)).toMatchObject({ isAuthorized: false });
    await callers.enter({ clientId: 'bidv', receiver: 'bank#970418', sends: [] });
    expect(await ask(token)).toMatchObject({ isAuthorized: true, context: { receiver: 'bank#970418' } });
    await callers.remove('bidv');
    expect(await ask(token)).toEqual({ isAuthorized: false, context: {} });
  });

  it.each([
    ['of another issuer', () => signed(CLAIMS, { issuer: 'https://evil.example' })],
    ['signed with another key', () => signed(CLAIMS, { key: foreign.privateKey })],
    ['that has expired', () => signed(CLAIMS, { expires: '1 h ago' })],
    ['for another scope', () => signed({ ...CLAIMS, scope: 'openid' })],
    ['of a person', () => signed({ ...CLAIMS, token_use: 'id' })],
    ['without a client', () => signed({ scope: API_SCOPE, token_use: 'access' })],
    ['that is none', async () => 'a.b.c'],
  ])('a token %s is refused', async (_, token) => {
    expect(await ask(`Bearer ${await token()}`)).toEqual({ isAuthorized: false, context: {} });
  });

  it.each([undefined, '', 'Bearer', 'Basic x', 'Bearer x,Bearer y'])('no token is found in %j', async (header) => {
    expect(await ask(header)).toMatchObject({ isAuthorized: false });
  });

  it('a call is not refused for good where the issuer’s keys cannot be read', async () => {
    const unreadable = accessTokens(ISSUER, async () => {
      throw new Error('no answer');
    });
    await expect(unreadable(await signed(CLAIMS))).rejects.toThrow('no answer');
  });
});
