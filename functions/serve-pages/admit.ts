import type { DeskRole } from '#shared/domain/notification/desk-role.ts';
import { bankOf } from '#shared/domain/notification/receiver.ts';
import { type HttpAnswer, type HttpEvent, type PageAnswer, seeOther } from './http/answer.ts';
import { formOf, hasDoubled, originOf } from './http/form.ts';
import { keptInPage } from './pages/kept-in-page.tsx';
import {
  notFoundPage,
  notKeptPage,
  notOwnFormPage,
  sessionEndedPage,
  tooLargePage,
  unreadableFormPage,
} from './pages/plain-pages.tsx';
import type { ServePagesPorts } from './ports.ts';
import { type Officer, isOwnForm, officerOf, sessionOf } from './session/session.ts';
import { draftFor, keepDraft } from './session/drafts.ts';
import { once } from './session/once.ts';
import { SIGN_IN_PAGE } from './http/paths.ts';
import { safeReturnPath } from './session/sign-in.ts';

/** One call of a page by somebody who may see it. */
export interface Visit {
  readonly event: HttpEvent;
  readonly officer: Officer;
  /** Of a form that was sent from a page of this session, or of one that was kept when the session ended. */
  readonly form: URLSearchParams;
}
export type Desk = Extract<DeskRole, string> extends infer R ? (R extends `bank#${string}` ? 'bank' : R) : never;

export interface DeskRoute {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  /** Whose page it is; for everybody else there is no such page. */
  readonly desk: Desk;
  readonly answer: (visit: Visit, ports: ServePagesPorts) => Promise<PageAnswer>;
}

/** No id of ours is as long, and none that is could be a key of a table. */
const LONGEST_ID = 200;
export const hasOverlongId = ({ pathParameters = {} }: HttpEvent) =>
  Object.values(pathParameters).some((id = '') => id.length > LONGEST_ID);

/** Lets through whoever has signed in and works at that desk, and of forms those that a page of the session sent. */
export const admitted =
  ({ method, desk, answer }: DeskRoute, ports: ServePagesPorts) =>
  async (event: HttpEvent): Promise<PageAnswer> => {
    const session = await sessionOf(event, ports);
    const officer = await officerOf(session, ports, event.headers['hx-request'] === undefined);
    const form = formOf(event);
    if (form === 'too_large') return tooLargePage(ports, officer);
    if (!officer) return method === 'POST' ? keepForm(event, form, session?.subject, ports) : toSignIn(event);
    if (!worksAt(officer, desk)) return notFoundPage(ports, officer);
    if (hasOverlongId(event)) return notFoundPage(ports, officer);
    if (method === 'GET') return answer({ event, officer, form: await draftFor(event, officer, ports) }, ports);
    if (hasDoubled(form)) return unreadableFormPage(ports, officer);
    if (!isOwnForm(event, form, officer, originOf(event, ports.allowLoopback)))
      return refuseForm(event, form, officer, ports);
    return once(event, form, officer, ports, () => answer({ event, officer, form }, ports));
  };

export const worksAt = ({ roles }: Officer, desk: Desk): boolean => roles.some((role) => deskOf(role) === desk);

const deskOf = (role: DeskRole): Desk => {
  if (bankOf(role) !== undefined) return 'bank';
  return role === 'office' || role === 'police' || role === 'province' ? role : 'operator';
};

function toSignIn({ rawPath, rawQueryString }: HttpEvent): HttpAnswer {
  const to = rawQueryString === '' ? rawPath : `${rawPath}?${rawQueryString}`;
  return seeOther(`${SIGN_IN_PAGE}?to=${encodeURIComponent(to)}`);
}

/**
 * What was typed into a form is kept for its writer until they have signed in again; nothing of it is done. Where the cookie is
 * gone and nobody knows the writer, the page itself keeps it: nobody without a session writes into a table. The page leads on by a
 * link: a browser follows no redirect of a form to the sign-in provider.
 */
async function keepForm(
  event: HttpEvent,
  form: URLSearchParams,
  writer: string | undefined,
  ports: ServePagesPorts,
): Promise<HttpAnswer> {
  const page = safeReturnPath(form.get('page') ?? event.rawPath);
  if (!isFromHere(event, ports)) return notKeptPage(ports);
  if (writer === undefined) return keptInPage(ports, event.rawPath, form);
  return sessionEndedPage(ports, await keepDraft(page, form, writer, ports));
}

/**
 * A form of an earlier session, sent after its writer signed in again in another window, comes back to be looked over and sent;
 * what another site sends is kept nowhere.
 */
async function refuseForm(
  event: HttpEvent,
  form: URLSearchParams,
  officer: Officer,
  ports: ServePagesPorts,
): Promise<HttpAnswer> {
  if (!isFromHere(event, ports) || !form.has('formToken')) return notOwnFormPage(ports, officer);
  const page = safeReturnPath(form.get('page') ?? event.rawPath);
  return notOwnFormPage(ports, officer, await keepDraft(page, form, officer.subject, ports));
}

const isFromHere = (event: HttpEvent, { allowLoopback }: ServePagesPorts) =>
  event.headers['origin'] === originOf(event, allowLoopback);
