import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';

/** The folder of a test run whose sources do not change meanwhile. */
export const RUN_FOLDER = 'HAUKIEM_TEST_RUN';

/**
 * What a test run computes once for all its workers: the first one leaves it in the folder of the run.
 * @param name of a file; the same for the same value
 */
export async function onceARun<T>(name: string, compute: () => Promise<T>): Promise<T> {
  const folder = process.env[RUN_FOLDER];
  if (folder === undefined) return compute();
  const file = join(folder, name);
  if (existsSync(file)) return deserialize(readFileSync(file)) as T;
  const value = await compute();
  // A file under its own name is whole
  const beginning = `${file}.${process.pid}`;
  writeFileSync(beginning, serialize(value));
  renameSync(beginning, file);
  return value;
}
