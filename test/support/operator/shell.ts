import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { temporaryFolder } from '#test/support/temporary-folder.ts';
import { type EmbeddedSystem, ROOT } from './embedded-system.ts';

/**
 * An operator's command (`npm run operate -- redrive …`) in a process of its own, with the file that `npm run deploy` makes of the
 * stack's output. @returns what it printed
 */
export function shellOf({ shell, output }: EmbeddedSystem) {
  const HAUKIEM_SYSTEM = join(temporaryFolder('deployed'), 'system.json');
  writeFileSync(HAUKIEM_SYSTEM, output('System'));
  const { PATH, NODE_COMPILE_CACHE } = process.env;
  const env = { PATH, NODE_COMPILE_CACHE, ...shell, HAUKIEM_SYSTEM };
  return async (command: 'redrive' | 'certificate', ...args: string[]): Promise<string> => {
    const call = [join(ROOT, 'infra/operator/operate.ts'), command, ...args];
    return (await promisify(execFile)(process.execPath, call, { cwd: ROOT, env })).stdout.trim();
  };
}
