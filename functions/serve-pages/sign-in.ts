import * as z from 'zod';
import { type StartedSignIn, SignInRefused, SignInUnanswered } from '#shared/clients/sign-in.ts';
import { logFailure } from '#shared/runtime/log.ts';
import { seeOther, type HttpAnswer, type HttpEvent } from './http/answer.ts';
import { SESSION_COOKIE } from '#shared/contracts/session-cookie.ts';
import { cookieOf, dropCookie, setCookie } from './http/cookies.ts';
import { SIGN_IN_PAGE } from './http/paths.ts';
import { formOf, originOf } from './http/form.ts';
import { notOwnFormPage, signInUnansweredPage, tooLargePage } from './status-pages/plain-pages.tsx';
import type { ServePagesPorts } from './ports.ts';
import { renewMails } from './mail/renew-mails.ts';
import { isOwnForm, officerOf, openSession, sessionOf } from './session/session.ts';

const BEGUN_COOKIE = '__Host-sign-in';
const BEGUN_SECONDS = 600;
const FINISH = `${SIGN_IN_PAGE}/finish`;

/** A cookie may have been written on the person's computer, so the page to which it leads is checked again. */
const Begun = z.object({
  state: z.string(),
  nonce: z.string(),
  verifier: z.string(),
  to: z.string().transform((to) => safeReturnPath(to)),
});

/** Redirects the browser to the sign-in provider, which sends it back to the requested page. */
export async function beginSignIn(event: HttpEvent, ports: ServePagesPorts): Promise<HttpAnswer> {
  const begins = await unlessUnanswered(ports.signIn.begin(redirectUri(event, ports)));
  if (begins === 'not_answered')
    return signInUnansweredPage(ports, safeReturnPath(event.queryStringParameters?.['to']));
  const { url, begun } = begins;
  const kept = { ...begun, to: safeReturnPath(event.queryStringParameters?.['to']) };
  return seeOther(url, [setCookie(BEGUN_COOKIE, encoded(kept), BEGUN_SECONDS)]);
}

/**
 * Opens a session for the person whom the provider names. It closes an earlier session of the browser, so that no
 * cookie is taken over.
 */
export async function finishSignIn(event: HttpEvent, ports: ServePagesPorts): Promise<HttpAnswer> {
  const begun = Begun.safeParse(decoded(cookieOf(event, BEGUN_COOKIE)));
  if (!begun.success) return seeOther(SIGN_IN_PAGE);
  const { to, ...own } = begun.data;
  const callback = new URL(`${redirectUri(event, ports)}?${event.rawQueryString}`);
  const signedIn = await unlessUnanswered(signedInBy(callback, own, event, ports));
  if (signedIn === 'not_answered') return signInUnansweredPage(ports, to);
  if (!signedIn) return seeOther('/sign-in/refused', [dropCookie(BEGUN_COOKIE)]);
  const former = await sessionOf(event, ports);
  if (former) await ports.sessions.close(former.sessionId);
  await renewMails(signedIn, ports);
  return seeOther(to, [await openSession(signedIn, ports), dropCookie(BEGUN_COOKIE)]);
}

/** Signs the person out. Only a page of the session can ask for it, so another site can sign nobody out. */
export async function signOut(event: HttpEvent, ports: ServePagesPorts): Promise<HttpAnswer> {
  const officer = await officerOf(await sessionOf(event, ports), ports);
  const form = formOf(event);
  if (form === 'too_large') return tooLargePage(ports, officer);
  if (officer && !isOwnForm(event, form, officer, originOf(event, ports.allowLoopback))) {
    return notOwnFormPage(ports, officer);
  }
  if (officer) await ports.sessions.close(officer.sessionId);
  return seeOther('/signed-out', [dropCookie(SESSION_COOKIE)]);
}

/** Undefined where the provider's answer proves no sign-in. */
function signedInBy(callback: URL, begun: StartedSignIn, event: HttpEvent, ports: ServePagesPorts) {
  return ports.signIn.finish(callback, redirectUri(event, ports), begun).catch((error: unknown) => {
    if (error instanceof SignInRefused) return undefined;
    throw error;
  });
}

function unlessUnanswered<T>(asked: Promise<T>): Promise<T | 'not_answered'> {
  return asked.catch((error: unknown) => {
    if (!(error instanceof SignInUnanswered)) throw error;
    logFailure('SIGN_IN_UNANSWERED', error);
    return 'not_answered';
  });
}

/** Returns a path of the desks, or the first page for any other address. */
export const safeReturnPath = (to: string | undefined): string =>
  to !== undefined && /^\/(?![/\\])[\w\-./?=&%~:+]*$/u.test(to) ? to : '/';

const redirectUri = (event: HttpEvent, { allowLoopback }: ServePagesPorts) =>
  `${originOf(event, allowLoopback)}${FINISH}`;
const encoded = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

function decoded(text: string | undefined): unknown {
  try {
    return JSON.parse(Buffer.from(text ?? '', 'base64url').toString('utf8'));
  } catch {
    return undefined;
  }
}
