import type { Session } from '#shared/tables/sessions.ts';
import type { ServePagesPorts } from '../ports.ts';
import { openToken, sealToken } from './sealed-token.ts';

/** How long a session uses the groups that the provider reported last. */
const CHECKED_EVERY_MS = 300_000;
/** A session that was last used longer ago than this has ended. */
const LONG_AGO = new Date(0).toISOString();

type Ports = Pick<ServePagesPorts, 'sessions' | 'signIn' | 'now'>;

/**
 * Asks the provider every few minutes for the person's groups. A person who was removed from a group loses its desk
 * within that time, and a disabled one loses the session. A provider that does not answer changes nothing, and the next
 * page asks again.
 */
export async function checkMembership(session: Session, secret: string, ports: Ports): Promise<Session> {
  const { sessionId, subject, renewal, checkedAt = session.signedInAt } = session;
  const now = ports.now();
  if (renewal === undefined || now.getTime() - Date.parse(checkedAt) < CHECKED_EVERY_MS) return session;
  const token = openToken(renewal, secret);
  const answer = token === undefined ? 'ended' : await ports.signIn.renew(token);
  if (answer === 'not_answered') return session;
  if (answer === 'ended' || answer.subject !== subject) {
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
