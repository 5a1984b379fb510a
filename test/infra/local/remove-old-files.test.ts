import { mkdirSync, mkdtempSync, readdirSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { removeOldFiles } from '#infra/local/remove-old-files.ts';

it('removes files that are older than a day, and nothing where there is none', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'compiled-'));
  const inside = join(folder, 'v24');
  mkdirSync(inside);
  const now = new Date('2026-11-29T12:00:00Z');
  const hoursBefore = (hours: number) => new Date(now.getTime() - hours * 3_600_000);
  for (const hours of [1, 23, 25]) {
    writeFileSync(join(inside, `${hours}`), '');
    utimesSync(join(inside, `${hours}`), hoursBefore(hours), hoursBefore(hours));
  }
  await removeOldFiles(folder, now);
  await removeOldFiles(join(folder, 'absent'), now);
  expect(readdirSync(inside).sort()).toEqual(['1', '23']);
});
