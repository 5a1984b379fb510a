import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { says, startRun } from '#test/support/started-run.ts';
import { temporaryFolder } from '#test/support/temporary-folder.ts';

const folder = temporaryFolder('start');
mkdirSync(join(folder, 'subscribers'));
writeFileSync(join(folder, 'subscribers', 'a.csv'), 'Số điện thoại,Số giấy tờ chủ thuê bao\n0912345678,001090000001\n');

const start = (...args: string[]) => startRun(folder, args);
const childrenOf = (pid: number | undefined) =>
  readdirSync('/proc').filter((name) => {
    if (!/^\d+$/u.test(name)) return false;
    try {
      return readFileSync(`/proc/${name}/stat`, 'utf8').split(') ')[1]?.split(' ')[1] === String(pid);
    } catch {
      return false;
    }
  });

describe('npm start', () => {
  it('npm start ends with 2 and a sentence for a wrong call', async () => {
    const { child, ended } = start('--inbox', 'nowhere');
    await says(child, 'Không thấy thư mục');
    expect(await ended).toBe(2);
  });
  it('npm start prints how it is called, in Vietnamese, on --help', async () => {
    const { child, ended } = start('--help');
    let said = '';
    child.stdout?.setEncoding('utf8').on('data', (text: string) => (said += text));
    expect(await ended).toBe(0);
    expect(said).toContain('--inbox THƯ_MỤC');
  });
  it('npm start ends with 1 and a sentence before the run if the results folder contains files of somebody else', async () => {
    mkdirSync(join(folder, 'mine', 'receipts'), { recursive: true });
    const { child, ended } = start('--inbox', folder, '--out', 'mine');
    await says(child, 'không phải do haukiem ghi');
    expect(await ended).toBe(1);
  });
  it('npm start ends with 1 and a sentence before the run if the results folder cannot be written', async () => {
    writeFileSync(join(folder, 'a-file'), '');
    const { child, ended } = start('--inbox', folder, '--out', join('a-file', 'out'));
    let said = '';
    child.stderr?.on('data', (text: Buffer) => (said += text.toString()));
    await says(child, 'Cần một thư mục, nhưng đường dẫn là tệp.');
    expect(await ended).toBe(1);
    expect(said).not.toContain('Khởi động');
    expect(readFileSync(join(folder, 'a-file'), 'utf8')).toBe('');
  });
  it('npm start ends by itself with 0 when its results are written', async () => {
    const { child, ended } = start('--inbox', folder, '--out', 'whole', '--as-of', '2025-12-31');
    await says(child, 'Ghi kết quả');
    expect(await ended).toBe(0);
    expect(JSON.parse(readFileSync(join(folder, 'whole', 'summary.json'), 'utf8'))).toMatchObject({ parked: 0 });
  });
  it.each([
    ['SIGINT', 'Khởi động'],
    ['SIGTERM', 'Nạp'],
  ] as const)('npm start stops at once on %s with 130 and leaves no process behind', async (signal, when) => {
    const { child, ended } = start('--inbox', folder, '--out', 'out', '--as-of', '2025-12-31');
    await says(child, when);
    const children = childrenOf(child.pid);
    let after = '';
    child.stderr?.on('data', (text: string) => (after += text));
    child.kill(signal);
    expect(await ended).toBe(130);
    expect(after).not.toMatch(/Bước|Ghi kết quả/u);
    expect(existsSync(join(folder, 'out', 'summary.json'))).toBe(false);
    await expect.poll(() => children.filter((pid) => childrenOf(1).includes(pid))).toEqual([]);
  });
});
