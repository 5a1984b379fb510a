import { createHash } from 'node:crypto';
import { MOST_FILE_BYTES } from '#shared/contracts/api-limits.ts';
import { actorOf, entryOf } from '#shared/contracts/log-entries.ts';
import { UPLOADS } from '#shared/contracts/uploads.ts';
import { inParallel } from '#shared/runtime/in-parallel.ts';
import type { Visit, ServePagesPorts } from '../ports.ts';
import { type PageAnswer, seeOther } from '../http/answer.ts';
import { keepSearch } from '../session/drafts.ts';
import type { Officer } from '../session/officer.ts';
import { feedNamed, fileSenderOf, isFileName, type SentFeed } from './file-sender.ts';

export const MOST_AT_ONCE = 500;
/** How long an officer may take to choose a file. */
export const FORM_SECONDS = 1800;
const COPIES_AT_ONCE = 8;

/**
 * The prefix of the inbox under which the forms of a session put files. No step reads them there, so that a form is worth
 * nothing after its session.
 */
export const uploadPrefix = ({ sessionId }: Officer, folder: string): string =>
  `${UPLOADS}${createHash('sha256').update(sessionId).digest('base64url').slice(0, 22)}/${folder}/`;

/**
 * Takes the files into the sender's feed that forms of this session have put into the inbox: the one that S3 names in the
 * address to which it sends the browser, or those that the page's script names.
 */
export async function takeUploads(visit: Visit, ports: ServePagesPorts): Promise<PageAnswer> {
  const { event, officer, form } = visit;
  const sender = fileSenderOf(visit);
  const { feed: asked, key = '' } = event.queryStringParameters ?? {};
  const feed = feedNamed(sender, asked ?? form.get('feed'));
  const prefix = uploadPrefix(officer, feed);
  const named = key.startsWith(prefix) ? [key.slice(prefix.length)] : form.getAll('sent');
  const names = [...new Set(named.filter(isFileName))].slice(0, MOST_AT_ONCE);
  if (names.length > 0) await enterSent({ feed, count: names.length }, visit, ports);
  const taken = await inParallel(names, COPIES_AT_ONCE, (name) =>
    ports.objects.move(ports.inboxBucket, `${prefix}${name}`, `${feed}/${sender.folder}${name}`),
  );
  const missed = names.filter((_, n) => !taken[n]);
  const shown = new URLSearchParams(names.map((name, n) => [taken[n] ? 'sent' : 'missed', name]));
  const page = `${await keepSearch(`/${sender.desk}/files`, { form: shown, officer }, ports)}&feed=${feed}`;
  return { ...seeOther(page), ...(missed.length > 0 && { said: { errors: { sent: notReceived(missed) } } }) };
}

/** Enters in the log who sends how many files, before a step reads them. */
async function enterSent(
  says: { readonly feed: SentFeed; readonly count: number },
  visit: Visit,
  { enter, now }: Pick<ServePagesPorts, 'enter' | 'now'>,
): Promise<void> {
  const at = now().toISOString();
  const by = actorOf({ officer: visit.officer.subject }, fileSenderOf(visit).desk);
  await enter([entryOf({ kind: 'files-sent', at, by, says }, { request: visit.event.requestContext.requestId, at })]);
}

/** Says why files did not arrive, and what to do. */
export const notReceived = (names: readonly string[]): string =>
  `Chưa nhận được: ${names.join(', ')}. Tệp lớn hơn ${MOST_FILE_BYTES / 1024 ** 2} MB, hoặc trang gửi tệp đã mở quá ${FORM_SECONDS / 60} phút. Hãy mở lại trang “Gửi tệp” rồi gửi lại.`;
