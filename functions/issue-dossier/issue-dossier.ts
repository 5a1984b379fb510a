import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import * as z from 'zod';
import { type Dossier, dossierOf } from '#shared/domain/notification/dossier/dossier.ts';
import { drawNetwork } from '#shared/domain/risk/rings/draw-network.ts';
import { policeNoticeOf } from '#shared/domain/notification/dossier/police-notice.ts';
import { POLICE } from '#shared/domain/notification/receiver.ts';
import type { ObjectStore } from '#shared/clients/object-store.ts';
import { CHECKSUMS_FILE, DOSSIER_FILES, DossierChecksums, dossierFolder } from '#shared/contracts/dossier-files.ts';
import { dossierEntry } from '#shared/contracts/log-entries.ts';
import type { EnterInLog } from '#shared/contracts/log-entry.ts';
import type { NoticeChanged } from '#shared/contracts/messages.ts';
import type { Notices } from '#shared/tables/notices.ts';
import { type CasePorts, gatherCase } from '#shared/use-cases/gather-case.ts';
import { decisionsMade, type DecisionsPorts, policeDecisions } from '#shared/use-cases/police-decisions.ts';
import type { WriteDocx } from './write-docx.ts';

export interface IssueDossierPorts extends CasePorts, DecisionsPorts {
  readonly notices: Pick<Notices, 'get'>;
  readonly objects: Pick<ObjectStore, 'put' | 'putFirst' | 'read'>;
  readonly evidenceBucket: string;
  readonly writeDocx: WriteDocx;
  readonly enter: EnterInLog;
}

interface File {
  readonly name: string;
  readonly type: string;
  readonly bytes: Buffer;
}

const JSON_TYPE = 'application/json';
const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/**
 * Writes one state of a notice to the police as a dossier: JSON, a printable document, the ring's picture, and last the
 * checksums of them all. Of several writers, each of which may have found other facts, the first one's JSON stays, and
 * the other files are made of it. A complete dossier stays as it was: later facts have a later state.
 * @throws {NeverPossible} where the notice can't be read
 */
export async function issueDossier({ noticeId, sequence }: NoticeChanged, ports: IssueDossierPorts): Promise<void> {
  const notice = await ports.notices.get(POLICE, noticeId);
  // A newer state of the notice has its own message
  if (notice?.receiver !== POLICE || notice.sequence !== sequence) return;
  const { content } = notice;
  const folder = dossierFolder({ enterpriseCode: content.enterpriseCode, noticeId, sequence });
  const whole = await ports.objects.read(ports.evidenceBucket, `${folder}/${CHECKSUMS_FILE}`);
  if (whole !== undefined) {
    // An earlier try may have written the dossier and ended before it sent the log entry
    await ports.enter([dossierEntry(notice, DossierChecksums.parse(JSON.parse(whole)).files)]);
    return;
  }
  const told = policeNoticeOf(notice);
  const [caseFile, decisions] = await Promise.all([
    gatherCase(content, told.changedOn ?? told.issuedOn, ports),
    policeDecisions(noticeId, ports),
  ]);
  const found = dossierOf(told, caseFile, decisionsMade(decisions));
  const path = `${folder}/${DOSSIER_FILES.json}`;
  const dossier = await ports.objects.putFirst(ports.evidenceBucket, path, textOf(found), JSON_TYPE);
  const files = await filesOf(dossier, ports.writeDocx);
  const put = ({ name, type, bytes }: File) =>
    ports.objects.put(ports.evidenceBucket, `${folder}/${name}`, Readable.from([bytes]), type);
  await Promise.all(files.filter(({ name }) => name !== DOSSIER_FILES.json).map(put));
  const checksums = checksumsOf(files);
  await put(jsonFile(CHECKSUMS_FILE, textOf(checksums)));
  await ports.enter([dossierEntry(notice, checksums.files)]);
}

/** Makes the other files from the JSON text in the bucket, so that every writer makes the same bytes. */
async function filesOf(text: string, writeDocx: WriteDocx): Promise<File[]> {
  const dossier = StoredDossier.parse(JSON.parse(text));
  const picture = pictureOf(dossier);
  return [
    jsonFile(DOSSIER_FILES.json, text),
    { name: DOSSIER_FILES.docx, type: DOCX, bytes: await writeDocx(dossier, picture) },
    ...(picture === undefined ? [] : [{ name: 'ring.svg', type: 'image/svg+xml', bytes: Buffer.from(picture) }]),
  ];
}

/** Parses the stored text without a schema, because this function alone writes it and nobody changes it. */
const StoredDossier = z.custom<Dossier>((stored) => typeof stored === 'object' && stored !== null);

const pictureOf = ({ notice: { network, enterpriseCode }, caseFile }: Dossier): string | undefined =>
  network && network.ties.length > 0
    ? drawNetwork(network, { subject: enterpriseCode, names: caseFile?.names, values: caseFile?.ties })
    : undefined;

function checksumsOf(files: readonly File[]): DossierChecksums {
  const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');
  return {
    algorithm: 'sha256',
    files: Object.fromEntries(files.map(({ name, bytes }) => [name, sha256(bytes)])),
  };
}

const jsonFile = (name: string, text: string): File => ({ name, type: JSON_TYPE, bytes: Buffer.from(text) });

const textOf = (value: unknown): string => `${JSON.stringify(value, undefined, 2)}\n`;
