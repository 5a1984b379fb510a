import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import project from '../../package.json' with { type: 'json' };

const root = join(import.meta.dirname, '..', '..');
const run = promisify(execFile);
/** The programs of `npm run …`; `npm start` installs packages first, so its own program is called. */
const PROGRAMS = Object.entries(project.scripts).flatMap(([name, script]) => {
  if (name === 'start') return [[name, 'infra/local/start.ts'] as const];
  const program = /&& node (?:--expose-gc )?(\S+)$/u.exec(script)?.[1];
  return program === undefined || name === 'api-docs' ? [] : [[name, program] as const];
});

describe('each command', () => {
  it.concurrent.each(PROGRAMS)('npm run %s -- --help says how it is called, in 80 columns', async (name, program) => {
    const { stdout, stderr } = await run(process.execPath, [program, '--help'], { cwd: root });
    const call = name === 'start' ? 'npm start' : `npm run ${name}`;
    expect(stdout).toContain(call);
    expect(stdout.split('\n').filter((line) => line.length > 80)).toEqual([]);
    expect(stderr).toBe('');
  });
});
