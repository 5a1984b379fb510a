import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';

const START = join(import.meta.dirname, '..', '..', 'infra', 'local', 'start.ts');

/** `npm start` in a process of its own, in that folder, with further environment variables. */
export function startRun(folder: string, args: readonly string[], variables: NodeJS.ProcessEnv = {}) {
  const child = spawn(process.execPath, [START, ...args], { cwd: folder, env: { ...process.env, ...variables } });
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  return { child, ended };
}

/**
 * The output of a run as soon as it contains the given words.
 * @throws the output, if the run ends without them
 */
export const says = (child: ChildProcess, words: string | RegExp) =>
  new Promise<string>((resolve, reject) => {
    let said = '';
    child.stderr?.setEncoding('utf8').on('data', (more: string) => {
      said += more;
      if (said.search(words) >= 0) resolve(said);
    });
    child.once('exit', () => reject(new Error(said)));
  });
