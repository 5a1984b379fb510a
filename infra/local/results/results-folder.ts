import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rename, rm, rmdir, writeFile } from 'node:fs/promises';
import { dirname, join, sep } from 'node:path';
import * as z from 'zod';
import { UserFacingError } from '../failure-sentence.ts';

/** The name of the file in a results folder that lists every file that haukiem has written there, by its path with `/`. */
const LIST = '.haukiem-files.json';
const Listed = z.array(z.string());
/** The number of foreign files that a refusal names; the rest is counted. */
const MOST_NAMED = 3;

/**
 * Writes a run's results beside the folder first and then moves them in, so that a run that fails leaves the earlier
 * results whole. It removes and replaces only files of the folder that an earlier run listed as its own.
 * @param write writes everything into the given folder
 * @throws {UserFacingError} where a result has the name of a file that somebody else has put there; the results stay
 * beside it
 */
export async function replaceResults<T>(out: string, write: (folder: string) => Promise<T>): Promise<T> {
  await mkdir(out, { recursive: true });
  const fresh = await mkdtemp(join(out, '.haukiem-'));
  const written = await write(fresh);
  const files = await filesIn(fresh);
  const own = new Set(await listedIn(out));
  const foreign = files.filter((file) => !own.has(file) && existsSync(join(out, file)));
  if (foreign.length > 0)
    throw new UserFacingError(`${refusal(out, foreign)} Kết quả của lần chạy này nằm ở ${fresh}.`);
  // The files are listed before they are moved, so that after an interruption the next run does not take them for
  // foreign files.
  await writeFile(join(out, LIST), JSON.stringify([...new Set([...own, ...files])].sort(), null, 1));
  const gone = [...own].filter((file) => !files.includes(file));
  for (const file of gone) await removeFile(out, file);
  for (const file of files) {
    await mkdir(dirname(join(out, file)), { recursive: true });
    await rename(join(fresh, file), join(out, file));
  }
  await writeFile(join(out, LIST), JSON.stringify(files, null, 1));
  await rm(fresh, { recursive: true });
  return written;
}

/**
 * Checks before a run whether the folder can be written, so that a run of minutes does not end in vain. Nothing is left behind:
 * a folder that does not exist yet is tried in the nearest one that does.
 * @throws {UserFacingError} where this user may not write there, else the error of the file system
 */
export async function requireWritable(out: string): Promise<void> {
  let nearest = out;
  while (!existsSync(nearest)) nearest = dirname(nearest);
  try {
    await rmdir(await mkdtemp(join(nearest, '.haukiem-')));
  } catch (error) {
    if (!isForbidden(error)) throw error;
    throw new UserFacingError(
      `Không có quyền ghi vào thư mục kết quả ${out}. Hãy chọn thư mục khác bằng --out, hoặc đổi quyền của ${nearest}.`,
    );
  }
}

const isForbidden = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && ['EACCES', 'EPERM', 'EROFS'].includes(String(error.code));

/**
 * Checks before a run whether its results can be written into the folder. @param names the files that every run writes
 * at the top of the folder
 * @throws {UserFacingError}
 */
export async function refuseForeignFiles(out: string, names: readonly string[]): Promise<void> {
  const own = await listedIn(out);
  const isOwn = (name: string) => own.some((file) => file === name || file.startsWith(`${name}/`));
  const foreign = names.filter((name) => existsSync(join(out, name)) && !isOwn(name));
  if (foreign.length > 0) throw new UserFacingError(refusal(out, foreign));
}

const refusal = (out: string, foreign: readonly string[]): string => {
  const named = foreign.slice(0, MOST_NAMED).join(', ');
  const more = foreign.length > MOST_NAMED ? ` và ${foreign.length - MOST_NAMED} tệp khác` : '';
  return `Thư mục ${out} có sẵn ${named}${more}, không phải do haukiem ghi, nên không ghi đè. Hãy chọn thư mục khác bằng --out.`;
};

async function listedIn(out: string): Promise<readonly string[]> {
  const text = await readFile(join(out, LIST), 'utf8').catch(() => '[]');
  const listed = Listed.safeParse(parseList(text));
  // Paths that lead out of the folder are left out, because somebody may have changed the list.
  return listed.success ? listed.data.filter((file) => !file.split('/').includes('..') && !file.startsWith('/')) : [];
}

function parseList(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return [];
  }
}

async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll(sep, '/'),
    )
    .sort();
}

/** Removes a file, and the folders that are empty without it. */
async function removeFile(out: string, file: string): Promise<void> {
  await rm(join(out, file), { force: true });
  for (let folder = dirname(file); folder !== '.'; folder = dirname(folder)) {
    const emptied = await rmdir(join(out, folder)).then(
      () => true,
      () => false,
    );
    if (!emptied) return;
  }
}
