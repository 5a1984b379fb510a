import { createHash, randomBytes, randomUUID, timingSafeEqual } from 'node:crypto';
import { jwtVerify, SignJWT } from 'jose';
import * as z from 'zod';
import { type Receiver, scopeOf } from '#shared/domain/receiver.ts';

export interface Client {
  readonly receiver: Receiver;
  readonly clientId: string;
  readonly clientSecret: string;
}
interface TokenAnswer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: unknown;
}
/** A token's claims as API Gateway hands them on: texts, all of them. */
export type Claims = Readonly<Record<string, string>>;

/** Stands in for the user pool: gives tokens to clients that know their secret (RFC 6749 §4.4), and knows its own again. */
export interface TokenOffice {
  /** @param authorization the header, @param form the body, `application/x-www-form-urlencoded` */
  issue(authorization: string | undefined, form: string): Promise<TokenAnswer>;
  /** Undefined for a token that isn't the office's, has been changed or has run out. */
  claimsOf(authorization: string | undefined): Promise<Claims | undefined>;
}

const ISSUER = 'urn:haukiem:local';
const LIFE_SECONDS = 3600;
const Verified = z.record(z.string(), z.union([z.string(), z.number()]));

/** Tokens live on the real clock, whatever day the rules look back from. The key dies with the run. */
export function tokenOffice(clients: readonly Client[]): TokenOffice {
  const key = randomBytes(32);
  const known = new Map(clients.map((client) => [client.clientId, client]));
  const refuse = (status: number, error: string): TokenAnswer => ({
    status,
    body: { error },
    ...(status === 401 && { headers: { 'www-authenticate': 'Basic realm="haukiem"' } }),
  });

  return {
    async issue(authorization, form) {
      const asked = new URLSearchParams(form);
      const { id, secret } = basicOf(authorization) ?? {
        id: asked.get('client_id'),
        secret: asked.get('client_secret'),
      };
      const client = known.get(id ?? '');
      // Compared also where there is no such client: the time tells nothing
      const isRight = sameText(secret ?? '', client?.clientSecret ?? randomUUID());
      if (!client || !isRight) return refuse(401, 'invalid_client');
      if (asked.get('grant_type') !== 'client_credentials') return refuse(400, 'unsupported_grant_type');
      const scope = scopeOf(client.receiver);
      if ((asked.get('scope') ?? scope) !== scope) return refuse(400, 'invalid_scope');
      const token = await new SignJWT({ scope, client_id: client.clientId, token_use: 'access' })
        .setProtectedHeader({ alg: 'HS256', typ: 'at+jwt' })
        .setIssuer(ISSUER)
        .setSubject(client.clientId)
        .setJti(randomUUID())
        .setIssuedAt()
        .setExpirationTime(`${LIFE_SECONDS} s`)
        .sign(key);
      return { status: 200, body: { access_token: token, token_type: 'Bearer', expires_in: LIFE_SECONDS, scope } };
    },

    async claimsOf(authorization) {
      const token = /^Bearer ([\w.-]+)$/iu.exec(authorization ?? '')?.[1];
      if (token === undefined) return undefined;
      const checks = {
        issuer: ISSUER,
        algorithms: ['HS256'],
        typ: 'at+jwt',
        requiredClaims: ['exp', 'scope', 'client_id'],
      };
      const verified = await jwtVerify(token, key, checks).catch(() => undefined);
      const claims = Verified.safeParse(verified?.payload);
      if (!claims.success) return undefined;
      return Object.fromEntries(Object.entries(claims.data).map(([name, value]) => [name, String(value)]));
    },
  };
}

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
