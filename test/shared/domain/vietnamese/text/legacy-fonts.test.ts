import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvCases } from '#test/support/csv-cases.ts';
import { repairLegacyFont } from '#shared/domain/vietnamese/text/legacy-fonts.ts';
import { TCVN3, VNI, WINDOWS_1258 } from '#shared/domain/vietnamese/text/legacy-tables.ts';
import { personWords, seeded, title } from '#test/bench/name-pairs.ts';

const encoder = (table: ReadonlyMap<string, string>) => {
  const signs = new Map([...table].map(([sign, letter]) => [letter, sign]));
  return (text: string) => Array.from(text, (letter) => signs.get(letter) ?? letter).join('');
};
const toTcvn3 = encoder(TCVN3);
const toVni = encoder(VNI);
const readAs1258 = (bytes: string) =>
  Array.from(bytes, (byte) => WINDOWS_1258.get(byte) ?? byte)
    .join('')
    .normalize('NFC');
const TEXT = 'Nguyễn Văn Hùng, Trần Thị Bình, Đặng Đức Phượng';

describe('repairLegacyFont', () => {
  it.each([
    ['NguyÔn V¨n Hïng', 'Nguyễn Văn Hùng', 'TCVN3'],
    ['NGUYÔN V¡N HïNG', 'NGUYỄN VĂN HÙNG', 'TCVN3'],
    ['C«ng ty TNHH Th­¬ng m¹i “Hßa Ph¸t”', 'Công ty TNHH Thương mại “Hòa Phát”', 'TCVN3'],
    ['Nguyeãn Vaên Huøng', 'Nguyễn Văn Hùng', 'VNI'],
    ['NGUYEÃN THÒ HOÀNG', 'NGUYỄN THỊ HỒNG', 'VNI'],
    ['Coâng ty coå phaàn Hoøa Phaùt', 'Công ty cổ phần Hòa Phát', 'VNI'],
    ['Löu Mai Phi', 'Lưu Mai Phi', 'VNI'],
    ['NguyêÞn Vãn Hýng', 'Nguyễn Văn Hưng', 'Windows-1258'],
  ])('repairLegacyFont reads %s as %s', (text, meant, font) => {
    expect(repairLegacyFont(text)).toEqual({ text: meant, font });
  });

  it('repairLegacyFont repairs bytes of either font read as Windows-1258 too', () => {
    expect(repairLegacyFont(readAs1258(toTcvn3(TEXT)))).toEqual({ text: TEXT, font: 'TCVN3' });
    expect(repairLegacyFont(readAs1258(toVni(TEXT)))).toEqual({ text: TEXT, font: 'VNI' });
  });

  it.each(csvCases('no-old-fonts.csv', import.meta))('repairLegacyFont leaves %s unchanged', (text) => {
    expect(repairLegacyFont(text)).toBeUndefined();
  });

  it('repairLegacyFont never touches ASCII or good Vietnamese, of any Unicode form', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme-ascii' }), (text) => {
        expect(repairLegacyFont(text)).toBeUndefined();
      }),
    );
    const random = seeded(11);
    const names = Array.from({ length: 3000 }, () => title(personWords(random)));
    const spellings = names.flatMap((name) => [name, name.normalize('NFD').toUpperCase()]);
    expect(spellings.filter((name) => repairLegacyFont(name) !== undefined)).toEqual([]);
  });

  it('repairLegacyFont changes nothing the second time', () => {
    const unit = fc.constantFrom(...'aeioungthlvTVNHñöïäàâãéêëûüùøÔ¨\u00AD§ ç«'.split(''));
    fc.assert(
      fc.property(fc.string({ unit }), (text) => {
        const repaired = repairLegacyFont(text)?.text ?? '';
        expect(repairLegacyFont(repaired)).toBeUndefined();
      }),
    );
  });

  it('repairLegacyFont reads back names of both fonts, except words that are good Vietnamese as they stand', () => {
    const random = seeded(13);
    let wrong = 0;
    for (let count = 0; count < 2000; count += 1) {
      const name = title(personWords(random));
      for (const encoded of [toTcvn3(name), toVni(name)]) {
        const beyondTheFont = /[^\0-\u00FF]/u.test(encoded);
        if (!beyondTheFont && (repairLegacyFont(encoded)?.text ?? encoded) !== name) wrong += 1;
      }
    }
    expect(wrong / 4000).toBeLessThan(0.015);
  });
});
