import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { temporaryFolder } from '#test/support/temporary-folder.ts';

const folder = temporaryFolder('alert');
afterAll(() => rmSync(folder, { recursive: true }));

// The benchmark runs in its own process, because it replaces the clock and the SDK
it('a bank’s report, and a day or week of its flows, lead to a verdict within a minute, where it flags to a flag two minutes later, and to notices a quarter of an hour after that', () => {
  const json = join(folder, 'figures.json');
  execFileSync(process.execPath, [join(import.meta.dirname, 'run.ts'), 'alert-path', '--json', json], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const { day, week, report } = JSON.parse(readFileSync(json, 'utf8'))['alert-path'];
  for (const { toVerdict, fromThereToBank } of [day, week, report]) {
    expect(toVerdict).toBeGreaterThan(0);
    expect(toVerdict).toBeLessThan(1);
    expect(fromThereToBank).toBeGreaterThanOrEqual(15);
    expect(fromThereToBank).toBeLessThan(15.2);
  }
  for (const { toFlag, fromThereToPolice } of [day, week]) {
    // All evidence is of one bank, so the flag waits until a survey has counted the companies that lean on it
    expect(toFlag).toBeLessThan(3);
    expect(fromThereToPolice).toBeGreaterThanOrEqual(15);
    expect(fromThereToPolice).toBeLessThan(15.2);
  }
});
