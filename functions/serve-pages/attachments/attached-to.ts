import { ATTACHMENTS } from '#shared/contracts/attachments.ts';
import { POLICE } from '#shared/domain/notification/receiver.ts';
import { loggedSubject } from '#shared/runtime/party-ref.ts';
import type { Visit, ServePagesPorts } from '../ports.ts';
import type { FormRefusal, PageAnswer } from '../http/answer.ts';
import { CASES_PAGE } from '../police/cases-asked.ts';
import { policeNotice } from '../police/export-case.ts';
import { showCase } from '../police/show-case.tsx';
import { showRegistered } from '../company/show-company.tsx';
import { companyRecords } from './section.tsx';
import { findEntry, taskNamed, taskPath, VISITS, WORKLIST_PAGE } from '../worklist/open-tasks.ts';
import { showTask } from '../worklist/show-task.tsx';

type ShowPage = (visit: Visit, ports: ServePagesPorts, refusal: FormRefusal) => Promise<PageAnswer>;

/** What officers attach files to: the police's case, or a company that the office looks at. */
export interface AttachedTo {
  readonly desk: 'police' | 'office';
  /** The key under which the files are recorded. */
  readonly records: string;
  /** The place of the files in the evidence bucket, which is no personal number. */
  readonly prefix: string;
  readonly name: string;
  /** The page that leads to the form, and to which an officer comes back. */
  readonly page: string;
  readonly menu: string;
  readonly show: ShowPage;
  /** Whether the officer stands at the company's door with a phone. */
  readonly isVisit: boolean;
  /** What the log says of it. */
  readonly says: Readonly<Record<string, string>>;
}

/** What the address of a page is about; undefined where that does not exist. */
export async function attachedTo(visit: Visit, ports: ServePagesPorts): Promise<AttachedTo | undefined> {
  const { id, task } = visit.event.pathParameters ?? {};
  if (id !== undefined) return caseNamed(id, ports);
  return task === undefined ? ofCompany(taskNamed(visit, ports), ports) : taskOf(visit, ports);
}

async function caseNamed(id: string, ports: ServePagesPorts): Promise<AttachedTo | undefined> {
  const notice = await policeNotice(id, ports);
  return (
    notice && {
      desk: POLICE,
      records: notice.noticeId,
      prefix: `${ATTACHMENTS}${notice.noticeId}/`,
      name: notice.content.name,
      page: `${CASES_PAGE}/${notice.noticeId}`,
      menu: CASES_PAGE,
      show: showCase,
      isVisit: false,
      says: { noticeId: notice.noticeId },
    }
  );
}

async function taskOf(visit: Visit, ports: ServePagesPorts): Promise<AttachedTo | undefined> {
  const found = await findEntry(taskNamed(visit, ports), ports);
  if (!found) return undefined;
  const { enterpriseCode, companyName: name, taskId, entry } = found;
  return {
    ...ofCompany({ enterpriseCode, name }, ports),
    page: taskPath(found, ports),
    show: showTask,
    isVisit: VISITS.has(entry.kind),
    says: { enterpriseCode: loggedSubject(enterpriseCode, ports.hash), taskId },
  };
}

const ofCompany = (
  { enterpriseCode, name = '' }: { readonly enterpriseCode: string; readonly name?: string },
  { hash }: Pick<ServePagesPorts, 'hash'>,
): AttachedTo => ({
  desk: 'office',
  records: companyRecords(enterpriseCode),
  prefix: `${ATTACHMENTS}office/`,
  name,
  page: `/office/companies/${hash.sealed(enterpriseCode)}`,
  menu: WORKLIST_PAGE,
  show: showRegistered,
  isVisit: false,
  says: { enterpriseCode: loggedSubject(enterpriseCode, hash) },
});
