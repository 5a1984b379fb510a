import type { Readable } from 'node:stream';
import type { DroppedFile } from '#shared/contracts/file-arrived.ts';
import type { FeedEvent, FeedSource } from '#shared/contracts/feeds/feed-record.ts';
import { scopesOf } from '#shared/contracts/heading-mapping.ts';
import { versionIdOf } from '#shared/domain/drops/drop-order.ts';
import { NeverPossible } from '#shared/runtime/errors.ts';
import type { DropKey } from '#shared/tables/drop-item.ts';
import { type FileLocation, locateFile } from './locate-file.ts';
import type { ReadFilePorts } from './ports.ts';
import { readFeed } from './read-feed.ts';
import type { ReadingContext } from './rows/table-reader.ts';
import { sourceOf } from './source-of.ts';

/** A drop of the inbox, whose bytes are always those of its own version. */
export interface InboxDrop extends DropKey {
  readonly feed: FileLocation['folder'];
  readonly announced: DroppedFile;
  readonly location: FileLocation;
  readonly source: FeedSource;
  /** @throws {NeverPossible} where the object is gone */
  readonly bytes: () => Promise<Readable>;
  /** Its rows from the first one, as `readFeed` reads them. */
  readonly rows: (look: ReadingContext) => AsyncIterable<readonly FeedEvent[]>;
}

/** Undefined for an object that is no file of a feed. */
export function openDrop(
  announced: DroppedFile,
  ports: Pick<ReadFilePorts, 'open' | 'rulesClock' | 'now' | 'senders' | 'files'>,
): InboxDrop | undefined {
  const { bucket, key, version } = announced;
  const location = locateFile(key);
  if (!location) return undefined;
  const source = sourceOf(location, ports);
  const bytes = async () => {
    const body = await ports.open(bucket, key, versionIdOf(version));
    if (!body) throw new NeverPossible('object_gone');
    return body;
  };
  return {
    feed: location.folder,
    file: location.fileName,
    version,
    announced,
    location,
    source,
    bytes,
    async *rows(look) {
      const confirmed = await ports.files.confirmedHeadings(scopesOf(location.folder, location.fileName));
      const body = await bytes();
      try {
        yield* readFeed(body, { ...source, confirmed }, look);
      } finally {
        // An unread body would keep its connection open
        body.destroy();
      }
    },
  };
}
