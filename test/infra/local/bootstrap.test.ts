import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { ROOT } from '#test/infra/synthesised.ts';
import { temporaryFolder } from '#test/support/temporary-folder.ts';

/** An installation that takes a while, counts itself, and begins by removing what another one has written. */
const NPM = `
import { appendFileSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
appendFileSync('installations', 'x');
rmSync('node_modules', { recursive: true, force: true });
await new Promise((resolve) => setTimeout(resolve, 700));
mkdirSync('node_modules');
writeFileSync('node_modules/.package-lock.json', '');
`;

it('three first runs at once install the packages once, and each of them starts, also after one that was killed', async () => {
  const folder = temporaryFolder('first-runs');
  cpSync(join(ROOT, 'infra', 'local', 'bootstrap.mjs'), join(folder, 'infra', 'local', 'bootstrap.mjs'));
  cpSync(join(ROOT, 'infra', 'local', 'require-node-24.mjs'), join(folder, 'infra', 'local', 'require-node-24.mjs'));
  writeFileSync(join(folder, 'infra', 'local', 'start.ts'), "console.log('started');");
  writeFileSync(join(folder, 'npm.mjs'), NPM);
  writeFileSync(join(folder, 'package-lock.json'), '{}');
  mkdirSync(join(folder, '.cache'));
  const noProcess = 2 ** 30;
  writeFileSync(join(folder, '.cache', 'installing'), String(noProcess));

  const env = { ...process.env, npm_execpath: join(folder, 'npm.mjs') };
  const start = () => promisify(execFile)(process.execPath, ['infra/local/bootstrap.mjs'], { cwd: folder, env });
  const runs = await Promise.all([start(), start(), start()]);
  expect(runs.map(({ stdout }) => stdout.trim())).toEqual(['started', 'started', 'started']);
  expect(readFileSync(join(folder, 'installations'), 'utf8')).toBe('x');
});
