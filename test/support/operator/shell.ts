import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import packageJson from '../../../package.json' with { type: 'json' };
import { type EmbeddedSystem, ROOT } from './embedded-system.ts';

/** `DELIVERIES_QUEUE_URL` is the output `DeliveriesQueueUrl`. */
const outputOf = (variable: string) =>
  variable.toLowerCase().replaceAll(/(?:^|_)(\w)/gu, (_, letter: string) => letter.toUpperCase());

/**
 * An operator's command (`npm run redrive -- …`) in a process of its own, with the variables that docs/operations.md sets from the
 * stack's outputs. @returns what it printed
 */
export function shellOf({ shell, output }: EmbeddedSystem, notified: string) {
  const variables = [...notified.matchAll(/`([A-Z]+(?:_[A-Z]+)+)`/gu)].map(([, name = '']) => [
    name,
    output(outputOf(name)),
  ]);
  const { PATH, NODE_COMPILE_CACHE } = process.env;
  const env = { PATH, NODE_COMPILE_CACHE, ...shell, ...Object.fromEntries(variables) };
  return async (command: 'redrive' | 'certificate', ...args: string[]): Promise<string> => {
    const script = / && node (\S+)$/u.exec(packageJson.scripts[command])?.[1];
    if (script === undefined) throw new Error(`${command} is run by ${packageJson.scripts[command]}`);
    const call = [join(ROOT, script), ...args];
    return (await promisify(execFile)(process.execPath, call, { cwd: ROOT, env })).stdout.trim();
  };
}
