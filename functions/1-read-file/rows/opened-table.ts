import type { FeedEvent } from '#shared/contracts/feeds/feed-record.ts';
import type { Headings } from '#shared/contracts/feeds/heading.ts';
import { mayStandForColumns } from '#shared/contracts/feeds/unread-columns.ts';

/** Tells what a table with these headings has and lacks. */
export function openedTable({ layout, places, unknownColumns, confirmed }: Headings): FeedEvent {
  const lacking = mayStandForColumns(unknownColumns) ? layout.columns.filter(({ at }) => places[at] === -1) : [];
  return {
    type: 'opened',
    rows: layout.rows,
    unknownColumns,
    lacking,
    skippedSheets: [],
    confirmed,
    asks: layout.asks,
  };
}
