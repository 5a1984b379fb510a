import type { Column } from './column.ts';
import type { FeedRecord, FeedSource, RowKind } from './feed-record.ts';
import type { RowReader } from './row-reader.ts';

/** A description of how rows of one kind are read. */
export interface Layout {
  readonly rows: RowKind;
  readonly columns: readonly Column[];
  /** Headings and keys that show a table to be of another kind even where it has all columns that this kind needs. */
  readonly never?: readonly string[];
  /** What such a table leaves open although it is whole, in a sentence for its sender. */
  readonly asks?: string;
  /** Reads the row's facts; there are none where the row reader noted a problem. */
  readonly read: (row: RowReader, source: FeedSource) => readonly FeedRecord[];
}
