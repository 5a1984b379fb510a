import { maskNumbers } from '#shared/domain/identity/mask-numbers.ts';
import { actorOf, entryOf } from '#shared/contracts/log-entries.ts';
import type { Visit } from '../admit.ts';
import { type HttpAnswer, seeOther } from '../http/answer.ts';
import { notFoundPage } from '../pages/plain-pages.tsx';
import type { ServePagesPorts } from '../ports.ts';
import { listFiles } from './list-files.tsx';
import { isOfOffice, officeFeedOf } from './office-feeds.ts';

const LONGEST_REASON = 500;

/** Records the officer's decision on a stopped file, with their id and reason: its readable rows count, or it is given up. */
export async function releaseStoppedFile(visit: Visit, ports: ServePagesPorts): Promise<HttpAnswer> {
  const { form, officer } = visit;
  const feed = officeFeedOf(form.get('feed') ?? undefined);
  const file = form.get('file') ?? '';
  const why = form.get('why')?.trim() ?? '';
  const use = (['readable', 'none'] as const).find((one) => one === form.get('use'));
  const reading = isOfOffice(file) ? await ports.files.progress(feed, file) : undefined;
  if (reading?.state !== 'stopped' || use === undefined) return notFoundPage(ports, officer);
  if (why === '' || why.length > LONGEST_REASON) {
    return listFiles(visit, ports, { errors: { why: 'Hãy nêu lý do, dài nhất 500 chữ.' }, status: 422 });
  }
  // The reason goes through a queue and into the receipt
  const release = { use, by: officer.subject, why: maskNumbers(why) };
  const at = ports.now().toISOString();
  // A file's name may contain personal data, so the log entry has only the drop's id.
  const says = { feed, version: reading.version, use };
  const entry = { kind: 'file-released', at, by: actorOf({ officer: officer.subject }, 'office'), says } as const;
  await ports.enter([entryOf(entry, says)]);
  await ports.releaseFile([{ bucket: ports.inboxBucket, key: `${feed}/${file}`, release }]);
  return seeOther(`/office/files?feed=${feed}`);
}
