import { fileFormOf, isNamedPacked } from '#shared/tabular/file-form.ts';
import { MARKED_ENDING, MARKED_TEXT_ENDING } from '#shared/contracts/outbox-key.ts';
import { RECEIPT_ENDING, REJECTED_ENDING } from '#shared/contracts/receipt.ts';
import type { Visit, ServePagesPorts } from '../ports.ts';
import { type HttpAnswer, seeOther } from '../http/answer.ts';
import { notFoundPage } from '../status-pages/plain-pages.tsx';
import { feedNamed, fileSenderOf, isFileName, resultsOf } from './file-sender.ts';

const LINK_SECONDS = 60;

/**
 * Redirects to a result of one of the sender's files: its receipt, or the file with its faults marked (for JSON Lines,
 * a table of the faults).
 */
export async function fileResult(visit: Visit, ports: ServePagesPorts): Promise<HttpAnswer> {
  const { feed: asked, file = '', what } = visit.event.queryStringParameters ?? {};
  const sender = fileSenderOf(visit);
  const feed = feedNamed(sender, asked);
  const reading = isFileName(file) ? await ports.files.newest(feed, sender.folder + file) : undefined;
  if (!reading) return notFoundPage(ports, visit.officer);
  const marked = markedEndingOf(file);
  const key = `${resultsOf(sender, feed, file)}${what === 'rejected' ? marked : RECEIPT_ENDING}`;
  return seeOther(await ports.link(ports.outboxBucket, key, LINK_SECONDS));
}

function markedEndingOf(file: string): string {
  const form = fileFormOf(file);
  if (form === 'xlsx' && !isNamedPacked(file)) return MARKED_ENDING;
  return form === 'csv' ? MARKED_TEXT_ENDING : REJECTED_ENDING;
}
