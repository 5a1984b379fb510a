import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import packageJson from '../../../package.json' with { type: 'json' };
import { temporaryFolder } from '#test/support/temporary-folder.ts';
import { type EmbeddedSystem, ROOT } from './embedded-system.ts';

/**
 * An operator's command (`npm run redrive -- …`) in a process of its own, with the file that `npm run deploy` makes of the
 * stack's output. @returns what it printed
 */
export function shellOf({ shell, output }: EmbeddedSystem) {
  const HAUKIEM_SYSTEM = join(temporaryFolder('deployed'), 'system.json');
  writeFileSync(HAUKIEM_SYSTEM, output('System'));
  const { PATH, NODE_COMPILE_CACHE } = process.env;
  const env = { PATH, NODE_COMPILE_CACHE, ...shell, HAUKIEM_SYSTEM };
  return async (command: 'redrive' | 'certificate', ...args: string[]): Promise<string> => {
    const script = / && node (\S+)$/u.exec(packageJson.scripts[command])?.[1];
    if (script === undefined) throw new Error(`${command} is run by ${packageJson.scripts[command]}`);
    const call = [join(ROOT, script), ...args];
    return (await promisify(execFile)(process.execPath, call, { cwd: ROOT, env })).stdout.trim();
  };
}
