import type { Session } from '#shared/tables/sessions.ts';
import type { ServePagesPorts } from '../ports.ts';
import { openToken, sealToken } from './sealed-token.ts';

/** How long a session uses the groups that the provider reported last. */
const CHECKED_EVERY_MS = 300_000;
/** How soon a provider that did not answer is asked again, because each such call delays a page. */
const ASKED_AGAIN_MS = 60_000;
/** How long a session goes on while the provider does not confirm it (docs/decisions/desks.md). */
const UNCONFIRMED_MS = 1_800_000;
/** A session that was last used longer ago than this has ended. */
const LONG_AGO = new Date(0).toISOString();

type CheckMembershipPorts = Pick<ServePagesPorts, 'sessions' | 'signIn' | 'now'>;

/**
 * Asks the provider every few minutes for the person's groups. A person who was removed from a group loses its desk
 * within that time, and a disabled one loses the session. A provider that does not answer is asked again a minute
 * later; where it has not answered for half an hour, the session ends.
 */
export async function checkMembership(session: Session, secret: string, ports: CheckMembershipPorts): Promise<Session> {
  const { sessionId, subject, renewal, checkedAt = session.signedInAt } = session;
  const now = ports.now();
  if (renewal === undefined || !isDue(session, now)) return session;
  const token = openToken(renewal, secret);
  const answer = token === undefined ? 'ended' : await ports.signIn.renew(token);
  const isUnconfirmed = answer === 'not_answered' && now.getTime() - Date.parse(checkedAt) >= UNCONFIRMED_MS;
  if (answer === 'not_answered' && !isUnconfirmed) {
    await ports.sessions.markAskedInVain(sessionId, now.toISOString());
    return session;
  }
  if (typeof answer === 'string' || answer.subject !== subject) {
    await ports.sessions.markSeen(sessionId, LONG_AGO);
    return { ...session, seenAt: LONG_AGO };
  }
  const roles = [...answer.groups];
  const checked = {
    roles,
    checkedAt: now.toISOString(),
    renewal: answer.renewal === undefined ? renewal : sealToken(answer.renewal, secret),
  };
  await ports.sessions.markChecked(sessionId, checked);
  return { ...session, ...checked };
}

function isDue({ signedInAt, checkedAt = signedInAt, askedInVainAt = '' }: Session, now: Date): boolean {
  const isFresh = now.getTime() - Date.parse(checkedAt) < CHECKED_EVERY_MS;
  const wasAsked = askedInVainAt > checkedAt && now.getTime() - Date.parse(askedInVainAt) < ASKED_AGAIN_MS;
  return !isFresh && !wasAsked;
}
