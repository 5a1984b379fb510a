import { describe, expect, it } from 'vitest';
import { parseReleaseArguments, releaseEntry } from '#infra/operator/release.ts';

describe('npm run operate -- release', () => {
  it('npm run operate -- release names the file, the person and the reason', () => {
    expect(
      parseReleaseArguments([
        '--file',
        'accounts/a.xlsx',
        '--by',
        'tổ trực 0987 654 321',
        '--why',
        'đã hỏi 0912 345 678',
      ]),
    ).toEqual({
      key: 'accounts/a.xlsx',
      release: { use: 'readable', by: 'tổ trực ****4321', why: 'đã hỏi ****5678' },
    });
    const left = parseReleaseArguments(['--file', 'a/b.csv', '--by', 'tổ trực', '--why', 'gửi nhầm', '--leave-out']);
    expect(left?.release.use).toBe('none');
    const call = ['--file', 'a/b.csv', '--by', 'tổ trực', '--why', 'gửi nhầm', '--only-last'];
    expect(parseReleaseArguments(call)?.release.use).toBe('alone');
    expect(parseReleaseArguments([...call, '--leave-out'])).toBeUndefined();
  });

  it('npm run operate -- release does nothing without a name and a reason', () => {
    expect(parseReleaseArguments(['--file', 'accounts/a.xlsx', '--by', 'tổ trực'])).toBeUndefined();
    expect(parseReleaseArguments(['--by', 'tổ trực', '--why', 'đã hỏi'])).toBeUndefined();
  });

  it('the log records a release by command without the file’s name', () => {
    const release = { use: 'none', by: 'tổ trực', why: 'gửi nhầm' } as const;
    const entry = releaseEntry({ key: 'accounts/033085000123.csv', release }, new Date(0));
    expect(entry).toMatchObject({ kind: 'file-released', by: 'operator', says: { feed: 'accounts', use: 'none' } });
    expect(JSON.stringify(entry)).not.toMatch(/033085000123|tổ trực/u);
  });
});
