import { actorOf, entryOf } from '#shared/contracts/log-entries.ts';
import { contentId } from '#shared/runtime/content-id.ts';
import { POLICE } from '#shared/domain/notification/receiver.ts';
import type { Visit } from '../admit.ts';
import { type HttpAnswer, seeOther } from '../http/answer.ts';
import { notFoundPage } from '../status-pages/plain-pages.tsx';
import type { ServePagesPorts } from '../ports.ts';
import { showCase } from './show-case.tsx';

const LONGEST_NOTE = 2000;

/** Stores an officer's note on a case, and records in the log who wrote it. */
export async function noteCase(visit: Visit, ports: ServePagesPorts): Promise<HttpAnswer> {
  const { form, officer, event } = visit;
  const noticeId = event.pathParameters?.['id'] ?? '';
  const notice = await ports.notices.get(POLICE, noticeId);
  if (!notice) return notFoundPage(ports, officer);
  const text = form.get('note')?.trim() ?? '';
  if (text === '' || text.length > LONGEST_NOTE) {
    return showCase(visit, ports, { errors: { note: 'Hãy viết ghi chú, dài nhất 2.000 chữ.' }, status: 422 });
  }
  const at = ports.now().toISOString();
  const note = { officer: officer.subject, officerName: officer.displayName, at, text };
  const noteId = contentId(note);
  await ports.caseRecords.note(noticeId, noteId, note, ports.expiry());
  const by = actorOf({ officer: officer.subject }, POLICE);
  await ports.enter([entryOf({ kind: 'case-noted', at, by, says: { noticeId, noteId } }, { noteId })]);
  return seeOther(`/police/cases/${noticeId}?done=noted#notes`);
}
