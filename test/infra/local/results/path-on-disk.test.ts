import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pathOnDisk } from '#infra/local/results/path-on-disk.ts';

/** Reads a name back from its path as the README explains. */
const readBack = (path: string) =>
  decodeURIComponent(path.replaceAll('%/', '').replaceAll(/%(?![0-9A-F]{2})/gu, '%25'));

const letters = fc.constantFrom(
  ...Array.from('ab.%/\\2FAế\u0000\n'),
  'e\u0302\u0301',
  '.json',
  '.rejected.csv',
  '%41',
  'x'.repeat(150),
);
const names = fc.array(letters, { minLength: 1, maxLength: 12 }).map((parts) => parts.join(''));

describe('a path on a disk', () => {
  it.each([
    '2024-07.csv',
    'Tháng 6 (bản sửa) + 100%.csv',
    '970418/tai-khoan.xlsx',
    '#coverage',
    'constructor',
    '__proto__',
  ])('a name that the file system can take is kept: %s', (name) => {
    expect(pathOnDisk(name)).toBe(name);
  });

  it.each([
    ['../../etc/passwd', '%2E%2E/%2E%2E/etc/passwd'],
    ['.', '%2E'],
    ['/a.csv', '%2Fa.csv'],
    ['a//b/', 'a/%2Fb%2F'],
    ['a%20b.csv', 'a%2520b.csv'],
    ['a\\b\u0001.csv', 'a%5Cb%01.csv'],
    ['a.csv.json/b.csv', 'a.csv%2Ejson/b.csv'],
    ['a.rejected.csv/b.csv', 'a%2Erejected.csv/b.csv'],
  ])('a name that the file system would read differently is encoded: %j', (name, path) => {
    expect(pathOnDisk(name)).toBe(path);
  });

  it('a name of 1,024 bytes is divided', () => {
    const name = 'ế'.repeat(340);
    const parts = pathOnDisk(name).split('/');
    expect(parts).toHaveLength(6);
    expect(Math.max(...parts.map((part) => Buffer.byteLength(part)))).toBeLessThanOrEqual(201);
    expect(readBack(pathOnDisk(name))).toBe(name);
  });

  it.each([false, true])(
    'a path is read back to its name, stays inside, and belongs to one name (strict: %s)',
    (strict) => {
      fc.assert(
        fc.property(names, names, (name, other) => {
          const path = pathOnDisk(name, strict);
          expect(readBack(path)).toBe(name);
          for (const part of path.split('/')) {
            expect(['', '.', '..']).not.toContain(part);
            expect(Buffer.byteLength(part)).toBeLessThanOrEqual(201);
          }
          if (strict) expect(path).toMatch(/^[a-z0-9._\-%/A-F]*$/u);
          if (name !== other) expect(pathOnDisk(other, strict)).not.toBe(path);
        }),
      );
    },
  );
});
