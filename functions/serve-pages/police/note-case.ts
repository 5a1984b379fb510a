import { actorOf, entryOf } from '#shared/contracts/log-entries.ts';
import { POLICE } from '#shared/domain/notification/receiver.ts';
import { foldMarks } from '#shared/domain/vietnamese/text/fold.ts';
import { contentId } from '#shared/runtime/content-id.ts';
import type { OfficerName } from '#shared/tables/tasks.ts';
import type { Visit, ServePagesPorts } from '../ports.ts';
import { type HttpAnswer, seeOther } from '../http/answer.ts';
import { notFoundPage } from '../status-pages/plain-pages.tsx';
import { policeNotice } from './export-case.ts';
import { showCase } from './show-case.tsx';

const LONGEST_NOTE = 2000;

/**
 * Stores an officer's note on a case with a request for each colleague whom it names, or settles what a colleague asked,
 * and records in the log who did so.
 */
export async function noteCase(visit: Visit, ports: ServePagesPorts): Promise<HttpAnswer> {
  const { form, officer, event } = visit;
  const notice = await policeNotice(event.pathParameters?.['id'] ?? '', ports);
  if (!notice) return notFoundPage(ports, officer);
  const { noticeId, content } = notice;
  const settled = form.get('settled');
  if (settled !== null) return settle(settled, visit, ports);
  const text = form.get('note')?.trim() ?? '';
  const refused = (note: string) => showCase(visit, ports, { errors: { note }, status: 422 });
  if (text === '' || text.length > LONGEST_NOTE) return refused('Hãy viết ghi chú, dài nhất 2.000 chữ.');
  const colleagues = await ports.tasks.officers('police');
  const asked = namedIn(text, colleagues);
  if (asked.length === 0 && CALL.test(text))
    return refused(`Sau @ hãy ghi đúng tên một đồng nghiệp: ${colleagues.map(({ name }) => name).join(', ')}.`);
  const at = ports.now().toISOString();
  const asks = asked.map(({ name }) => name);
  const note = { officer: officer.subject, officerName: officer.displayName, at, text, asks };
  const noteId = contentId(note);
  await ports.caseRecords.note(noticeId, noteId, note, ports.expiry());
  const request = { entry: `${at}#${noteId}`, of: noticeId, officerName: officer.displayName, at, about: content.name };
  for (const { subject } of asked) await ports.caseRecords.request(subject, request, ports.expiry());
  const by = actorOf({ officer: officer.subject }, POLICE);
  const says = { noticeId, noteId, asks: asked.map(({ subject }) => subject) };
  await ports.enter([entryOf({ kind: 'case-noted', at, by, says }, { noteId })]);
  return seeOther(`/police/cases/${noticeId}?done=noted#notes`);
}

/** A name after `@`, which no address of e-mail has before it. */
const CALL = /(?:^|\s)@\p{L}/u;

/** The colleagues whose whole names follow an `@`, whatever the marks. */
function namedIn(text: string, colleagues: readonly OfficerName[]): readonly OfficerName[] {
  const folded = ` ${foldMarks(text).replaceAll(/\s+/gu, ' ')}`;
  const isNamed = ({ name }: OfficerName) =>
    folded
      .split(` @${foldMarks(name)}`)
      .slice(1)
      .some((rest) => !/^[a-z0-9]/u.test(rest));
  return colleagues.filter(isNamed);
}

async function settle(entry: string, { officer, event }: Visit, ports: ServePagesPorts): Promise<HttpAnswer> {
  const requests = await ports.caseRecords.requestsOf(officer.subject);
  const request = requests.find((one) => one.entry === entry && one.of === event.pathParameters?.['id']);
  if (!request) return seeOther(`/police/cases/${event.pathParameters?.['id'] ?? ''}#notes`);
  const at = ports.now().toISOString();
  await ports.caseRecords.request(officer.subject, { ...request, settledAt: at }, ports.expiry());
  const by = actorOf({ officer: officer.subject }, POLICE);
  const says = { noticeId: request.of, request: entry };
  await ports.enter([entryOf({ kind: 'work-settled', at, by, says }, { ...says, officer: officer.subject })]);
  return seeOther(`/police/cases/${request.of}?done=settled#notes`);
}
