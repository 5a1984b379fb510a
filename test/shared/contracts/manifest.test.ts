import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matchesPattern } from '#shared/contracts/manifest-file.ts';
import { readManifest } from '#shared/contracts/manifest.ts';

const read = (covers: unknown, folder: 'activities' | 'accounts' | 'identities' = 'activities') =>
  readManifest(JSON.stringify({ covers }), folder);

describe('the manifest of a sender', () => {
  it('a manifest may have its days in either order, and concerns only the listed companies unless it states all', () => {
    const stated = {
      file: '2025-*.csv',
      kinds: ['TO_KHAI_THUE'],
      from: '01/01/2025',
      to: '2025-12-31',
      offices: ['Thái Thụy'],
    };
    expect(read([stated])).toEqual({
      ok: true,
      covers: [{ ...stated, from: '2025-01-01', population: 'listed' }],
      mapped: [],
    });
    expect(read([{ file: '*', population: 'all' }], 'identities')).toMatchObject({ covers: [{ population: 'all' }] });
  });

  it.each([
    ['{"covers": [', /không phải JSON đọc được/u],
    ['{"covers": [{"file": "a.csv", "population": "listed", "population": "all"}]}', /có khóa viết hai lần/u],
    ['[]', /còn thiếu hoặc không đúng cấu trúc/u],
    ['{"covers": {}}', /“covers” phải là danh sách/u],
    [
      '{"covers": [{"file": "a.csv", "form": "2025-01-01"}]}',
      /ở mục 1 có khóa không dùng \(chỉ nhận: file, kinds, from/u,
    ],
    [
      '{"Trần Thị Lụa 033085771234": 1, "covers": []}',
      /manifest\.json có khóa không dùng \(chỉ nhận: covers, mapping\)\./u,
    ],
    ['{"covers": [{"file": "a.csv", "from": "31/02/2025"}]}', /ở mục 1 “from” không phải một ngày có thật/u],
    ['{"covers": [{"file": "a.csv", "from": "2025-02-01", "to": "2025-01-01"}]}', /“to” ở trước “from”/u],
    ['{"covers": [{"file": "a.csv", "kinds": ["THUE"]}]}', /“kinds” chỉ nhận: GOP_VON, TO_KHAI_THUE/u],
    ['{"covers": [{"file": "a.csv", "population": "everybody"}]}', /“population” chỉ nhận: all, listed/u],
    ['{"covers": [{"kinds": []}]}', /“file” phải là chữ/u],
  ])('a bad manifest is refused with one sentence: %s', (json, sentence) => {
    const manifest = readManifest(json, 'activities');
    expect(manifest).toMatchObject({ ok: false });
    expect(manifest.ok ? '' : manifest.message).toMatch(sentence);
    expect(manifest.ok ? '' : manifest.message).not.toMatch(/expected|Invalid|Lụa|1234/u);
  });

  it('a manifest of a sender that may send some kinds only states nothing about the others', () => {
    const own = new Set(['KIEM_TRA_TRU_SO', 'BHXH'] as const);
    const of = (covers: unknown) => readManifest(JSON.stringify({ covers }), 'activities', own);
    expect(of([{ file: '*', kinds: ['BHXH'] }])).toMatchObject({ covers: [{ kinds: ['BHXH'] }] });
    expect(of([{ file: '*', population: 'all' }])).toMatchObject({ covers: [{ kinds: ['BHXH', 'KIEM_TRA_TRU_SO'] }] });
    const other = of([{ file: '*', kinds: ['TO_KHAI_THUE'] }]);
    expect(other.ok ? '' : other.message).toMatch(/“kinds” chỉ nhận: BHXH, KIEM_TRA_TRU_SO\./u);
  });

  it('a manifest with any content never makes the reader throw', () => {
    fc.assert(fc.property(fc.json(), (json) => typeof readManifest(json, 'accounts').ok === 'boolean'));
  });
});

describe('a pattern of file names', () => {
  it('a pattern of file names has a sign for any characters, and one for a single character', () => {
    expect(matchesPattern('2025-*.csv', '2025-01.CSV')).toBe(true);
    expect(matchesPattern('2025-??.csv', '2025-1.csv')).toBe(false);
    expect(matchesPattern('*', '')).toBe(true);
    expect(matchesPattern('a*b*c', 'aXbXbc')).toBe(true);
    expect(matchesPattern('a.c', 'abc')).toBe(false);
  });

  it('a pattern of file names is matched in linear time', () => {
    const before = process.cpuUsage();
    expect(matchesPattern(`${'a*'.repeat(90)}b`, 'a'.repeat(1000))).toBe(false);
    expect(process.cpuUsage(before).user).toBeLessThan(1_000_000);
  });
});
