import { utimesSync, writeFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { logOfLastRun, logOfNewRun } from '#infra/local/run-log.ts';
import { temporaryFolder } from '#test/support/temporary-folder.ts';

it('two runs have logs of their own, a command reads the one that began last, and none stays longer than a day', async () => {
  const folder = temporaryFolder('logs');
  await expect(logOfLastRun({}, folder)).rejects.toThrow(/Chưa có lần chạy/u);
  const first = await logOfNewRun({}, new Date('2026-12-03T05:00:00Z'), folder);
  writeFileSync(first, '');
  const second = await logOfNewRun({}, new Date('2026-12-03T05:00:01Z'), folder);
  writeFileSync(second, '');
  expect(second).not.toBe(first);
  expect(await logOfLastRun({}, folder)).toBe(second);
  const old = new Date('2026-12-01T00:00:00Z');
  for (const file of [first, second]) utimesSync(file, old, old);
  await logOfNewRun({}, new Date('2026-12-03T05:00:02Z'), folder);
  await expect(logOfLastRun({}, folder)).rejects.toThrow(/Chưa có lần chạy/u);
  expect(await logOfNewRun({ HAUKIEM_LOG: 'x.log' }, new Date(), folder)).toBe('x.log');
});
