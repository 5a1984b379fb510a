import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { type DeskRole, rolesOf } from '#shared/domain/notification/desk-role.ts';
import type { SignedInUser } from '#shared/clients/sign-in.ts';
import type { ListedSession, Session } from '#shared/tables/sessions.ts';
import type { HttpEvent } from '../http/answer.ts';
import { cookieOf, setCookie } from '../http/cookies.ts';
import type { ServePagesPorts } from '../ports.ts';
import { checkMembership } from './check-membership.ts';
import { sealToken } from './sealed-token.ts';

export const SESSION_COOKIE = '__Host-session';
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

/** A person with an open session. */
export interface Officer {
  readonly sessionId: string;
  readonly subject: string;
  readonly displayName: string;
  readonly roles: readonly DeskRole[];
  readonly formToken: string;
}

/** Opens a session. @returns the cookie by which the browser holds it */
export async function openSession(
  { subject, name, groups, renewal }: SignedInUser,
  { sessions, now }: Pick<ServePagesPorts, 'sessions' | 'now'>,
): Promise<string> {
  const secret = randomBytes(32).toString('base64url');
  const at = now();
  const session: Session = {
    sessionId: idOf(secret),
    subject,
    displayName: name,
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
  const { sessionId, subject, displayName, formToken } = session;
  return { sessionId, subject, displayName, roles, formToken };
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
const sameText = (a: string, b: string) => timingSafeEqual(hash(a), hash(b));
