import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanText } from '#shared/domain/vietnamese/text/clean.ts';
import {
  invisibleLetters,
  mixesScripts,
  withoutInvisible,
  withoutUnprintable,
} from '#shared/domain/vietnamese/text/unicode-safety.ts';

describe('text from outside', () => {
  it('invisible letters are removed, and compatible forms of a letter become that letter', () => {
    expect(cleanText('Nguy\u200Bễn\u202E Văn\u2066 An\uFE0F\u{E0041}\uFFFF')).toBe('Nguyễn Văn An');
    expect(cleanText('Ｎｇｕｙễｎ 𝐕ă𝐧 ﬁ')).toBe('Nguyễn Văn fi');
    expect(cleanText('Số 5… “A” – 10 m²')).toBe('Số 5… “A” – 10 m2');
    expect(cleanText('ba\uD83D An')).toBe('ba An');
  });

  it('a character that replaces a whole phrase is not expanded', () => {
    expect(cleanText('Công ty ﷺ ㎏')).toBe('Công ty ﷺ ㎏');
  });

  it('the removed letters are named', () => {
    expect(invisibleLetters('Nguy\u200Bễn\u202E An\u200B')).toEqual(['U+200B', 'U+202E']);
    expect(invisibleLetters('Nguyễn Văn An\n')).toEqual([]);
    expect(invisibleLetters('\uFEFFNguyễn\u00A0Văn')).toEqual(['U+FEFF']);
  });

  it('letters of two scripts in one name are detected', () => {
    for (const mixed of ['Nguyễn Vаn An', 'CÔNG ΤΥ TNHH', '王 Văn']) expect(mixesScripts(mixed), mixed).toBe(true);
    for (const plain of ['Nguyễn Văn An', '王伟', 'Số 1-A, đường 3/2', 'Иван']) expect(mixesScripts(plain)).toBe(false);
  });

  it('a text is printable whatever it holds', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.nat(0xffff), (text, unit) => {
        const printed = withoutUnprintable(text + String.fromCharCode(unit));
        expect(printed.isWellFormed()).toBe(true);
        expect(printed).not.toMatch(/[\p{Noncharacter_Code_Point}]|(?![\t\n\r])\p{Cc}/u);
      }),
    );
  });

  it('exactly the invisible code points of Unicode are removed, and no space is', () => {
    const invisible = /\p{Cf}|\p{Default_Ignorable_Code_Point}|\p{Noncharacter_Code_Point}|\p{Cs}|(?!\s)\p{Cc}/u;
    const wrong: string[] = [];
    for (let code = 0; code <= 0x10ffff; code += 1) {
      const letter = String.fromCodePoint(code);
      if ((withoutInvisible(letter) === '') !== invisible.test(letter)) wrong.push(code.toString(16));
    }
    expect(wrong).toEqual([]);
  });
});
