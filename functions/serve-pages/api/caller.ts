import * as z from 'zod';
import { rolesOf } from '#shared/domain/notification/desk-role.ts';
import { mailAddressOf } from '#shared/clients/sign-in.ts';
import type { HttpEvent } from '../http/answer.ts';
import type { ServePagesPorts } from '../ports.ts';
import { IDLE_SECONDS } from '../session/session.ts';
import type { Officer } from '../session/officer.ts';

/** A program can renew its token without its user, but only for this long after the user signed in. */
const SIGNED_IN_SECONDS = 3600;

const seconds = z.coerce.number().int();
/** A token's claims as the gateway passes them on: as texts, a list in brackets. */
const groups = z
  .union([z.array(z.string()), z.string()])
  .default([])
  .transform((listed) => (typeof listed === 'string' ? listed.replace(/^\[(.*)\]$/u, '$1').split(/[\s,]+/u) : listed));
const Authorized = z.object({
  authorizer: z.object({
    jwt: z.object({
      claims: z.object({
        sub: z.string().min(1),
        iat: seconds,
        auth_time: seconds.optional(),
        name: z.string().optional(),
        email: z.string().optional(),
        'cognito:groups': groups,
      }),
    }),
  }),
});

/**
 * Identifies the person by the token that the gateway has checked, and by nothing that the caller writes. The person
 * was active when the token was made, so it is valid for the idle time of a browser's session.
 */
export async function officerOfToken(
  { requestContext }: HttpEvent,
  { sessions, now }: Pick<ServePagesPorts, 'sessions' | 'now'>,
): Promise<Officer | undefined> {
  const authorized = Authorized.safeParse(requestContext);
  if (!authorized.success) return undefined;
  const {
    sub,
    iat,
    auth_time: signedInAt = iat,
    name,
    email,
    'cognito:groups': listed,
  } = authorized.data.authorizer.jwt.claims;
  const roles = rolesOf(listed);
  const limit = roles.includes('operator') ? IDLE_SECONDS.operator : IDLE_SECONDS.person;
  const at = now().getTime() / 1000;
  if (at - iat > limit || at - signedInAt > SIGNED_IN_SECONDS) return undefined;
  if (await sessions.isEnded(sub, new Date(iat * 1000).toISOString())) return undefined;
  const displayName = name ?? email ?? sub;
  return { sessionId: `api#${sub}`, subject: sub, displayName, email: mailAddressOf(email), roles, formToken: '' };
}
