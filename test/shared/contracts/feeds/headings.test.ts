import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { bestHeadings } from '#shared/contracts/feeds/heading.ts';
import { LAYOUTS } from '#shared/contracts/feeds/layouts.ts';

const layouts = Object.values(LAYOUTS).flat();

describe('headings', () => {
  it('every heading and alias names one column of its feed', () => {
    for (const { columns } of layouts) {
      const words = columns.flatMap(({ label, aliases }) => [label].concat(aliases));
      expect(new Set(words).size).toBe(words.length);
    }
  });

  it("every heading is in the officers' guide", () => {
    const guide = readFileSync(join(import.meta.dirname, '../../../../docs/huong-dan.md'), 'utf8');
    const [, table = ''] = /\| Loại dòng \|.*\n.*\n((?:\|.*\n)+)/u.exec(guide) ?? [];
    const written = table
      .trimEnd()
      .split('\n')
      .map((row) =>
        row
          .split('|')
          .slice(2, 4)
          .map((cell) => cell.trim()),
      );
    const labels = (required: boolean) =>
      layouts.map(({ columns }) =>
        columns
          .filter((one) => one.required === required)
          .map(({ label }) => label)
          .join(', '),
      );
    expect(written.map(([required]) => required)).toEqual(labels(true));
    expect(written.map(([, other]) => other)).toEqual(labels(false));
  });

  it.each([
    ['Mã số doanh nghiệp/MST', 'enterpriseCode'],
    ['MST (Mã số thuế)', 'enterpriseCode'],
    ['Mã DN - MSDN', 'enterpriseCode'],
    ['Tên DN / Tên công ty (*)', 'name'],
    ['Vốn ĐL', 'charterCapital'],
    ['Mã ngành chính', 'mainIndustryCode'],
  ])('two names of one column in a heading need no question: %s', (heading, key) => {
    const found = bestHeadings([heading], LAYOUTS.registrations.slice(0, 1));
    expect(found?.layout.columns.filter(({ at }) => found?.places[at] === 0).map((column) => column.key)).toEqual([
      key,
    ]);
    expect(found?.unknownColumns).toEqual([]);
  });

  it.each(['Ngày cấp/Ngày đăng ký', 'Điện thoại (Email)'])(
    'a heading that names two columns is not read by a guess: %s',
    (heading) => {
      expect(bestHeadings([heading], LAYOUTS.registrations)?.unknownColumns).toEqual([heading]);
    },
  );
});
