import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { dossierOf } from '#shared/domain/notification/dossier/dossier.ts';
import { drawNetwork } from '#shared/domain/risk/rings/draw-network.ts';
import { type PoliceNotice, policeNoticeOf } from '#shared/domain/notification/dossier/police-notice.ts';
import { POLICE } from '#shared/domain/notification/receiver.ts';
import type { Send } from '#shared/clients/queue.ts';
import type { ObjectStore } from '#shared/clients/object-store.ts';
import {
  CHECKSUMS_FILE,
  DOSSIER_FILES,
  type DossierChecksums,
  dossierFolder,
} from '#shared/contracts/dossier-files.ts';
import { dossierEntry } from '#shared/contracts/log-entries.ts';
import type { LogEntry } from '#shared/contracts/log-entry.ts';
import type { NoticeChanged } from '#shared/contracts/messages.ts';
import type { Notices } from '#shared/tables/notices.ts';
import { writeDocx } from './write-docx.ts';

export interface IssueDossierPorts {
  readonly notices: Pick<Notices, 'get'>;
  readonly objects: Pick<ObjectStore, 'put'>;
  readonly evidenceBucket: string;
  /** To the verifiable log. */
  readonly enter: Send<LogEntry>;
}

interface File {
  readonly name: string;
  readonly type: string;
  readonly bytes: Buffer;
}

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/**
 * Writes one state of a notice to the police as a dossier: JSON, a printable document, the ring's picture, and the
 * checksums of them all, which come last. The same state gives the same bytes, so that writing it again does no harm.
 * @throws {NeverPossible} where the notice can't be read
 */
export async function issueDossier({ noticeId, sequence }: NoticeChanged, ports: IssueDossierPorts): Promise<void> {
  const notice = await ports.notices.get(POLICE, noticeId);
  // A newer state has a message of its own
  if (notice?.receiver !== POLICE || notice.sequence !== sequence) return;
  const { content } = notice;
  const files = await filesOf(policeNoticeOf(notice));
  const folder = dossierFolder({ enterpriseCode: content.enterpriseCode, noticeId, sequence });
  const put = ({ name, type, bytes }: File) =>
    ports.objects.put(ports.evidenceBucket, `${folder}/${name}`, Readable.from([bytes]), type);
  await Promise.all(files.map(put));
  const checksums = checksumsOf(files);
  await put(json(CHECKSUMS_FILE, checksums));
  await ports.enter([dossierEntry(notice, checksums.files)]);
}

async function filesOf(notice: PoliceNotice): Promise<File[]> {
  const dossier = dossierOf(notice);
  const picture = notice.network && drawNetwork(notice.network);
  return [
    json(DOSSIER_FILES.json, dossier),
    { name: DOSSIER_FILES.docx, type: DOCX, bytes: await writeDocx(dossier, picture) },
    ...(picture === undefined ? [] : [{ name: 'ring.svg', type: 'image/svg+xml', bytes: Buffer.from(picture) }]),
  ];
}

function checksumsOf(files: readonly File[]): DossierChecksums {
  const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');
  return {
    algorithm: 'sha256',
    files: Object.fromEntries(files.map(({ name, bytes }) => [name, sha256(bytes)])),
  };
}

const json = (name: string, value: unknown): File => ({
  name,
  type: 'application/json',
  bytes: Buffer.from(`${JSON.stringify(value, undefined, 2)}\n`),
});
