import { dayInVietnam } from '#shared/domain/vietnamese/dates.ts';
import { policeNoticeOf } from '#shared/domain/notification/dossier/police-notice.ts';
import { POLICE } from '#shared/domain/notification/receiver.ts';
import type { ExportedCase } from '#shared/domain/outcomes/exports/exported-case.ts';
import { EXPORT_FORMS, type ExportForm, exportLines, ringBook } from '#shared/use-cases/exports/export-cases.ts';
import { gatherCase } from '#shared/use-cases/gather-case.ts';
import type { Visit } from '../admit.ts';
import { logNoticesShown } from '../log-shown.ts';
import { download, type HttpAnswer } from '../http/answer.ts';
import { notFoundPage } from '../pages/plain-pages.tsx';
import type { ServePagesPorts } from '../ports.ts';

/** A case in a form of the police's other tools. It is entered before it is read, as what the page shows is. */
export async function exportCase(visit: Visit, ports: ServePagesPorts): Promise<HttpAnswer> {
  const { event, officer } = visit;
  const form = formNamed(event.pathParameters?.['form'] ?? '');
  const notice = await ports.notices.get(POLICE, event.pathParameters?.['id'] ?? '');
  if (notice?.receiver !== POLICE || form === undefined) return notFoundPage(ports, officer);
  await logNoticesShown([notice], 'export', POLICE, visit, ports);
  const { type, ending } = EXPORT_FORMS[form];
  const one = { notice: policeNoticeOf(notice), caseFile: await gatherCase(notice.content, ports) };
  const bytes =
    form === 'ring-xlsx'
      ? await ringBook(only(one))
      : await textOf(exportLines(only(one), form, dayInVietnam(ports.now())));
  return download(bytes, `${notice.content.enterpriseCode}.${ending}`, type);
}

const formNamed = (name: string): ExportForm | undefined =>
  name === 'ftm' || name === 'bods' || name === 'ring-json' || name === 'ring-xlsx' ? name : undefined;

async function* only(one: ExportedCase): AsyncGenerator<ExportedCase> {
  yield one;
}

async function textOf(lines: AsyncIterable<string>): Promise<string> {
  let text = '';
  for await (const line of lines) text += line;
  return text;
}
