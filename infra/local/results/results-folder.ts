import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rename, rm, rmdir, writeFile } from 'node:fs/promises';
import { dirname, join, sep } from 'node:path';
import * as z from 'zod';
import { UserFacingError } from '../failure-sentence.ts';

/** Lies in a results folder and names every file that a run of haukiem has put there, by its path with `/`. */
const LIST = '.haukiem-files.json';
const Listed = z.array(z.string());
/** Named in a refusal; the rest is counted. */
const MOST_NAMED = 3;

/**
 * Writes a run's results beside the folder first and then moves them in, so that a run that fails leaves the earlier
 * results whole. Of what lies in the folder it removes and replaces only what an earlier run listed as its own.
 * @param write writes everything into the folder that it is given
 * @throws {UserFacingError} where a result has the name of a file that somebody else has put there; the results stay beside it
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
  // Listed before they are moved: a run that is cut off here leaves nothing that the next one takes for a foreign file.
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
 * Says before a run whether its results could be put there.
 * @param names what every run leaves at the top of the folder
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
  // Paths of a list that somebody has changed cannot lead out of the folder.
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
