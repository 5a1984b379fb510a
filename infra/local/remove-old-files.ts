import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';

const A_DAY_MS = 86_400_000;

/** Removes what was written more than a day ago: a run leaves 15 MB of compiled code, and its log. */
export async function removeOldFiles(folder: string, now: Date): Promise<void> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  for (const entry of found.filter((one) => one.isFile())) {
    const file = join(entry.parentPath, entry.name);
    // A simultaneous run may remove it first
    const { mtimeMs } = await stat(file).catch(() => ({ mtimeMs: Infinity }));
    if (now.getTime() - mtimeMs > A_DAY_MS) await rm(file, { force: true });
  }
}
