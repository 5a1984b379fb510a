import { describe, expect, it, vi } from 'vitest';
import { rememberedByWord } from '#shared/domain/vietnamese/text/legacy-fonts.ts';

describe('a computation that is remembered by word', () => {
  it('computes a word once, also where its result is no', () => {
    const compute = vi.fn((word: string) => word.startsWith('a'));
    const remembered = rememberedByWord(compute);
    expect(['an', 'ba', 'an', 'ba'].map(remembered)).toEqual([true, false, true, false]);
    expect(compute).toHaveBeenCalledTimes(2);
  });

  it('computes a long word each time', () => {
    const compute = vi.fn((word: string) => `${word}!`);
    const remembered = rememberedByWord(compute);
    expect(['thirteensigns', 'thirteensigns'].map(remembered)).toEqual(['thirteensigns!', 'thirteensigns!']);
    expect(compute).toHaveBeenCalledTimes(2);
  });

  it('forgets words where too many others have come', () => {
    const compute = vi.fn((word: string) => word.toUpperCase());
    const remembered = rememberedByWord(compute);
    remembered('first');
    for (let n = 0; n < 8192; n += 1) remembered(`w${n}`);
    expect(remembered('first')).toBe('FIRST');
    expect(compute.mock.calls.filter(([word]) => word === 'first')).toHaveLength(2);
  });
});
