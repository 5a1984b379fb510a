import { describe, expect, it } from 'vitest';
import { LAYOUTS } from '#shared/contracts/feeds/layouts.ts';

describe('headings', () => {
  it('name one column each, by every word for it', () => {
    for (const layouts of Object.values(LAYOUTS)) {
      for (const { columns } of layouts) {
        const words = columns.flatMap(({ label, aliases }) => [label].concat(aliases));
        expect(new Set(words).size).toBe(words.length);
      }
    }
  });
});
