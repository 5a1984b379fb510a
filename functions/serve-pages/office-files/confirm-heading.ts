import { actorOf, entryOf } from '#shared/contracts/log-entries.ts';
import { columnsOf } from '#shared/contracts/feeds/layouts-of.ts';
import { scopesOf } from '#shared/contracts/heading-mapping.ts';
import type { Visit, ServePagesPorts } from '../ports.ts';
import { type HttpAnswer, seeOther } from '../http/answer.ts';
import { notFoundPage } from '../status-pages/plain-pages.tsx';
import { feedNamed, fileSenderOf, isFileName } from './file-sender.ts';
import { showReceipt } from './show-receipt.tsx';

/** Takes an officer's word for what a heading of their files means. */
export async function confirmHeading(visit: Visit, ports: ServePagesPorts): Promise<HttpAnswer> {
  const { form, officer } = visit;
  const sender = fileSenderOf(visit);
  const feed = feedNamed(sender, form.get('feed'));
  const file = form.get('file') ?? '';
  const heading = form.get('heading')?.trim() ?? '';
  const column = form.get('column') ?? '';
  const named = sender.folder + file;
  const drop = isFileName(file) ? await ports.files.newest(feed, named) : undefined;
  if (!drop || heading === '') return notFoundPage(ports, officer);
  if (!columnsOf(feed).includes(column))
    return showReceipt(visit, ports, { errors: { column: 'Hãy chọn cột của mẫu.' }, status: 422 });
  const scope = scopesOf(feed, named).at(-1) ?? feed;
  const at = ports.now().toISOString();
  // A heading may contain personal data, so the log entry has only the column
  const says = { feed, version: drop.version, column };
  const by = actorOf({ officer: officer.subject }, sender.desk);
  await ports.enter([entryOf({ kind: 'heading-confirmed', at, by, says }, { ...says, at })]);
  const confirmed = { scope, headings: { [heading]: column }, by: officer.subject, at, file: named };
  await ports.tellReader([{ bucket: ports.inboxBucket, ...confirmed }]);
  return seeOther(`/${sender.desk}/files?feed=${feed}`);
}
