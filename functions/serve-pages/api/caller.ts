import * as z from 'zod';
import { rolesOf } from '#shared/domain/notification/desk-role.ts';
import type { HttpEvent } from '../http/answer.ts';
import type { ServePagesPorts } from '../ports.ts';
import { IDLE_SECONDS, type Officer } from '../session/session.ts';

/** A program renews its token without its person, but no longer than this after they signed in. */
const SIGNED_IN_SECONDS = 3600;

const seconds = z.coerce.number().int();
/** As the gateway hands a token's claims on: texts, a list in brackets. */
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
 * The person of a token that the gateway has checked; nothing that a caller writes is taken for it. A token is a sign of the person
 * when it was made: it is good no longer than a browser would be without one.
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
  return { sessionId: `api#${sub}`, subject: sub, displayName: name ?? email ?? sub, roles, formToken: '' };
}
