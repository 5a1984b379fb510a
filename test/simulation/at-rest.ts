import { daysOfLeftOut, factsOfLeftOut, hasDecision, isLeftOut } from './decided-files.ts';
import { createHash } from 'node:crypto';
import { DOSSIER_FILES, DOSSIERS, dossierFolder } from '#shared/contracts/dossier-files.ts';
import { mustBeDelivered, type Notice } from '#shared/domain/notification/notice/notice.ts';
import { type Violation, itemsOf } from './end-state.ts';
import { findingsOfBands } from './bands-of-members.ts';
import { findingsOfContradicted } from './contradicted-facts.ts';
import { findingsOfCoverage } from './covered-days.ts';
import { findingsOfGone } from './gone-file.ts';
import { NOTES, wasLate } from './late-notes.ts';
import { findingsOfLeading } from './leading-items.ts';
import { findingsOfLinks } from './links-of-accounts.ts';
import { BANK } from './scenario.ts';
import { withoutAlias } from './search-keys.ts';
import { findingsOfLedger } from './the-ledger.ts';
import { findingsOfLog } from './the-log.ts';
import { findingsOfShown } from './shown-to-police.ts';
import type { Attributes } from './twins/expressions.ts';
import type { World } from './world.ts';

/** Finds faults of the final state that do not depend on the calm run. */
export function findingsAtRest(world: World): Violation[] {
  const found: Violation[] = [];
  const notices = itemsOf(world, 'Notices');
  for (const { enterpriseCode, verdict, notified } of itemsOf(world, 'Assessments')) {
    const code = String(enterpriseCode);
    if (notified !== true) found.push({ kind: 'lost', what: `nobody was told of the assessment of ${code}` });
    const stands = notices.some(
      ({ receiver, subject, state }) => receiver === 'police' && subject === enterpriseCode && state === 'in_force',
    );
    if (verdict === 'flagged' && !stands) found.push({ kind: 'lost', what: `no notice of the flagged ${code}` });
    if (verdict !== 'flagged' && stands)
      found.push({ kind: 'doubled', what: `a notice of ${code}, which is not flagged` });
  }
  for (const fact of factsOfLeftOut(world)) found.push({ kind: 'doubled', what: `${fact} counts, which was left out` });
  for (const days of daysOfLeftOut(world)) found.push({ kind: 'doubled', what: `days of ${days} count, left out` });
  for (const item of itemsOf(world, 'Files')) {
    const { feed, file, again, counts } = item;
    if (feed === NOTES && !wasLate(item, world))
      found.push({ kind: 'doubled', what: `the note is left that facts of ${String(file)} are being deleted` });
    if (isLeftOut(item) || 'replacesEarlier' in item) continue;
    // A stopped drop has left no facts that a later one would have to look for
    if (world.stopped.has(`${String(feed)}/${String(file)}`)) continue;
    const wasDropped = world.dropsOf(`${String(feed)}/${String(file)}`);
    // Where a file of the feed is left out, the others may be read again
    const mayBeAgain = wasDropped > 1 || (again === true && hasDecision(world, String(feed)));
    if (counts !== undefined && (again === true) !== mayBeAgain)
      found.push({
        kind: 'different',
        what: `${String(file)} was dropped ${wasDropped} times, and again is ${String(again)}`,
      });
  }
  for (const { value, band, notified } of itemsOf(world, 'Links'))
    if (band !== undefined && notified !== true)
      found.push({ kind: 'lost', what: `the members of the band ${String(value)} were never told` });
  for (const { noticeId, state } of itemsOf(world, 'Deliveries'))
    if (state === 'waiting' && !notices.some((one) => one['noticeId'] === noticeId))
      found.push({ kind: 'doubled', what: `a delivery waits for the notice ${String(noticeId)}, which is gone` });
  for (const number of withoutAlias(world))
    found.push({ kind: 'lost', what: `an old number of ${String(number)} leads to nobody` });
  for (const notice of notices) found.push(...findingsOfNotice(notice, world));
  for (const { reads } of world.design.steps) {
    if (!reads) continue;
    for (const { body } of [...world.queues.in(reads.queue), ...world.queues.deadLettersOf(reads.queue)])
      found.push({ kind: 'lost', what: `a message without a fate in ${reads.queue}: ${body}` });
  }
  for (const key of world.objects.keys(world.design.evidence, DOSSIERS)) found.push(...findingsOfState(key, world));
  return [
    ...found,
    ...findingsOfGone(world),
    ...findingsOfLeading(world),
    ...findingsOfLog(world),
    ...findingsOfLedger(world),
    ...findingsOfShown(world),
    ...findingsOfLinks(world),
    ...findingsOfContradicted(world),
    ...findingsOfBands(world),
    ...findingsOfCoverage(world),
  ];
}

/** Each notice to the police has a dossier with its content. */
function findingsOfNotice({ receiver, noticeId, sequence, content }: Attributes, world: World): Violation[] {
  if (receiver !== 'police') return [];
  const { enterpriseCode } = content as { enterpriseCode: string };
  return findingsOfDossier(
    dossierFolder({ enterpriseCode, noticeId: String(noticeId), sequence: Number(sequence) }),
    world,
  );
}

/**
 * A bank with an endpoint was sent the newest sequence of each of its notices, except where it has read that sequence
 * in another way and has answered it. This is tested before the receivers acknowledge everything, because an
 * acknowledgement would hide a message that was never sent.
 */
export function findingsOfDeliveries(world: World): Violation[] {
  const deliveries = new Map(itemsOf(world, 'Deliveries').map((delivery) => [delivery['noticeId'], delivery]));
  return itemsOf(world, 'Notices').flatMap((notice): Violation[] => {
    const { receiver, noticeId, sequence, handlingStatus } = notice;
    if (receiver !== BANK || !mustBeDelivered(notice as unknown as Notice)) return [];
    const delivery = deliveries.get(noticeId);
    const isSent = handlingStatus !== 'issued' && Number(delivery?.['sequence']) >= Number(sequence);
    return isSent
      ? []
      : [{ kind: 'lost', what: `${String(noticeId)} never reached its endpoint: ${JSON.stringify(delivery)}` }];
  });
}

/** A dossier is stored under the sequence of its notice. */
function findingsOfState(key: string, { objects, design }: World): Violation[] {
  const [, folder = '', name] = /^(.*)\/([^/]+)$/u.exec(key) ?? [];
  if (name !== DOSSIER_FILES.json) return [];
  const bytes = objects.get(design.evidence, key) ?? Buffer.of();
  const sequence = sequences.get(bytes) ?? (JSON.parse(bytes.toString()).notice.sequence as number);
  sequences.set(bytes, sequence);
  return folder.endsWith(`.${sequence}`)
    ? []
    : [{ kind: 'different', what: `${folder} shows the notice's sequence ${sequence}` }];
}

/** The sequences of dossiers by their bytes, which nobody changes. */
const sequences = new WeakMap<Buffer, number>();

/** A dossier has its checksums, and all files that they name. */
function findingsOfDossier(folder: string, { objects, design }: World): Violation[] {
  const checksums = objects.get(design.evidence, `${folder}/checksums.json`);
  if (!checksums) return [{ kind: 'lost', what: `no dossier ${folder}` }];
  const { files } = JSON.parse(checksums.toString()) as { files: Record<string, string> };
  return Object.entries(files).flatMap(([name, sha256]): Violation[] => {
    const bytes = objects.get(design.evidence, `${folder}/${name}`) ?? Buffer.of();
    const isAsSaid = createHash('sha256').update(bytes).digest('hex') === sha256;
    return isAsSaid ? [] : [{ kind: 'different', what: `${folder}/${name} is not what its checksum says` }];
  });
}
