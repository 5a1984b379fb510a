import { describe, expect, it } from 'vitest';
import { spellingKey } from '#shared/domain/vietnamese/person-name/spelling-key.ts';

describe('spellingKey', () => {
  it.each([
    ['lý', 'lí'],
    ['quý', 'quí'],
    ['mỹ', 'mĩ'],
    ['vy', 'vi'],
    ['kỳ', 'kì'],
  ])('the spellings %s and %s have one key', (one, other) => {
    expect(spellingKey(one)).toBe(spellingKey(other));
  });

  it.each(['thúy', 'mây', 'yến', 'huỳnh', 'duy'])('the spelling key of %s keeps its y', (word) => {
    expect(spellingKey(word)).toBe(word);
  });
});
