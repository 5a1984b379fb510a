import { checkGroundsText, isDrawnEntry } from '#shared/domain/notification/worklist/company-worklist.ts';
import { postCheckLetter } from '#shared/domain/notification/worklist/post-check-letter.ts';
import { foldVersions } from '#shared/domain/risk/facts/fold-versions.ts';
import type { Visit } from '../admit.ts';
import { download } from '../http/answer.ts';
import { notFoundPage } from '../status-pages/plain-pages.tsx';
import type { ServePagesPorts } from '../ports.ts';
import { findTask, taskNamed } from './open-tasks.ts';

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** Writes the letter that asks a company about its business, for an open on-site check. */
export async function writeLetter(visit: Visit, ports: ServePagesPorts) {
  const found = await findTask(taskNamed(visit, ports), ports);
  const registered =
    found?.entry.kind === 'post_check' ? await ports.companies.registered(found.enterpriseCode) : undefined;
  if (!found || !registered || registered.registrations.length === 0) return notFoundPage(ports, visit.officer);
  const { enterpriseCode, entry } = found;
  const { name, headOfficeAddress, registeredOn } = foldVersions(registered.registrations).current;
  const company = { enterpriseCode, name, headOfficeAddress, registeredOn };
  const letter = postCheckLetter(company, checkGroundsText(entry), isDrawnEntry(entry));
  // The writer of documents is an eighth of the pages' code, and few requests are for a letter
  const { letterDocx } = await import('#shared/documents/letter-docx.ts');
  const bytes = await letterDocx(letter, ports.rulesClock.today());
  return download(bytes, `cong-van-hau-kiem-${enterpriseCode}.docx`, DOCX);
}
