import { describe, expect, it } from 'vitest';
import { couldBeSyllable, parseSyllable } from '#shared/domain/vietnamese/text/syllable.ts';
import { isSyllable } from '#shared/domain/vietnamese/text/words.ts';

describe('syllables', () => {
  it.each([
    ['nguyên', 3, 'ng', 'uyên'],
    ['quôc', 4, 'qu', 'ôc'],
    ['gi', 1, 'gi', 'i'],
    ['giêng', 4, 'gi', 'iêng'],
    ['yên', 4, '', 'yên'],
    ['nghia', 3, 'ngh', 'ia'],
  ] as const)('the syllable %s with tone %i is %s + %s', (letters, tone, onset, rime) => {
    expect(parseSyllable(letters, tone)).toEqual({ onset, rime, tone });
  });

  it.each(['hùng', 'thu', 'đức', 'thuở', 'quỳnh', 'khoẻ', 'ý', 'anh', 'xuyến'])('%s is a syllable', (word) => {
    expect(isSyllable(word)).toBe(true);
  });

  it.each(['duc', 'honà', 'trinhh', 'kải', 'nguyen', 'lỗc', 'ngen', 'ka', 'gan2', 'tháái', 'tháì', 'jones', ''])(
    '%s is no syllable',
    (word) => {
      expect(isSyllable(word)).toBe(false);
    },
  );

  it.each(['nguyen', 'duc', 'quoc', 'thi', 'giang', 'yen'])('%s could be a syllable without its marks', (word) => {
    expect(couldBeSyllable(word)).toBe(true);
  });

  it.each(['trinhh', 'smith', 'phn', 'ghan'])('%s could not be a syllable', (word) => {
    expect(couldBeSyllable(word)).toBe(false);
  });
});
