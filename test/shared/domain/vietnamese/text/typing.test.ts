import { describe, expect, it } from 'vitest';
import { csvCases } from '#test/support/csv-cases.ts';
import { readTyping } from '#shared/domain/vietnamese/text/typing.ts';
import { isSyllable } from '#shared/domain/vietnamese/text/words.ts';
import { keysOf, personWords, seeded } from '#test/bench/name-pairs.ts';

describe('readTyping', () => {
  it.each(csvCases('telex.csv', import.meta))('the Telex keys %s give %s', (keys, word) => {
    expect(readTyping(keys)).toEqual({ text: word, method: 'telex' });
  });

  it.each([
    ['nguye64n', 'nguyễn'],
    ['d9a8ng5', 'đặng'],
    ['tu7o7ng2', 'tường'],
    ['duo7ng2', 'dường'],
    ['to63', 'tổ'],
  ])('the VNI keys %s give %s', (keys, word) => {
    expect(readTyping(keys)).toEqual({ text: word, method: 'vni' });
  });

  it.each(['van', 'thu', 'nguyễn', 'maria', 'jones', 'duc', 'phạạm', 'tưrơng', 'honà', 'a', '12', 'nguyeenxs', ''])(
    'readTyping leaves %s unchanged',
    (word) => {
      expect(readTyping(word)).toBeUndefined();
    },
  );

  it('readTyping reads back every name typed in Telex or VNI, with the tone last or in its place', () => {
    const random = seeded(7);
    const wrong: string[] = [];
    for (const word of Array.from({ length: 2000 }, () => personWords(random)).flat()) {
      for (const [method, toneLast] of [
        ['telex', true],
        ['telex', false],
        ['vni', true],
        ['vni', false],
      ] as const) {
        const keys = keysOf(word, method, toneLast);
        if (keys !== word && !isSyllable(keys) && readTyping(keys)?.text !== word) wrong.push(keys);
      }
    }
    expect(wrong).toEqual([]);
  });
});
