import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanText } from '#shared/domain/vietnamese/text/clean.ts';

describe('text from outside', () => {
  it.each([
    ['Nguyễn\u00A0 Văn\tNam ', 'Nguyễn Văn Nam'],
    ['Ðỗ ðức', 'Đỗ đức'],
    ['Nguyễn'.normalize('NFD'), 'Nguyễn'],
    ['\uFEFFLê\u200B Lợi\u0000', 'Lê Lợi'],
  ])('the text %j is cleaned to %j', (text, clean) => {
    expect(cleanText(text)).toBe(clean);
  });

  it('cleaning a text again changes nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const once = cleanText(text);
        expect(cleanText(once)).toBe(once);
        expect(once).not.toMatch(/\s\s|\p{Cc}|^\s|\s$/u);
      }),
    );
  });
});
