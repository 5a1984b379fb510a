import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
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
});
