import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '..', '..', '..');
const smoke = (...words: string[]) =>
  promisify(execFile)(process.execPath, [join(ROOT, 'infra', 'operator', 'operate.ts'), 'smoke', ...words], {
    cwd: ROOT,
  });

it('the sample goes through the whole system, which then holds nothing of it', async () => {
  const { stdout } = await smoke('--stage', 'local');
  const steps = stdout.split('\n').map((line) => line.replace(/^\d+ giây · /u, ''));
  expect(steps).toEqual([
    'haukiem-local chưa được triển khai: chạy thử trên máy này.',
    'Đã gửi 12 tệp mẫu.',
    'Đã có 29 thông báo, nơi nhận đã nhận đủ.',
    expect.stringMatching(/^Công an đã bỏ qua một doanh nghiệp: [2-9] thông báo đã rút, nơi nhận đã nhận đủ\.$/u),
    'Đã xuất 10 hồ sơ.',
    expect.stringMatching(/^Đã đưa bảng subscribers về lúc trước: [1-9]\d* mục\.$/u),
    expect.stringMatching(/^Sổ kiểm chứng khớp: [1-9]\d* mục\.$/u),
    expect.stringMatching(/^Đã dọn [1-9]\d* mục và tệp; chỉ sổ kiểm chứng còn ghi việc đã làm\.$/u),
    'Chạy thử xong, mọi bước đều đạt.',
    '',
  ]);
});

it('a stage with real data is refused', async () => {
  await expect(smoke('--stage', 'prod')).rejects.toMatchObject({
    code: 2,
    stdout: '',
    stderr: expect.stringContaining('có dữ liệu thật'),
  });
});
