import { createHash } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { type HttpEvent, type PageAnswer, seeOther } from '../http/answer.ts';
import type { ServePagesPorts } from '../ports.ts';
import type { Officer } from './officer.ts';

/** The field with the key by which a second sending of a form is recognised. */
export const SHOWN_ONCE = 'once';
const KEPT_SECONDS = 86_400;
/** How long a second click waits for the result of the first. */
const WAITS = { times: 40, ms: 100 };

/**
 * Does what a form asks for once, even where a double click or a browser sends the same form again; the repetition gets
 * the first answer. A form that was refused or failed may be sent again, and so may a form with other values.
 */
export async function answerOnce(
  { rawPath }: HttpEvent,
  form: URLSearchParams,
  { sessionId }: Officer,
  { sessions, now }: Pick<ServePagesPorts, 'sessions' | 'now'>,
  act: () => Promise<PageAnswer>,
): Promise<PageAnswer> {
  if (!form.has(SHOWN_ONCE)) return act();
  const key = createHash('sha256')
    .update(JSON.stringify([sessionId, rawPath, form.toString()]))
    .digest('base64url');
  const expiresAt = Math.floor(now().getTime() / 1000) + KEPT_SECONDS;
  for (let n = 0; n < WAITS.times; n += 1) {
    if (await sessions.beginOnce(key, expiresAt)) return kept(key, act, sessions);
    const came = await sessions.cameTo(key);
    if (came !== undefined) return seeOther(came);
    await wait(WAITS.ms);
  }
  return act();
}

async function kept(
  key: string,
  act: () => Promise<PageAnswer>,
  sessions: ServePagesPorts['sessions'],
): Promise<PageAnswer> {
  let came: string | undefined;
  try {
    const answer = await act();
    came = answer.statusCode === 303 ? String(answer.headers?.['location'] ?? '') : undefined;
    return answer;
  } finally {
    if (came === undefined) await sessions.forgetOnce(key);
    else await sessions.endOnce(key, came);
  }
}
