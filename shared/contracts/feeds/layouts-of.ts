import type { FeedFolder, FeedSource } from './feed-record.ts';
import { columnNamed } from './heading.ts';
import type { Layout } from './layout.ts';
import { LAYOUTS } from './layouts.ts';

/** The kinds of rows of a source's folder, with the headings that a person has confirmed for its sender. */
export function layoutsOf({ folder, confirmed = [] }: Pick<FeedSource, 'folder' | 'confirmed'>): readonly Layout[] {
  if (confirmed.length === 0) return LAYOUTS[folder];
  return LAYOUTS[folder].map((layout) => {
    const meant = Map.groupBy(confirmed, ({ column }) => columnNamed(layout, column));
    const columns = layout.columns.map((column) => ({ ...column, confirmed: meant.get(column) }));
    return { ...layout, columns };
  });
}

/** Whether a text is the heading or the key of a column of the folder. */
export const isColumnOf = (folder: FeedFolder, name: string): boolean =>
  LAYOUTS[folder].some((layout) => columnNamed(layout, name) !== undefined);

/** The headings of a folder's columns, each once. */
export const columnsOf = (folder: FeedFolder): readonly string[] => [
  ...new Set(LAYOUTS[folder].flatMap(({ columns }) => columns.map(({ label }) => label))),
];
