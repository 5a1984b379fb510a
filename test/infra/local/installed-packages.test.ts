import { spawnSync } from 'node:child_process';
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { ROOT } from '#test/infra/synthesised.ts';
import { temporaryFolder } from '#test/support/temporary-folder.ts';

/** npm writes the number as a sentence or as JSON. */
const ADDED = /added(?:": | )(\d+)/u;
const WORKSPACE = 'test/bench/rival-libraries/package.json';

/** The environment without the settings that npm hands to a script it runs, among them those of our own `.npmrc`. */
function withoutSettingsOfNpm(): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^npm_config_/iu.test(name)));
}

/** The number of packages that `npm ci` would install in a folder that has only the files of the lockfile. */
function packagesWith(environment: Readonly<Record<string, string>>, files: readonly string[]): number {
  const folder = temporaryFolder('install');
  for (const file of files) cpSync(join(ROOT, file), join(folder, file), { recursive: true });
  const { stdout } = spawnSync('npm', ['ci', '--dry-run', '--offline'], {
    cwd: folder,
    env: {
      ...withoutSettingsOfNpm(),
      npm_config_cache: join(folder, 'cache'),
      npm_config_userconfig: join(folder, 'none'),
      ...environment,
    },
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  return Number(ADDED.exec(stdout)?.[1]);
}

it('an installation has all packages, also where the machine leaves out those of developers', () => {
  const files = ['package.json', 'package-lock.json', WORKSPACE];
  const all = packagesWith({ NODE_ENV: 'test' }, files);
  const omitting = { NODE_ENV: 'production', npm_config_omit: 'dev' };
  expect(packagesWith(omitting, files)).toBeLessThan(all);
  expect(packagesWith(omitting, [...files, '.npmrc'])).toBe(all);
});
