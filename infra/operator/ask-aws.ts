import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Asks AWS by its command line, which the guide uses too, for what no installed client asks. @returns the JSON of the answer */
export async function askAws(words: readonly string[]): Promise<unknown> {
  const { stdout } = await run('aws', [...words, '--output', 'json'], { maxBuffer: 64 * 1024 * 1024 });
  return stdout.trim() === '' ? undefined : JSON.parse(stdout);
}
