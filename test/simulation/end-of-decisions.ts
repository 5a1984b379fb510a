import { outboxKey } from '#shared/contracts/outbox-key.ts';
import { RECEIPT_ENDING, receiptStem } from '#shared/contracts/receipt-key.ts';
import type { Receipt } from '#shared/contracts/receipt.ts';
import { isAwaited } from '#shared/domain/risk/awaited.ts';
import { type Ending, placeOf } from './ending.ts';
import { itemsOf, tableNamed } from './end-state.ts';
import type { InvocationTrace } from './invocation-trace.ts';
import { leadingLeft } from './order-of-readings.ts';
import type { Attributes } from './twins/expressions.ts';
import { sentTo } from './writing.ts';

/** What is left to do of a person's decision about a file. */
export function decisionLeft(ending: Ending): string | undefined {
  const { message, trace, world } = ending;
  const key = String(message['key']);
  const [feed = '', ...rest] = key.split('/');
  const place = placeOf(world, 'Files', feed, rest.join('/'));
  const stored = trace.seen.get(place);
  const [found] = trace.looks.get(place) ?? [];
  if (isCompletionOwed(feed, stored, ending)) return `those are asked again who waited for ${feed}`;
  const { use } = message['release'] as { use: string };
  if (isUndecided(found, stored, ending)) return `the decision about ${key} is stored`;
  if (use !== 'none' || stored?.['leftOut'] === undefined || stored['version'] !== found?.['version']) return undefined;
  if (!trace.written.has(placeOf(world, 'Files', 'taken-back', key))) return `what ${key} said is taken back`;
  const leading = leadingLeft(ending);
  if (leading !== undefined) return leading;
  if (!isToldLeftOut(feed, rest.join('/'), trace)) return `the sender of ${key} finds that it is left out`;
  const told = new Set(sentTo(ending, '1-read-file').map((one) => one['key']));
  const other = othersBefore(stored, ending).find((one) => !told.has(`${feed}/${String(one['file'])}`));
  return other && `${feed}/${String(other['file'])} is read again, which may have said the same as ${key}`;
}

/**
 * Whether a decision, to which nobody else has to agree, that nothing of a read file counts, or only its last drop, is not
 * stored with the file.
 */
function isUndecided(found: Attributes | undefined, stored: Attributes | undefined, ending: Ending): boolean {
  const { use, by } = ending.message['release'] as { use: string; by: string };
  const version = ending.message['version'] ?? stored?.['version'];
  if (found?.['state'] !== 'read' || stored?.['version'] !== version || found['version'] !== version) return false;
  if (itemsOf(ending.world, 'TakingsBack').some(({ file }) => file === ending.message['key'])) return false;
  const { by: alone } = (stored?.['replacesEarlier'] ?? {}) as Attributes;
  if (stored?.['leftOut'] !== undefined) return false;
  return use === 'none' || (use === 'alone' && alone !== by);
}

/** The receipt of a file that is left out is in the archive and in the outbox. */
const isToldLeftOut = (feed: string, file: string, { put }: InvocationTrace): boolean =>
  put.has(`${receiptStem({ feed: feed as Receipt['feed'], file })}${RECEIPT_ENDING}`) &&
  put.has(`${outboxKey(feed, file)}${RECEIPT_ENDING}`);

/** Whether the function's last word on the feed is that no file of it is being read, and nobody was asked since. */
function isCompletionOwed(feed: string, stored: Attributes | undefined, ending: Ending): boolean {
  const said = ending.trace.written.get(placeOf(ending.world, 'Files', 'coverage', feed));
  if (!said || !isAwaited(feed) || Object.keys(said['reading'] as Attributes).length > 0) return false;
  const { use } = ending.message['release'] as { use: string };
  // A feed waits for a stopped file until a person gives it up
  const isStopped = stored?.['state'] === 'stopped' && stored['leftOut'] === undefined && use !== 'none';
  return !isStopped && !sentTo(ending, 'sweep-due').some((one) => one['feed'] === feed);
}

/** The files of the same feed with the same kinds of rows as the one that is left out. */
function othersBefore({ feed, file, covered }: Attributes, { trace, world }: Ending): readonly Attributes[] {
  const ofFeed = trace.queries.findLast((one) => one.table === tableNamed(world, 'Files') && one.of === feed);
  const kinds = Object.keys(covered ?? {});
  return (ofFeed?.items ?? []).filter(
    (other) =>
      other['file'] !== file &&
      other['state'] === 'read' &&
      kinds.some((kind) => kind in ((other['covered'] ?? {}) as Attributes)),
  );
}
