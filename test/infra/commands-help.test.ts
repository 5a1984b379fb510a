import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import project from '../../package.json' with { type: 'json' };

const root = join(import.meta.dirname, '..', '..');
const run = promisify(execFile);
/** The programs of `npm run …`; `npm start` installs packages first, so its own program is called. */
const PROGRAMS = Object.entries(project.scripts).flatMap(([name, script]): [string, string[]][] => {
  if (name === 'start') return [['npm start', ['infra/local/start.ts']]];
  const program = /&& node (?:--expose-gc )?(\S.*)$/u.exec(script)?.[1];
  return program === undefined || ['api-docs', 'check'].includes(name) ? [] : [[`npm run ${name}`, program.split(' ')]];
});
/** What the operator's command does that has no name of its own. */
const OF_AN_OPERATOR = ['release', 'caller', 'certificate', 'export', 'rekey'].map((verb): [string, string[]] => [
  `npm run operate -- ${verb}`,
  ['infra/operator/operate.ts', verb],
]);

describe('each command', () => {
  it.concurrent.each([...PROGRAMS, ...OF_AN_OPERATOR])(
    '%s says with --help how it is called, in 80 columns',
    async (call, program) => {
      const { stdout, stderr } = await run(process.execPath, [...program, '--help'], { cwd: root });
      expect(stdout).toContain(call);
      expect(stdout.split('\n').filter((line) => line.length > 80)).toEqual([]);
      expect(stderr).toBe('');
    },
  );
});
