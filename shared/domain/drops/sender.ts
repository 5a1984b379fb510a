import { findInstitution } from '../vietnamese/financial-institution.ts';

const BIN = /^\d{6}$/u;

/**
 * The bank that owns a folder of `accounts/`. A folder named like a BIN belongs to that bank, also to one that is not
 * on the list: rows of other banks are rejected there.
 */
export const bankOfFolder = (name: string): string | undefined =>
  findInstitution(name)?.id ?? (BIN.test(name) ? name : undefined);

/**
 * The sender of a file: its feed's first folder, or the feed itself for files that lie straight under it. A bank has one
 * sender, however its folder is written.
 * @param file the name under the feed
 */
export function senderOf(feed: string, file: string): string {
  const slash = file.indexOf('/');
  if (slash < 0) return feed;
  const folder = file.slice(0, slash);
  return `${feed}/${(feed === 'accounts' ? bankOfFolder(folder) : undefined) ?? folder}`;
}

/** The feed that a sender sends. */
export const feedOf = (sender: string): string => sender.split('/', 1)[0] ?? '';
