import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldMarks } from '#shared/domain/vietnamese/text/fold.ts';

describe('foldMarks', () => {
  it.each([
    ['Trần Đức', 'tran duc'],
    ['NGUYỄN THỊ ƯỚC', 'nguyen thi uoc'],
    ['Ðặng', 'dang'],
    ['José Müller', 'jose muller'],
    ['Сергей', 'сергеи'],
    ['Số 12/5', 'so 12/5'],
  ])('foldMarks reads %s as %s', (text, folded) => {
    expect(foldMarks(text)).toBe(folded);
    expect(foldMarks(text.normalize('NFD'))).toBe(folded);
  });

  it('foldMarks changes nothing the second time', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const folded = foldMarks(text);
        expect(foldMarks(folded)).toBe(folded);
      }),
    );
  });
});
