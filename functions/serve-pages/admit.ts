import { randomUUID } from 'node:crypto';
import type { DeskRole } from '#shared/domain/notification/desk-role.ts';
import { bankOf } from '#shared/domain/notification/receiver.ts';
import { type HttpAnswer, type HttpEvent, type PageAnswer, seeOther } from './http/answer.ts';
import { formOf, hasDoubled, originOf } from './http/form.ts';
import {
  notFoundPage,
  notOwnFormPage,
  sessionEndedPage,
  tooLargePage,
  unreadableFormPage,
} from './pages/plain-pages.tsx';
import type { ServePagesPorts } from './ports.ts';
import { type Officer, isOwnForm, officerOf, sessionOf } from './session/session.ts';
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

const DRAFT_SECONDS = 1800;
const DRAFT_ID = /^[\da-f-]{36}$/u;

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
 * What was typed into a form is kept for its writer until they have signed in again; nothing of it is done. The page leads on
 * by a link: a browser follows no redirect of a form to the sign-in provider.
 */
async function keepForm(
  { rawPath }: HttpEvent,
  form: URLSearchParams,
  writer: string | undefined,
  ports: ServePagesPorts,
): Promise<HttpAnswer> {
  const page = safeReturnPath(form.get('page') ?? rawPath);
  return sessionEndedPage(ports, writer === undefined ? page : await kept(page, form, writer, ports));
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
  const isFromHere = event.headers['origin'] === originOf(event, ports.allowLoopback);
  if (!isFromHere || !form.has('formToken')) return notOwnFormPage(ports, officer);
  return notOwnFormPage(
    ports,
    officer,
    await kept(safeReturnPath(form.get('page') ?? event.rawPath), form, officer.subject, ports),
  );
}

/** @returns the address of the page with the form as it was typed */
async function kept(
  page: string,
  form: URLSearchParams,
  writer: string,
  { sessions, now }: ServePagesPorts,
): Promise<string> {
  const id = randomUUID();
  form.delete('formToken');
  const draft = { draftOf: writer, path: page, form: form.toString() };
  await sessions.keepDraft(id, draft, Math.floor(now().getTime() / 1000) + DRAFT_SECONDS);
  return `${page}?draft=${id}`;
}

/** The kept form of this person and page; an empty one where there is none. */
async function draftFor(event: HttpEvent, officer: Officer, { sessions }: ServePagesPorts): Promise<URLSearchParams> {
  const id = event.queryStringParameters?.['draft'] ?? '';
  const draft = DRAFT_ID.test(id) ? await sessions.draft(id) : undefined;
  const isOwn = draft?.draftOf === officer.subject && draft.path === event.rawPath;
  return new URLSearchParams(isOwn ? draft.form : '');
}
