import type { DeskRole } from '#shared/domain/notification/desk-role.ts';
import { bankOf } from '#shared/domain/notification/receiver.ts';
import { type HttpAnswer, type HttpEvent, type PageAnswer, seeOther } from './http/answer.ts';
import { formOf, hasDoubled, isFromElsewhere, originOf } from './http/form.ts';
import {
  keptInPage,
  linkFromElsewherePage,
  notFoundPage,
  notKeptPage,
  notOwnFormPage,
  sessionEndedPage,
  tooLargePage,
  unreadableFormPage,
} from './status-pages/plain-pages.tsx';
import type { ServePagesPorts, Visit } from './ports.ts';
import { isOwnForm, officerOf, sessionOf } from './session/session.ts';
import type { Officer } from './session/officer.ts';
import { draftFor, keepDraft } from './session/drafts.ts';
import { answerOnce } from './session/once.ts';
import { forgetCounts, waitingCounts } from './waiting-counts.ts';
import { SIGN_IN_PAGE } from './http/paths.ts';
import { safeReturnPath } from './sign-in.ts';

export type Desk = Extract<DeskRole, string> extends infer R ? (R extends `bank#${string}` ? 'bank' : R) : never;

export interface DeskRoute {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  /** The desk that the page belongs to; other people get the answer that the page does not exist. */
  readonly desk: Desk;
  /** The answer is a file, which another site can have no browser download. */
  readonly isDownload?: true;
  readonly answer: (visit: Visit, ports: ServePagesPorts) => Promise<PageAnswer>;
}

/** An upper bound for ids in an address or a form: all ids are shorter. */
const LONGEST_ID = 200;
export const hasOverlongId = ({ pathParameters = {} }: HttpEvent) =>
  Object.values(pathParameters).some((id = '') => id.length > LONGEST_ID);

/** Whether a table may be asked for an id that a form names: none of its keys is empty or much longer. */
export const canBeId = (id: string): boolean => id !== '' && id.length <= LONGEST_ID;

/**
 * Answers only people who have signed in and work at the route's desk, and accepts only forms that a page of their
 * session sent.
 */
export const requireDesk =
  ({ method, desk, isDownload, answer }: DeskRoute, ports: ServePagesPorts) =>
  async (event: HttpEvent): Promise<PageAnswer> => {
    const session = await sessionOf(event, ports);
    const officer = await officerOf(session, ports, event.headers['hx-request'] === undefined);
    const form = formOf(event);
    if (form === 'too_large') return tooLargePage(ports, officer);
    if (!officer) return method === 'POST' ? keepForm(event, form, session?.subject, ports) : toSignIn(event);
    if (!worksAt(officer, desk)) return notFoundPage(ports, officer);
    if (hasOverlongId(event)) return notFoundPage(ports, officer);
    if (isDownload && isFromElsewhere(event)) return linkFromElsewherePage(ports, officer, addressOf(event));
    if (method === 'GET') {
      const waiting = isDownload ? undefined : await waitingCounts(officer.roles, ports);
      return answer({ event, officer: { ...officer, waiting }, form: await draftFor(event, officer, ports) }, ports);
    }
    if (hasDoubled(form)) return unreadableFormPage(ports, officer);
    if (!isOwnForm(event, form, officer, originOf(event, ports.allowLoopback)))
      return refuseForm(event, form, officer, ports);
    forgetCounts(ports);
    return answerOnce(event, form, officer, ports, () => answer({ event, officer, form }, ports));
  };

export const worksAt = ({ roles }: Officer, desk: Desk): boolean => roles.some((role) => deskOf(role) === desk);

const deskOf = (role: DeskRole): Desk => {
  if (bankOf(role) !== undefined) return 'bank';
  return role === 'office' || role === 'police' || role === 'province' ? role : 'operator';
};

const toSignIn = (event: HttpEvent): HttpAnswer =>
  seeOther(`${SIGN_IN_PAGE}?to=${encodeURIComponent(addressOf(event))}`);

const addressOf = ({ rawPath, rawQueryString }: HttpEvent): string =>
  rawQueryString === '' ? rawPath : `${rawPath}?${rawQueryString}`;

/**
 * Keeps a form for its writer until they have signed in again, and does nothing that it asks for. Where the cookie is
 * missing and the writer is unknown, the returned page holds the fields, because nobody without a session may write
 * into a table. The page leads to the sign-in by a link, because a browser follows no redirect of a form to the sign-in
 * provider.
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
 * Shows a form of an earlier session again, to be checked and sent, where its writer signed in again in another window.
 * A form that another site sent is not kept.
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
