import { accessSync, constants, mkdirSync, mkdtempSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The variable that names the folder in which Node keeps compiled code. */
export const COMPILE_CACHE = 'NODE_COMPILE_CACHE';

const OWN_CACHE = join(import.meta.dirname, '..', '..', '.cache');

/**
 * The folder for files that a run may make again, such as logs and the synthesised stack: `.cache` of the project, or one
 * of the user's own where the project can't be written, as in an installation that several people share.
 */
export function cacheFolder(preferred = OWN_CACHE, temporary = tmpdir()): string {
  return isOurs(preferred) ? preferred : ownFolderIn(temporary);
}

function ownFolderIn(temporary: string): string {
  const own = join(temporary, `haukiem-${process.getuid?.() ?? 'cache'}`);
  // Another person may have made a folder of that name, to read what is written there
  return isOurs(own) ? own : mkdtempSync(join(temporary, 'haukiem-'));
}

/** Whether the folder exists or could be made, can be written, and belongs to this user where the system has users. */
function isOurs(folder: string): boolean {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    accessSync(folder, constants.W_OK);
    return process.getuid === undefined || process.getuid() === 0 || statSync(folder).uid === process.getuid();
  } catch {
    return false;
  }
}
