import { randomUUID } from 'node:crypto';
import type { HttpEvent } from '../http/answer.ts';
import type { ServePagesPorts } from '../ports.ts';
import type { Officer } from './session.ts';

const DRAFT_SECONDS = 1800;
const DRAFT_ID = /^[\da-f-]{36}$/u;

/** Stores a form for its writer. @returns the address of the page that shows the form as it was typed */
export async function keepDraft(
  page: string,
  form: URLSearchParams,
  writer: string,
  { sessions, now }: Pick<ServePagesPorts, 'sessions' | 'now'>,
): Promise<string> {
  const id = randomUUID();
  form.delete('formToken');
  const draft = { draftOf: writer, path: page, form: form.toString() };
  await sessions.keepDraft(id, draft, Math.floor(now().getTime() / 1000) + DRAFT_SECONDS);
  return `${page}?draft=${id}`;
}

/** The stored form of this person and page, or an empty one. */
export async function draftFor(
  event: HttpEvent,
  officer: Officer,
  { sessions }: Pick<ServePagesPorts, 'sessions'>,
): Promise<URLSearchParams> {
  const id = event.queryStringParameters?.['draft'] ?? '';
  const draft = DRAFT_ID.test(id) ? await sessions.draft(id) : undefined;
  const isOwn = draft?.draftOf === officer.subject && draft.path === event.rawPath;
  return new URLSearchParams(isOwn ? draft.form : '');
}
