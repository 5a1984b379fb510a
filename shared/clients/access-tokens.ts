import { createRemoteJWKSet, errors, type JWTVerifyGetKey, jwtVerify } from 'jose';
import * as z from 'zod';

/** The one scope of the receivers' API; who calls is told by the token's client. */
export const API_SCOPE = 'receiver/api';

/** The client for which a token was issued; undefined where it is none of the issuer's tokens for the API, or has expired. */
export type ClientOfToken = (token: string) => Promise<string | undefined>;

const Claims = z.object({ client_id: z.string().min(1), scope: z.string(), token_use: z.literal('access') });

/**
 * Verifies access tokens of a user pool (OAuth 2 client credentials).
 * @throws {errors.JOSEError} where the issuer's keys could not be read
 */
export function accessTokens(
  issuer: string,
  keys: JWTVerifyGetKey = createRemoteJWKSet(new URL(`${issuer}/.well-known/jwks.json`)),
): ClientOfToken {
  return async (token) => {
    try {
      const { payload } = await jwtVerify(token, keys, { issuer, algorithms: ['RS256'], requiredClaims: ['exp'] });
      const claims = Claims.safeParse(payload);
      return claims.success && claims.data.scope.split(' ').includes(API_SCOPE) ? claims.data.client_id : undefined;
    } catch (error) {
      if (isFaultOfToken(error)) return undefined;
      throw error;
    }
  };
}

const isFaultOfToken = (error: unknown): boolean =>
  error instanceof errors.JWTClaimValidationFailed ||
  error instanceof errors.JWTExpired ||
  error instanceof errors.JWTInvalid ||
  error instanceof errors.JWSInvalid ||
  error instanceof errors.JWSSignatureVerificationFailed ||
  error instanceof errors.JOSEAlgNotAllowed ||
  error instanceof errors.JWKSNoMatchingKey;
