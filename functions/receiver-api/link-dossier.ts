import { instantAfter } from '#shared/domain/notification/delivery/instant.ts';
import { POLICE } from '#shared/domain/notification/receiver.ts';
import type { DossierLinkRequest, DossierLink } from '#shared/contracts/dossier-link.ts';
import { log } from '#shared/runtime/log.ts';
import { dossierFile, LINK_SECONDS } from '#shared/use-cases/dossier-file.ts';
import type { Caller } from './admit.ts';
import { findNotice, RefusedRequest } from '#shared/use-cases/replies/take-reply.ts';
import type { ReceiverApiPorts } from './ports.ts';

/**
 * Makes a link to the dossier of a notice's newest state, for the police alone; a bank gets the same answer as for a
 * missing notice. The log records who was given a link to which notice.
 * @throws {RefusedRequest}
 */
export async function linkDossier(
  noticeId: string,
  { form }: DossierLinkRequest,
  { receiver, client }: Caller,
  ports: ReceiverApiPorts,
): Promise<DossierLink> {
  const notice = await findNotice(receiver, noticeId, ports);
  if (notice.receiver !== POLICE) throw new RefusedRequest('no_such_notice');
  const { sequence } = notice;
  const { url, sha256 } = await dossierFile(notice, form, ports);
  // The link counts from its whole second, so that it never ends before the time that is stated.
  const expiresAt = instantAfter(new Date(ports.now().setMilliseconds(0)), LINK_SECONDS);
  log('DOSSIER_LINK_ISSUED', { receiver, client, noticeId, sequence, form });
  return { url, expiresAt, sha256, sequence };
}
