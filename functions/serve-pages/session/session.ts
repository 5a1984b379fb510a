import { createHash, randomBytes } from 'node:crypto';
import { SESSION_COOKIE } from '#shared/contracts/session-cookie.ts';
import { rolesOf } from '#shared/domain/notification/desk-role.ts';
import type { SignedInUser } from '#shared/clients/sign-in.ts';
import type { ListedSession, Session } from '#shared/tables/sessions.ts';
import type { HttpEvent } from '../http/answer.ts';
import { cookieOf, setCookie } from '../http/cookies.ts';
import { sameText } from '../http/same-text.ts';
import type { ServePagesPorts } from '../ports.ts';
import { openToken, sealToken } from './sealed-token.ts';
import type { Officer } from './officer.ts';

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
async function checkMembership(session: Session, secret: string, ports: CheckMembershipPorts): Promise<Session> {
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

/**
 * NĐ 331/2026, level 3 (still to be compared with its original text): a session ends after 15 minutes without activity,
 * an operator's after 5.
 */
export const IDLE_SECONDS = { person: 900, operator: 300 };
/** The longest time of a session, which is a working day. */
const LONGEST_SECONDS = 8 * 3600;
/** A session's record is updated at most once in this time while its person works. */
const WRITE_EVERY_SECONDS = 30;

type SessionPorts = Pick<ServePagesPorts, 'sessions' | 'signIn' | 'now'>;

/** Opens a session. @returns the cookie by which the browser holds it */
export async function openSession(
  { subject, name, email, groups, renewal }: SignedInUser,
  { sessions, now }: Pick<ServePagesPorts, 'sessions' | 'now'>,
): Promise<string> {
  const secret = randomBytes(32).toString('base64url');
  const at = now();
  const session: Session = {
    sessionId: idOf(secret),
    subject,
    displayName: name,
    ...(email !== undefined && { email }),
    roles: [...groups],
    formToken: randomBytes(32).toString('base64url'),
    signedInAt: at.toISOString(),
    seenAt: at.toISOString(),
    ...(renewal !== undefined && { renewal: sealToken(renewal, secret) }),
  };
  await sessions.open(session, Math.floor(at.getTime() / 1000) + LONGEST_SECONDS);
  return setCookie(SESSION_COOKIE, secret);
}

/** The sessions in which somebody can work now. */
export async function openSessions({
  sessions,
  now,
}: Pick<ServePagesPorts, 'sessions' | 'now'>): Promise<readonly ListedSession[]> {
  const listed = await sessions.listed();
  return listed.filter((session) => !hasEnded(session, now()));
}

/**
 * Ends every session of a person who has lost their role or whose browser somebody else may use. @returns how many of
 * them were open
 */
export async function endSessionsOf(
  subject: string,
  { sessions, now }: Pick<ServePagesPorts, 'sessions' | 'now'>,
): Promise<number> {
  const at = now();
  const expiresAt = Math.floor(at.getTime() / 1000) + LONGEST_SECONDS;
  const ended = await sessions.endAllOf(subject, at.toISOString(), expiresAt);
  return ended.filter((session) => !hasEnded(session, at)).length;
}

/** The session that the browser holds, whether or not it has ended; undefined where there is none. */
export async function sessionOf(event: HttpEvent, ports: SessionPorts): Promise<Session | undefined> {
  const secret = cookieOf(event, SESSION_COOKIE);
  const session = secret === undefined ? undefined : await ports.sessions.get(idOf(secret));
  return session && secret !== undefined && !hasEnded(session, ports.now())
    ? checkMembership(session, secret, ports)
    : session;
}

/**
 * Returns the officer of a session and prolongs it; undefined where it has ended. @param isSign whether the request
 * shows that the person is active, which a page that reloads itself does not
 */
export async function officerOf(
  session: Session | undefined,
  { sessions, now }: Pick<ServePagesPorts, 'sessions' | 'now'>,
  isSign = true,
): Promise<Officer | undefined> {
  if (!session) return undefined;
  if (hasEnded(session, now())) return undefined;
  const roles = rolesOf(session.roles);
  if (isSign && secondsSince(session.seenAt, now()) > WRITE_EVERY_SECONDS)
    await sessions.markSeen(session.sessionId, now().toISOString());
  const { sessionId, subject, displayName, email, formToken } = session;
  return { sessionId, subject, displayName, email, roles, formToken };
}

/** Whether a form was sent from a page of this session, by the browser's word (`Origin`) and the token in the form. */
export function isOwnForm(event: HttpEvent, form: URLSearchParams, { formToken }: Officer, origin: string): boolean {
  return event.headers['origin'] === origin && sameText(form.get('formToken') ?? '', formToken);
}

function hasEnded({ roles, seenAt, signedInAt }: ListedSession, now: Date): boolean {
  const limit = rolesOf(roles).includes('operator') ? IDLE_SECONDS.operator : IDLE_SECONDS.person;
  return secondsSince(seenAt, now) > limit || secondsSince(signedInAt, now) > LONGEST_SECONDS;
}

const secondsSince = (instant: string, now: Date) => (now.getTime() - Date.parse(instant)) / 1000;
const hash = (text: string) => createHash('sha256').update(text).digest();
const idOf = (secret: string) => hash(secret).toString('base64url');
