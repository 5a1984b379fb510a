import { REPORTS } from '#shared/contracts/report-files.ts';
import { untilQuiet } from './acts.ts';
import { itemsOf, type Violation } from './end-state.ts';
import { queueOf } from './queue-of.ts';
import { lostUnless } from './said.ts';
import type { World } from './world.ts';

const PERIOD = { from: '2025-01-01', to: '2026-12-31' };
const FOLDER = `ad-hoc-${PERIOD.from}-${PERIOD.to}`;
const FILES = ['bao-cao.docx', 'so-lieu.xlsx'];

/** A report is issued of a period in which each file was read and each bank was notified: all of them have their own. */
export async function findingsOfReport(world: World): Promise<readonly Violation[]> {
  world.queues.send(queueOf(world, 'issue-report'), JSON.stringify({ kind: 'ad-hoc', ...PERIOD }));
  await untilQuiet(world);
  const { evidence, inbox } = world.design;
  const feeds = itemsOf(world, 'Files').flatMap(({ feed, state }) => (state === 'read' ? [String(feed)] : []));
  const banks = itemsOf(world, 'Notices').flatMap(({ receiver }) => (receiver === 'police' ? [] : [String(receiver)]));
  const senders = new Set([...feeds, ...banks.map((receiver) => receiver.slice('bank#'.length))]);
  const isThere = (bucket: string, key: string) => world.objects.get(bucket, key) !== undefined;
  return FILES.flatMap((file) => [
    ...lostUnless(isThere(evidence, `${REPORTS}${FOLDER}/${file}`), `the province has ${file} of its report`),
    ...[...senders].flatMap((sender) =>
      lostUnless(isThere(inbox, `outbox/${sender}/reports/${FOLDER}/${file}`), `${sender} has ${file} of its report`),
    ),
  ]);
}
