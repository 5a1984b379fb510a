import { createHash, randomBytes, randomUUID, timingSafeEqual } from 'node:crypto';
import { type JWTPayload, jwtVerify, SignJWT } from 'jose';
import { API_SCOPE } from '#shared/clients/access-tokens.ts';
import type { Receiver } from '#shared/domain/notification/receiver.ts';

export interface TokenClient {
  readonly receiver: Receiver;
  readonly clientId: string;
  readonly clientSecret: string;
}
interface TokenAnswer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: unknown;
}
/** A token's claims as API Gateway passes them on, all as texts. */
export type TokenClaims = Readonly<Record<string, string>>;

/** Replaces the pool of API clients: issues tokens to clients that know their secret (RFC 6749 §4.4), and verifies them. */
export interface LocalTokenIssuer {
  /** @param authorization the header @param form the body, `application/x-www-form-urlencoded` */
  issue(authorization: string | undefined, form: string): Promise<TokenAnswer>;
  /** The client and its receiver; undefined for a token that this issuer did not issue, that was changed or that has expired. */
  callerOf(
    authorization: string | undefined,
  ): Promise<(Pick<TokenClient, 'receiver'> & { client: string }) | undefined>;
}

const ISSUER = 'urn:haukiem:local';
const LIFE_SECONDS = 3600;
const ALGORITHM = 'HS256';
const TYPE = 'at+jwt';
const CHECKS = { issuer: ISSUER, algorithms: [ALGORITHM], typ: TYPE, requiredClaims: ['exp', 'scope', 'client_id'] };

/** Tokens expire by the real clock, whatever the rules' date. The key exists only during the run. */
export function localTokenIssuer(clients: readonly TokenClient[]): LocalTokenIssuer {
  const key = randomBytes(32);
  const known = new Map(clients.map((client) => [client.clientId, client]));
  return {
    async issue(authorization, form) {
      const asked = new URLSearchParams(form);
      const client = identified(known, authorization, asked);
      if (!client) return refusal(401, 'invalid_client');
      if (asked.get('grant_type') !== 'client_credentials') return refusal(400, 'unsupported_grant_type');
      const scope = API_SCOPE;
      if ((asked.get('scope') ?? scope) !== scope) return refusal(400, 'invalid_scope');
      const token = await signed({ scope, client_id: client.clientId, token_use: 'access' }, client, key);
      return { status: 200, body: { access_token: token, token_type: 'Bearer', expires_in: LIFE_SECONDS, scope } };
    },

    async callerOf(authorization) {
      const token = /^Bearer ([\w.-]+)$/iu.exec(authorization ?? '')?.[1];
      if (token === undefined) return undefined;
      const verified = await jwtVerify(token, key, CHECKS).catch(() => undefined);
      const client = known.get(String(verified?.payload['client_id']));
      return client && { client: client.clientId, receiver: client.receiver };
    },
  };
}

function refusal(status: number, error: string): TokenAnswer {
  const challenge = { headers: { 'www-authenticate': 'Basic realm="haukiem"' } };
  return { status, body: { error }, ...(status === 401 && challenge) };
}

/** Undefined where there is no such client or the secret is wrong. */
function identified(
  known: ReadonlyMap<string, TokenClient>,
  authorization: string | undefined,
  asked: URLSearchParams,
): TokenClient | undefined {
  const inForm = { id: asked.get('client_id'), secret: asked.get('client_secret') };
  const { id, secret } = basicOf(authorization) ?? inForm;
  const client = known.get(id ?? '');
  // The secret is compared even where there is no such client, so that the time does not reveal it
  const isRight = sameText(secret ?? '', client?.clientSecret ?? randomUUID());
  return isRight ? client : undefined;
}

const signed = (claims: JWTPayload, { clientId }: TokenClient, key: Uint8Array): Promise<string> =>
  new SignJWT(claims)
    .setProtectedHeader({ alg: ALGORITHM, typ: TYPE })
    .setIssuer(ISSUER)
    .setSubject(clientId)
    .setJti(randomUUID())
    .setIssuedAt()
    .setExpirationTime(`${LIFE_SECONDS} s`)
    .sign(key);

/** Client id and secret of the header (RFC 6749 §2.3.1), each form-encoded. */
function basicOf(authorization: string | undefined): { id: string; secret: string } | undefined {
  const encoded = /^Basic ([A-Za-z0-9+/]+={0,2})$/iu.exec(authorization ?? '')?.[1];
  if (encoded === undefined) return undefined;
  const [id = '', secret = ''] = Buffer.from(encoded, 'base64').toString('utf8').split(/:(.*)/su).map(formDecoded);
  return { id, secret };
}

const formDecoded = (text: string): string => {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return text;
  }
};
const digest = (text: string) => createHash('sha256').update(text).digest();
const sameText = (a: string, b: string) => timingSafeEqual(digest(a), digest(b));
