import { maskNumbers } from '#shared/domain/identity/mask-numbers.ts';
import { actorOf, entryOf } from '#shared/contracts/log-entries.ts';
import type { FileReleased } from '#shared/contracts/file-arrived.ts';
import { type DropState, mayBeReleased } from '#shared/domain/drops/drop-states.ts';
import { askToTakeBack } from '#shared/use-cases/take-back-file.ts';
import type { Visit, ServePagesPorts } from '../ports.ts';
import { type HttpAnswer, seeOther } from '../http/answer.ts';
import { notFoundPage } from '../status-pages/plain-pages.tsx';
import { TAKING_BACK_REFUSALS } from '../taking-back/wording.ts';
import { listFiles } from './list-files.tsx';
import { feedNamed, fileSenderOf, isFileName } from './file-sender.ts';
import { showReceipt } from './show-receipt.tsx';

const LONGEST_REASON = 500;

/** What a person can decide about a file in its present state. */
const DECISIONS = {
  stopped: ['readable', 'none'],
  read: ['none', 'alone'],
  unreadable: ['none'],
  reading: ['none', 'alone'],
  given_up: ['readable'],
  left_out: ['readable'],
  replaced: [],
} as const satisfies Record<DropState, readonly FileReleased['release']['use'][]>;

/**
 * Records the officer's decision on a file, with their id and reason: the readable rows of a stopped file count, or it
 * is given up; everything that a read file said is taken back, or what earlier files of its name said, which may need a
 * second person.
 */
export async function decideOnFile(visit: Visit, ports: ServePagesPorts): Promise<HttpAnswer> {
  const { form, officer } = visit;
  const feed = feedNamed(fileSenderOf(visit), form.get('feed'));
  const file = form.get('file') ?? '';
  const given = form.get('why')?.trim() ?? '';
  const reading = isFileName(file) ? await ports.files.newest(feed, file) : undefined;
  const use = reading && DECISIONS[reading.state].find((one) => one === form.get('use'));
  if (!reading || use === undefined) return notFoundPage(ports, officer);
  const refused = (errors: Readonly<Record<string, string>>, status: number) =>
    mayBeReleased(reading.state)
      ? listFiles(visit, ports, { errors, status })
      : showReceipt(visit, ports, { errors, status });
  if (given === '' || given.length > LONGEST_REASON) return refused({ why: 'Hãy nêu lý do, dài nhất 500 chữ.' }, 422);
  // The reason goes through a queue and into the receipt
  const why = maskNumbers(given);
  const { version } = reading;
  if (use !== 'readable' && reading.state !== 'stopped' && ports.takingBackPolicy !== 'automatic') {
    const asked = { file: `${feed}/${file}`, use, version, why, officer: officer.subject };
    const result = await askToTakeBack(asked, ports);
    if (result === 'waits' || result === 'agreed') return seeOther(`/office/files?feed=${feed}&done=${result}`);
    return refused({ why: TAKING_BACK_REFUSALS[result] }, 409);
  }
  const at = ports.now().toISOString();
  // A file's name may contain personal data, so the log entry has only the drop's id.
  const says = { feed, version, use };
  const entry = { kind: 'file-released', at, by: actorOf({ officer: officer.subject }, 'office'), says } as const;
  await ports.enter([entryOf(entry, says)]);
  const release = { use, by: officer.subject, why };
  await ports.releaseFile([{ bucket: ports.inboxBucket, key: `${feed}/${file}`, release, version }]);
  return seeOther(`/office/files?feed=${feed}`);
}
