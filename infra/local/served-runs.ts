import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { cacheFolder } from './cache-folder.ts';
import { UserFacingError } from './failure-sentence.ts';

/** Each served run keeps a file of its own while it lasts, so that the end of one takes nothing from another. */
const recordsFolder = (): string => join(cacheFolder(), 'served-runs');
const RECORD = /^(\d+)\.json$/u;

export const recordOfRun = (pid: number, folder = recordsFolder()): string => join(folder, `${pid}.json`);

/** Keeps what the commands of another terminal need of this process's run. @returns how it is forgotten */
export async function keepRecord(record: object, folder = recordsFolder()): Promise<() => Promise<void>> {
  await mkdir(folder, { recursive: true });
  await livingRuns(folder);
  const file = recordOfRun(process.pid, folder);
  await writeFile(file, JSON.stringify({ pid: process.pid, ...record }));
  return () => rm(file, { force: true });
}

/**
 * The file of the system that a command works on: the one that `HAUKIEM_SYSTEM` names, or that of the only served run.
 * Undefined where there is neither.
 * @throws {UserFacingError} where several runs are served: a command never guesses which one is meant
 */
export async function fileOfServedRun(
  environment: NodeJS.ProcessEnv,
  folder = recordsFolder(),
): Promise<string | undefined> {
  const named = environment['HAUKIEM_SYSTEM'];
  if (named !== undefined) return named;
  const files = (await livingRuns(folder)).map((pid) => recordOfRun(pid, folder));
  if (files.length > 1)
    throw new UserFacingError(
      `Có ${files.length} lần chạy đang phục vụ. Hãy đặt HAUKIEM_SYSTEM thành tệp của lần cần dùng: ${files.join(', ')}.`,
    );
  return files[0];
}

/** The processes whose runs are served. What a killed run left behind is taken away. */
async function livingRuns(folder: string): Promise<number[]> {
  const names = await readdir(folder).catch(() => []);
  const pids = names.flatMap((name) => RECORD.exec(name)?.[1] ?? []).map(Number);
  const dead = pids.filter((pid) => !isRunning(pid));
  await Promise.all(dead.map((pid) => rm(recordOfRun(pid, folder), { force: true })));
  return pids.filter((pid) => !dead.includes(pid));
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
