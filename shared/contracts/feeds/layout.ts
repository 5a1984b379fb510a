import type { Column } from './column.ts';
import type { FeedRecord, FeedSource, RowKind } from './feed-record.ts';
import type { RowReader } from './row-reader.ts';

/** How the rows of one kind are read. */
export interface Layout {
  readonly rows: RowKind;
  readonly columns: readonly Column[];
  /** Headings and keys that show a table to be of another kind, though it has all that this one needs. */
  readonly never?: readonly string[];
  /** The row's facts; none where the row noted a problem. */
  readonly read: (row: RowReader, source: FeedSource) => readonly FeedRecord[];
}
