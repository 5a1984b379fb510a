import { CHECKSUMS_FILE, DOSSIER_FILES, DossierChecksums, dossierFolder } from '#shared/contracts/dossier-files.ts';
import type { NoticeToPolice } from '#shared/domain/notification/notice/notice.ts';
import { RefusedRequest } from './replies/take-reply.ts';

export interface DossierFilePorts {
  readonly objects: { readonly read: (bucket: string, key: string) => Promise<string | undefined> };
  readonly link: (bucket: string, key: string, seconds: number) => Promise<string>;
  readonly evidenceBucket: string;
}

/** Long enough to open a file, and too short to pass the link on. */
export const LINK_SECONDS = 300;

/** A link to the dossier of the notice's newest state, with the file's hash. @throws {RefusedRequest} where there is none yet */
export async function dossierFile(
  { noticeId, sequence, content }: NoticeToPolice,
  form: keyof typeof DOSSIER_FILES,
  { objects, link, evidenceBucket }: DossierFilePorts,
): Promise<{ readonly url: string; readonly sha256: string }> {
  const folder = dossierFolder({ enterpriseCode: content.enterpriseCode, noticeId, sequence });
  const checksums = await objects.read(evidenceBucket, `${folder}/${CHECKSUMS_FILE}`);
  const name = DOSSIER_FILES[form];
  const sha256 = checksums === undefined ? undefined : DossierChecksums.parse(JSON.parse(checksums)).files[name];
  if (sha256 === undefined) throw new RefusedRequest('dossier_not_written');
  return { url: await link(evidenceBucket, `${folder}/${name}`, LINK_SECONDS), sha256 };
}
