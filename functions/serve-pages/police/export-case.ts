import { dayInVietnam } from '#shared/domain/vietnamese/dates.ts';
import type { NoticeToPolice } from '#shared/domain/notification/notice/notice.ts';
import { policeNoticeOf } from '#shared/domain/notification/dossier/police-notice.ts';
import { POLICE } from '#shared/domain/notification/receiver.ts';
import type { ExportedCase } from '#shared/domain/outcomes/exports/exported-case.ts';
import { inParallel } from '#shared/runtime/in-parallel.ts';
import { noticeIdOf } from '#shared/tables/notices.ts';
import { EXPORT_FORMS, type ExportForm, exportLines, ringBook } from '#shared/use-cases/exports/export-cases.ts';
import { gatherCase } from '#shared/use-cases/gather-case.ts';
import type { Visit, ServePagesPorts } from '../ports.ts';
import { logNoticesShown } from '../log-shown.ts';
import { download, type HttpAnswer } from '../http/answer.ts';
import { notFoundPage } from '../status-pages/plain-pages.tsx';

const AT_ONCE = 8;

/** Exports a case, or all cases of its ring, in a format of the police's other tools. */
export async function exportCase(visit: Visit, ports: ServePagesPorts): Promise<HttpAnswer> {
  const { event, officer } = visit;
  const form = exportFormNamed(event.pathParameters?.['form'] ?? '');
  const notice = await policeNotice(event.pathParameters?.['id'] ?? '', ports);
  if (!notice || form === undefined) return notFoundPage(ports, officer);
  const { enterpriseCode } = notice.content;
  if (event.queryStringParameters?.['of'] !== 'ring') return exportFile([notice], form, enterpriseCode, visit, ports);
  return exportFile(await ringOf(notice, ports), form, `${enterpriseCode}-nhom`, visit, ports);
}

/** Makes the file of some cases. Each case is entered in the log before it is read, as for a page. */
export async function exportFile(
  notices: readonly NoticeToPolice[],
  form: ExportForm,
  name: string,
  visit: Visit,
  ports: ServePagesPorts,
): Promise<HttpAnswer> {
  await logNoticesShown(notices, 'export', POLICE, visit, ports);
  const { type, ending } = EXPORT_FORMS[form];
  const cases = casesOf(notices, ports);
  const bytes =
    form === 'ring-xlsx'
      ? await ringBook(cases)
      : (await Array.fromAsync(exportLines(cases, form, dayInVietnam(ports.now())))).join('');
  return download(bytes, `${name}${ending}`, type);
}

export const exportFormNamed = (name: string): ExportForm | undefined =>
  name === 'ftm' || name === 'bods' || name === 'ring-json' || name === 'ring-xlsx' ? name : undefined;

/** The notice of a case, where it is a notice to the police. */
export async function policeNotice(
  id: string,
  { notices }: Pick<ServePagesPorts, 'notices'>,
): Promise<NoticeToPolice | undefined> {
  const notice = await notices.get(POLICE, id);
  return notice?.receiver === POLICE ? notice : undefined;
}

/** The police's notices of a ring's companies, including withdrawn ones, because a ring is examined as a whole. */
async function ringOf(notice: NoticeToPolice, ports: ServePagesPorts): Promise<readonly NoticeToPolice[]> {
  const { enterpriseCode, network } = notice.content;
  const others = (network?.members ?? [])
    .map((member) => member.enterpriseCode)
    .filter((code) => code !== enterpriseCode);
  const found = await inParallel(others, AT_ONCE, (code) => policeNotice(noticeIdOf(POLICE, code), ports));
  return [notice, ...found.filter((one) => one !== undefined)];
}

async function* casesOf(notices: readonly NoticeToPolice[], ports: ServePagesPorts): AsyncGenerator<ExportedCase> {
  for (const notice of notices)
    yield {
      notice: policeNoticeOf(notice),
      caseFile: await gatherCase(notice.content, ports.rulesClock.today(), ports),
    };
}
