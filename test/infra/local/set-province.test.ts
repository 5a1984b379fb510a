import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '..', '..', '..');
const SAYS = `
  import { Worker } from 'node:worker_threads';
  const { HOME_PROVINCE } = await import('#shared/domain/vietnamese/home-province.ts');
  console.log(HOME_PROVINCE.name);
  new Worker(\`import('#shared/domain/vietnamese/home-province.ts').then(
    ({ HOME_PROVINCE }) => console.log('thread', HOME_PROVINCE.name))\`, { eval: true });
`;

/** A program that says for which province it runs, and a thread of it. */
const started = (province?: string) =>
  spawnSync(process.execPath, ['--import', './infra/local/set-province.mjs', '--input-type=module', '-e', SAYS], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, ...(province && { HAUKIEM_PROVINCE: province }) },
  });

describe('the province of a run', () => {
  it.each([
    ['hai-phong', 'Hải Phòng'],
    ['79', 'Hồ Chí Minh'],
    [undefined, 'Hưng Yên'],
  ])('%s is set before the program and each of its threads is loaded', (named, name) => {
    expect(started(named).stdout).toBe(`${name}\nthread ${name}\n`);
  });

  it('a province that does not exist ends the program with a sentence', () => {
    const { status, stderr } = started('nowhere');
    expect(status).toBe(2);
    expect(stderr).toContain('Không có tỉnh, thành phố “nowhere”');
  });
});
