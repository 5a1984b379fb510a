import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { FEED_FOLDERS } from '#shared/contracts/feeds/feed-record.ts';

export interface Inbox {
  /** Paths under the inbox, with `/`, sorted: the keys of the objects. */
  readonly files: readonly string[];
  /** What is neither a feed nor in one, and hidden files such as `.DS_Store`. */
  readonly leftAlone: readonly string[];
}

/** An object's key has so many bytes at most: a longer path can't be dropped. */
const LONGEST_KEY = 1024;

/** Looks through the six feeds' folders, subfolders (`accounts/<BIN>/`) too. A link counts as what it points to, and one that points nowhere is left alone, like a path that is too long for a key. */
export async function findFiles(inbox: string): Promise<Inbox> {
  const feeds = new Set<string>(FEED_FOLDERS);
  const files: string[] = [];
  const leftAlone: string[] = [];
  const walk = async (folder: string) => {
    for (const name of (await readdir(join(inbox, folder))).sort()) {
      const path = folder === '' ? name : `${folder}/${name}`;
      const found = await stat(join(inbox, path)).catch(() => undefined);
      const isFolder = found?.isDirectory() ?? false;
      const fits = Buffer.byteLength(path) <= LONGEST_KEY;
      const isOurs = folder === '' ? isFolder && feeds.has(name) : !name.startsWith('.') && found !== undefined && fits;
      if (!isOurs) leftAlone.push(isFolder ? `${path}/` : path);
      else if (isFolder) await walk(path);
      else files.push(path);
    }
  };
  await walk('');
  return { files, leftAlone };
}
