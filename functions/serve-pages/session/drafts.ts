import { randomUUID } from 'node:crypto';
import type { HttpEvent } from '../http/answer.ts';
import type { ServePagesPorts } from '../ports.ts';
import type { Officer } from './officer.ts';

const DRAFT_SECONDS = 1800;
const DRAFT_ID = /^[\da-f-]{36}$/u;
/** What a stored form is for: to be checked and sent, or to be searched for. Neither is ever taken for the other. */
type Use = 'draft' | 'search';

type DraftPorts = Pick<ServePagesPorts, 'sessions' | 'now'>;

/** Stores a form for its writer. @returns the address of the page that shows the form as it was typed */
export const keepDraft = (page: string, form: URLSearchParams, writer: string, ports: DraftPorts): Promise<string> =>
  keep('draft', page, form, writer, ports);

/**
 * Stores what an officer searches for, because addresses are kept by browsers and must not contain it. @returns the
 * address of the page with the results, to which the browser can come back
 */
export const keepSearch = (page: string, { form, officer }: Searched, ports: DraftPorts): Promise<string> =>
  keep('search', page, form, officer.subject, ports);

interface Searched {
  readonly form: URLSearchParams;
  readonly officer: Officer;
}

async function keep(use: Use, page: string, form: URLSearchParams, writer: string, { sessions, now }: DraftPorts) {
  const id = randomUUID();
  form.delete('formToken');
  const draft = { draftOf: writer, path: pathOf(use, page), form: form.toString() };
  await sessions.keepDraft(id, draft, Math.floor(now().getTime() / 1000) + DRAFT_SECONDS);
  return `${page}?${use}=${id}`;
}

/** The stored form of this person and page that the address names, or an empty one. */
export async function draftFor(
  event: HttpEvent,
  officer: Officer,
  { sessions }: Pick<ServePagesPorts, 'sessions'>,
  use: Use = 'draft',
): Promise<URLSearchParams> {
  const id = event.queryStringParameters?.[use] ?? '';
  const draft = DRAFT_ID.test(id) ? await sessions.draft(id) : undefined;
  const isOwn = draft?.draftOf === officer.subject && draft.path === pathOf(use, event.rawPath);
  return new URLSearchParams(isOwn ? draft.form : '');
}

const pathOf = (use: Use, page: string) => (use === 'draft' ? page : `${page}?${use}`);

/** For which purpose and document an officer looks things up, which is asked once in a session. */
export const keepPurpose = async (
  form: URLSearchParams,
  { sessionId, subject }: Officer,
  { sessions, now }: DraftPorts,
) => {
  const kept = new URLSearchParams(['purpose', 'caseReference'].map((name) => [name, form.get(name) ?? '']));
  const draft = { draftOf: subject, path: PURPOSE, form: kept.toString() };
  await sessions.keepDraft(`${PURPOSE}-${sessionId}`, draft, Math.floor(now().getTime() / 1000) + PURPOSE_SECONDS);
};

export async function purposeOf({ sessionId, subject }: Officer, { sessions }: Pick<ServePagesPorts, 'sessions'>) {
  const draft = await sessions.draft(`${PURPOSE}-${sessionId}`);
  return new URLSearchParams(draft?.draftOf === subject ? draft.form : '');
}

const PURPOSE = 'purpose';
/** As long as a session lasts. */
const PURPOSE_SECONDS = 8 * 3600;
