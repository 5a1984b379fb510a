import type { Attributes } from './twins/expressions.ts';

type Version = (item: Attributes) => unknown;

/**
 * The attributes by which a writer tests that an item is unchanged since it was read, for tables whose items several
 * functions write.
 */
const VERSIONS: Readonly<Record<string, Version>> = {
  Notices: ({ sequence, handlingStatus }) => [sequence, handlingStatus],
  Deliveries: ({ revision }) => revision,
  Links: ({ revision }) => revision,
  Files: ({ version, counts, state, revision }) => [
    version,
    (counts as { read?: number } | undefined)?.read,
    state,
    revision,
  ],
  Replies: ({ lastId, fingerprint }) => [lastId, fingerprint],
  Tasks: ({ revision }) => revision,
  Reviews: ({ revision }) => revision,
  Log: ({ size, attempt }) => [size, attempt],
};

/**
 * @param kind of the table
 * @param read the item as its writer has read it
 * @param standing the item as it stands
 * @returns whether a write of the whole item would undo what somebody else wrote since
 */
export function isOverwritten(kind: string, read: Attributes | undefined, standing: Attributes | undefined): boolean {
  const version = VERSIONS[kind];
  if (!version || !standing) return false;
  return !read || JSON.stringify(version(read)) !== JSON.stringify(version(standing));
}

/** The tables from which a reader deletes facts of an earlier drop of its file. */
export const OF_ROWS = new Set(['Companies', 'Accounts', 'PoliceRecords']);

/** Whether a deleted fact was written by another file or another drop since it was read. */
export function isTakenFromAnother(
  kind: string,
  read: Attributes | undefined,
  standing: Attributes | undefined,
): boolean {
  if (!OF_ROWS.has(kind) || !standing) return false;
  const told = (item: Attributes | undefined) => {
    const { file, version } = (item?.['from'] ?? {}) as { file?: string; version?: string };
    return `${file} ${version}`;
  };
  return told(read) !== told(standing);
}
