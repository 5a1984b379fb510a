import { findInstitution } from '../vietnamese/financial-institution.ts';

/**
 * The bank that owns a folder of `accounts/`. A folder that names no bank of the list belongs to a bank that has no rows:
 * all are rejected there.
 */
export const bankOfFolder = (name: string): string => findInstitution(name)?.id ?? name;

/**
 * The sender of a file: its feed's first folder, or the feed itself for files that lie straight under it. A bank has one
 * sender, however its folder is written.
 * @param file the name under the feed
 */
export function senderOf(feed: string, file: string): string {
  const slash = file.indexOf('/');
  if (slash < 0) return feed;
  const folder = file.slice(0, slash);
  return `${feed}/${feed === 'accounts' ? bankOfFolder(folder) : folder}`;
}

/** The feed that a sender sends. */
export const feedOf = (sender: string): string => sender.split('/', 1)[0] ?? '';
