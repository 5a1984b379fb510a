import { mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { cacheFolder } from './cache-folder.ts';
import { UserFacingError } from './failure-sentence.ts';
import { removeOldFiles } from './remove-old-files.ts';

const logsFolder = (): string => join(cacheFolder(), 'logs');

/**
 * The file for the functions' log of a run that begins: the one that `HAUKIEM_LOG` names, else one of its own, so that two
 * runs at once do not write over each other's lines.
 */
export async function logOfNewRun(environment: NodeJS.ProcessEnv, now: Date, folder = logsFolder()): Promise<string> {
  await mkdir(folder, { recursive: true });
  await removeOldFiles(folder, now);
  return environment['HAUKIEM_LOG'] ?? join(folder, `${now.toISOString().replaceAll(':', '-')}-${process.pid}.log`);
}

/**
 * The log that `HAUKIEM_LOG` names, else that of the run that began last.
 * @throws {UserFacingError} where none is kept
 */
export async function logOfLastRun(environment: NodeJS.ProcessEnv, folder = logsFolder()): Promise<string> {
  const named = environment['HAUKIEM_LOG'];
  if (named !== undefined) return named;
  const last = (await readdir(folder).catch((): string[] => [])).sort().at(-1);
  if (last === undefined) throw new UserFacingError('Chưa có lần chạy nào trên máy này trong một ngày qua.');
  return join(folder, last);
}
