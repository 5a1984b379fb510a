import * as oauth from 'oauth4webapi';
import * as z from 'zod';

/** The state with which a sign-in began; the browser keeps it until the provider sends it back. */
export interface StartedSignIn {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}

/** The person who has signed in, according to the provider. */
export interface SignedInUser {
  readonly subject: string;
  readonly name: string;
  /** Undefined where the provider has none, or one that is no address. */
  readonly email?: string | undefined;
  readonly groups: readonly string[];
  /** The provider's refresh token, by which the person's groups can be read again. */
  readonly renewal?: string | undefined;
}

/** The provider's answer is no proof of a sign-in: changed, replayed, refused or too late. */
export class SignInRefused extends Error {
  override readonly name = 'SignInRefused';
}

/** The provider gave no answer in time, or said that it has failed: the person can try again. */
export class SignInUnanswered extends Error {
  override readonly name = 'SignInUnanswered';
}

/** The time limit of a call. It ends well before the gateway's own limit, so that the browser shows what is wrong. */
const LONGEST_WAIT_MS = 4000;

const Claims = z.object({
  sub: z.string().min(1),
  name: z.string().optional(),
  email: z.string().optional(),
  'cognito:groups': z.array(z.string()).default([]),
});

interface SignInSettings {
  readonly issuer: string;
  readonly clientId: string;
  /** Allows a provider on this machine without TLS: for stage `local` alone. */
  readonly allowLoopback: boolean;
  /** The longest time for one answer of the provider; half of it where a page only reads its person's groups again. */
  readonly longestWaitMs?: number;
}

/** Signs people in by OpenID Connect: authorization code with PKCE (RFC 7636), no client secret. */
export function signInProvider({ issuer, clientId, allowLoopback, longestWaitMs = LONGEST_WAIT_MS }: SignInSettings) {
  const client: oauth.Client = { client_id: clientId };
  const insecure = { [oauth.allowInsecureRequests]: allowLoopback };
  let discovered: Promise<oauth.AuthorizationServer> | undefined;
  const server = () =>
    (discovered ??= discover(issuer, insecure, longestWaitMs).catch((error: unknown) => {
      // A failed discovery is forgotten, so that the next sign-in tries again.
      discovered = undefined;
      throw error;
    }));

  return {
    /**
     * @returns the address to which the browser is redirected, and the state that it keeps meanwhile
     * @throws {SignInUnanswered}
     */
    async begin(redirectUri: string): Promise<{ readonly url: string; readonly begun: StartedSignIn }> {
      const { authorization_endpoint: endpoint = '' } = await server();
      const begun = {
        state: oauth.generateRandomState(),
        nonce: oauth.generateRandomNonce(),
        verifier: oauth.generateRandomCodeVerifier(),
      };
      const url = new URL(endpoint);
      const asked = {
        client_id: clientId,
        redirect_uri: redirectUri,
        response_type: 'code',
        scope: 'openid profile email',
        state: begun.state,
        nonce: begun.nonce,
        code_challenge: await oauth.calculatePKCECodeChallenge(begun.verifier),
        code_challenge_method: 'S256',
        // The provider must ask the person again, so that an ended session is not reopened without
        // them.
        prompt: 'login',
      };
      for (const [name, value] of Object.entries(asked)) url.searchParams.set(name, value);
      return { url: url.href, begun };
    },

    /**
     * @param callback the address that the provider sent the browser back to @throws {SignInRefused | SignInUnanswered}
     */
    async finish(callback: URL, redirectUri: string, { state, nonce, verifier }: StartedSignIn): Promise<SignedInUser> {
      const as = await server();
      try {
        const parameters = oauth.validateAuthResponse(as, client, callback, state);
        const response = await answered(
          (signal) =>
            oauth.authorizationCodeGrantRequest(as, client, oauth.None(), parameters, redirectUri, verifier, {
              ...insecure,
              signal,
            }),
          longestWaitMs,
        );
        const result = await oauth.processAuthorizationCodeResponse(as, client, response, {
          expectedNonce: nonce,
          requireIdToken: true,
        });
        return userOf(result);
      } catch (error) {
        throw error instanceof SignInUnanswered ? error : new SignInRefused('SignInRefused', { cause: error });
      }
    },

    /**
     * Reads the person of a refresh token again. @returns `ended` where the provider no longer accepts the token,
     * because the person was disabled or signed out everywhere
     */
    async renew(renewal: string): Promise<SignedInUser | 'ended' | 'not_answered'> {
      try {
        const as = await server();
        const response = await answered(
          (signal) => oauth.refreshTokenGrantRequest(as, client, oauth.None(), renewal, { ...insecure, signal }),
          longestWaitMs / 2,
        );
        return userOf(await oauth.processRefreshTokenResponse(as, client, response));
      } catch (error) {
        const isRefused = error instanceof oauth.ResponseBodyError && error.error === 'invalid_grant';
        return isRefused ? 'ended' : 'not_answered';
      }
    },
  };
}
export type SignInProvider = ReturnType<typeof signInProvider>;

/** The text where it is an address of mails, which holds no line break and no second address. */
export const mailAddressOf = (text: string | undefined): string | undefined => z.email().max(254).safeParse(text).data;

function userOf(result: oauth.TokenEndpointResponse): SignedInUser {
  const { sub, name, email, 'cognito:groups': groups } = Claims.parse(oauth.getValidatedIdTokenClaims(result));
  return {
    subject: sub,
    name: name ?? email ?? sub,
    email: mailAddressOf(email),
    groups,
    renewal: result.refresh_token,
  };
}

async function discover(
  issuer: string,
  insecure: oauth.DiscoveryRequestOptions,
  waitMs: number,
): Promise<oauth.AuthorizationServer> {
  const url = new URL(issuer);
  const response = await answered((signal) => oauth.discoveryRequest(url, { ...insecure, signal }), waitMs);
  return oauth.processDiscoveryResponse(url, response);
}

/** The whole answer of a call, its body too. @throws {SignInUnanswered} */
async function answered(call: (signal: AbortSignal) => Promise<Response>, waitMs: number): Promise<Response> {
  try {
    const response = await call(AbortSignal.timeout(waitMs));
    const { status, headers } = response;
    if (status < 500) return new Response(await response.arrayBuffer(), { status, headers });
    throw new Error(`the provider answered ${status}`);
  } catch (error) {
    throw new SignInUnanswered('SignInUnanswered', { cause: error });
  }
}
