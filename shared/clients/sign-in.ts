import * as oauth from 'oauth4webapi';
import * as z from 'zod';

/** The state with which a sign-in began; the browser keeps it until the provider sends it back. */
export interface StartedSignIn {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}

/** Who has signed in, according to the provider. */
export interface SignedInUser {
  readonly subject: string;
  readonly name: string;
  readonly groups: readonly string[];
  /** The provider's refresh token, by which it is asked again who the person is. */
  readonly renewal?: string | undefined;
}

/** The provider's answer is no proof of a sign-in: changed, replayed, refused or too late. */
export class SignInRefused extends Error {
  override readonly name = 'SignInRefused';
}

const Claims = z.object({
  sub: z.string().min(1),
  name: z.string().optional(),
  email: z.string().optional(),
  'cognito:groups': z.array(z.string()).default([]),
});

interface Settings {
  readonly issuer: string;
  readonly clientId: string;
  /** A provider on this machine, without TLS: stage `local` alone. */
  readonly allowLoopback: boolean;
}

/** Signs people in by OpenID Connect: authorization code with PKCE (RFC 7636), no client secret. */
export function signInProvider({ issuer, clientId, allowLoopback }: Settings) {
  const client: oauth.Client = { client_id: clientId };
  const insecure = { [oauth.allowInsecureRequests]: allowLoopback };
  let discovered: Promise<oauth.AuthorizationServer> | undefined;
  const server = () =>
    (discovered ??= discover(issuer, insecure).catch((error: unknown) => {
      // The next person who signs in tries again.
      discovered = undefined;
      throw error;
    }));

  return {
    /** @returns where the browser goes to sign in, and what it keeps meanwhile */
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
        // A session that has ended is not opened again without the person.
        prompt: 'login',
      };
      for (const [name, value] of Object.entries(asked)) url.searchParams.set(name, value);
      return { url: url.href, begun };
    },

    /**
     * @param callback the address that the provider sent the browser back to
     * @throws {SignInRefused}
     */
    async finish(callback: URL, redirectUri: string, { state, nonce, verifier }: StartedSignIn): Promise<SignedInUser> {
      const as = await server();
      try {
        const parameters = oauth.validateAuthResponse(as, client, callback, state);
        const response = await oauth.authorizationCodeGrantRequest(
          as,
          client,
          oauth.None(),
          parameters,
          redirectUri,
          verifier,
          insecure,
        );
        const result = await oauth.processAuthorizationCodeResponse(as, client, response, {
          expectedNonce: nonce,
          requireIdToken: true,
        });
        return userOf(result);
      } catch (error) {
        throw new SignInRefused('SignInRefused', { cause: error });
      }
    },

    /**
     * Who the person of a refresh token is now.
     * @returns `ended` where the provider knows the token no more: the person was disabled or signed out everywhere
     */
    async renew(renewal: string): Promise<SignedInUser | 'ended' | 'not_answered'> {
      try {
        const as = await server();
        const response = await oauth.refreshTokenGrantRequest(as, client, oauth.None(), renewal, insecure);
        return userOf(await oauth.processRefreshTokenResponse(as, client, response));
      } catch (error) {
        const isRefused = error instanceof oauth.ResponseBodyError && error.error === 'invalid_grant';
        return isRefused ? 'ended' : 'not_answered';
      }
    },
  };
}
export type SignInProvider = ReturnType<typeof signInProvider>;

function userOf(result: oauth.TokenEndpointResponse): SignedInUser {
  const { sub, name, email, 'cognito:groups': groups } = Claims.parse(oauth.getValidatedIdTokenClaims(result));
  return { subject: sub, name: name ?? email ?? sub, groups, renewal: result.refresh_token };
}

async function discover(issuer: string, insecure: oauth.DiscoveryRequestOptions): Promise<oauth.AuthorizationServer> {
  const url = new URL(issuer);
  return oauth.processDiscoveryResponse(url, await oauth.discoveryRequest(url, insecure));
}
