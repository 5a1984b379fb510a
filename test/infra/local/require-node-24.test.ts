import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';

const ROOT = join(import.meta.dirname, '..', '..', '..');
const GUARD = 'infra/local/require-node-24.mjs';
const { scripts } = z
  .object({ scripts: z.record(z.string(), z.string()) })
  .parse(JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')));

describe('commands on an old Node', () => {
  it('a command on an old Node ends with one sentence that names the version it needs', () => {
    const old = "Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '20.20.2' } })";
    const preload = `data:text/javascript,${encodeURIComponent(old)}`;
    const { status, stderr } = spawnSync(process.execPath, ['--import', preload, GUARD], {
      cwd: ROOT,
      encoding: 'utf8',
    });
    expect(status).toBe(1);
    expect(stderr.trim()).toMatch(/^Máy này \(\S+ \S+\) cần cài Node 24 trở lên[^\n]*hiện có Node 20\.20\.2\.$/u);
  });

  it('every script that runs TypeScript checks the version of Node first', () => {
    const unguarded = Object.entries(scripts).filter(
      ([name, command]) =>
        /node (?:--\S+ )*\S+\.ts/u.test(command) &&
        !command.startsWith(`node ${GUARD} && `) &&
        !name.startsWith('check'),
    );
    expect(unguarded).toEqual([]);
  });
});
