import { checkGroundsText, isDrawnEntry } from '#shared/domain/notification/worklist/company-worklist.ts';
import { postCheckLetter } from '#shared/domain/notification/worklist/post-check-letter.ts';
import { revocationDraft } from '#shared/domain/notification/worklist/revocation.ts';
import { forgeryInForce } from '#shared/domain/risk/decision.ts';
import { foldVersions } from '#shared/domain/risk/facts/fold-versions.ts';
import type { Visit, ServePagesPorts } from '../ports.ts';
import { download } from '../http/answer.ts';
import { notFoundPage } from '../status-pages/plain-pages.tsx';
import { findTask, type OpenTask, taskNamed } from './open-tasks.ts';

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** Writes the draft of the paper that an open task asks for: the letter of an on-site check, or the decision on a forged dossier. */
export async function writeLetter(visit: Visit, ports: ServePagesPorts) {
  const found = await findTask(taskNamed(visit, ports), ports);
  const draft = found && (await draftOf(found, ports));
  if (!draft) return notFoundPage(ports, visit.officer);
  // The writer of documents is an eighth of the pages' code, and few requests are for a letter
  const { letterDocx } = await import('#shared/documents/letter-docx.ts');
  const bytes = await letterDocx(draft.letter, ports.rulesClock.today());
  return download(bytes, `${draft.name}-${found.enterpriseCode}.docx`, DOCX);
}

async function draftOf({ enterpriseCode, entry }: OpenTask, { companies }: ServePagesPorts) {
  if (entry.kind !== 'post_check' && entry.kind !== 'revocation') return undefined;
  const { registrations, decisions } = await companies.recorded(enterpriseCode);
  if (registrations.length === 0) return undefined;
  const { name, headOfficeAddress, registeredOn } = foldVersions(registrations).current;
  const company = { enterpriseCode, name, headOfficeAddress, registeredOn };
  if (entry.kind === 'post_check')
    return {
      letter: postCheckLetter(company, checkGroundsText(entry), isDrawnEntry(entry)),
      name: 'cong-van-hau-kiem',
    };
  const forgery = forgeryInForce(decisions);
  return forgery && { letter: revocationDraft(company, forgery), name: 'quyet-dinh-ho-so-gia-mao' };
}
