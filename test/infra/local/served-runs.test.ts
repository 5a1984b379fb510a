import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { beforeEach, describe, expect, it } from 'vitest';
import { keepRecord, recordOfRun, fileOfServedRun } from '#infra/local/served-runs.ts';
import { temporaryFolder } from '#test/support/temporary-folder.ts';

describe('the records of served runs', () => {
  let folder: string;
  beforeEach(() => {
    folder = temporaryFolder('served-runs');
  });
  const another = () => {
    const file = recordOfRun(process.ppid, folder);
    writeFileSync(file, '{}');
    return file;
  };

  it('a command finds the only run that is served, and nothing where none is', async () => {
    expect(await fileOfServedRun({}, folder)).toBeUndefined();
    const forget = await keepRecord({ api: 'http://127.0.0.1:8080' }, folder);
    const file = (await fileOfServedRun({}, folder)) ?? '';
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual({ pid: process.pid, api: 'http://127.0.0.1:8080' });
    await forget();
    expect(await fileOfServedRun({}, folder)).toBeUndefined();
  });

  it('the end of one run leaves the record of another', async () => {
    const other = another();
    const forget = await keepRecord({}, folder);
    await forget();
    expect(existsSync(other)).toBe(true);
    expect(await fileOfServedRun({}, folder)).toBe(other);
  });

  it('a command uses only the one of several runs that its arguments name', async () => {
    const other = another();
    await keepRecord({}, folder);
    await expect(fileOfServedRun({}, folder)).rejects.toThrow(/Có 2 lần chạy .*HAUKIEM_SYSTEM/u);
    expect(await fileOfServedRun({ HAUKIEM_SYSTEM: other }, folder)).toBe(other);
  });

  it('a run that was killed counts for nothing', async () => {
    const dead = recordOfRun(2_147_483_646, folder);
    writeFileSync(dead, '{}');
    expect(await fileOfServedRun({}, folder)).toBeUndefined();
    expect(existsSync(dead)).toBe(false);
  });
});
