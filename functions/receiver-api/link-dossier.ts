import { instantAfter } from '#shared/domain/notification/delivery/instant.ts';
import { POLICE } from '#shared/domain/notification/receiver.ts';
import { CHECKSUMS_FILE, DOSSIER_FILES, DossierChecksums, dossierFolder } from '#shared/contracts/dossier-files.ts';
import type { DossierLinkRequest, DossierLink } from '#shared/contracts/dossier-link.ts';
import { log } from '#shared/runtime/log.ts';
import type { Caller } from './admit.ts';
import { findNotice } from '#shared/use-cases/replies/find-notice.ts';
import type { ReceiverApiPorts } from './ports.ts';
import { RefusedRequest } from '#shared/use-cases/replies/refused.ts';

/** Long enough to open a file, and too short to pass the link on. */
const LINK_SECONDS = 300;

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
  const { sequence, content } = notice;
  const folder = dossierFolder({ enterpriseCode: content.enterpriseCode, noticeId, sequence });
  const checksums = await ports.objects.read(ports.evidenceBucket, `${folder}/${CHECKSUMS_FILE}`);
  const name = DOSSIER_FILES[form];
  const sha256 = checksums === undefined ? undefined : DossierChecksums.parse(JSON.parse(checksums)).files[name];
  if (sha256 === undefined) throw new RefusedRequest('dossier_not_written');
  // The link counts from its whole second, so that it never ends before the time that is stated.
  const expiresAt = instantAfter(new Date(ports.now().setMilliseconds(0)), LINK_SECONDS);
  const url = await ports.link(ports.evidenceBucket, `${folder}/${name}`, LINK_SECONDS);
  log('DOSSIER_LINK_ISSUED', { receiver, client, noticeId, sequence, form });
  return { url, expiresAt, sha256, sequence };
}
