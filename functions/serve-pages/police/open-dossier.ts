import { POLICE } from '#shared/domain/notification/receiver.ts';
import { dossierFile } from '#shared/use-cases/dossier-file.ts';
import { RefusedRequest } from '#shared/use-cases/replies/take-reply.ts';
import type { Visit, ServePagesPorts } from '../ports.ts';
import { type PageAnswer, seeOther } from '../http/answer.ts';
import { logNoticesShown } from '../log-shown.ts';
import { notFoundPage } from '../status-pages/plain-pages.tsx';
import { policeNotice } from './export-case.ts';
import { showCase } from './show-case.tsx';

/** Leads to the case's newest dossier (docx) by a short link, once the log has recorded who reads it. */
export async function openDossier(visit: Visit, ports: ServePagesPorts): Promise<PageAnswer> {
  const notice = await policeNotice(visit.event.pathParameters?.['id'] ?? '', ports);
  if (!notice) return notFoundPage(ports, visit.officer);
  try {
    const { url } = await dossierFile(notice, 'docx', ports);
    await logNoticesShown([notice], 'dossier', POLICE, visit, ports);
    return seeOther(url);
  } catch (error) {
    if (!(error instanceof RefusedRequest)) throw error;
    return showCase(visit, ports, { errors: { exports: error.title }, status: error.status });
  }
}
