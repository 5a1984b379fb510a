import type { HeadingsConfirmed } from '#shared/contracts/file-arrived.ts';
import { scopesOf } from '#shared/contracts/heading-mapping.ts';
import { laterVersion } from '#shared/domain/drops/drop-order.ts';
import { feedOf } from '#shared/domain/drops/sender.ts';
import { log } from '#shared/runtime/log.ts';
import type { Drop } from '#shared/tables/drop-item.ts';
import type { ReadFilePorts } from './ports.ts';

/**
 * Records what a person said that headings of a sender mean, and reads the file in hand again at once, with each file of
 * the sender of which no row could be read.
 */
export async function confirmHeadings(
  { bucket, scope, headings, by, at, file }: HeadingsConfirmed,
  { files, carryOn }: Pick<ReadFilePorts, 'files' | 'carryOn'>,
): Promise<void> {
  const confirmed = Object.entries(headings).map(([heading, column]) => ({ heading, column, by, at }));
  await files.confirmHeadings(scope, confirmed);
  const feed = feedOf(scope);
  const concerned = (await files.ofFeed(feed)).filter((drop) => isReadAgain(drop, { scope, at, file }));
  log('HEADINGS_CONFIRMED', { feed, count: concerned.length });
  await carryOn(
    concerned.map((drop) => ({ bucket, key: `${feed}/${drop.file}`, version: laterVersion(drop.version) })),
  );
}

/** A repeated message finds the drop that the first one began. */
const isReadAgain = (drop: Drop, { scope, at, file }: Pick<HeadingsConfirmed, 'scope' | 'at' | 'file'>): boolean =>
  scopesOf(drop.feed, drop.file).includes(scope) &&
  drop.startedAt < at &&
  (drop.file === file || (drop.state === 'unreadable' && drop.counts.read === 0));
