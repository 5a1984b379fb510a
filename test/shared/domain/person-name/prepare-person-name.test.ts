import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { preparePersonName, readableName } from '#shared/domain/person-name/prepare-person-name.ts';
import { personWords, seeded, title } from '#test/bench/name-pairs.ts';

const read = (text: string) => {
  const name = preparePersonName(text);
  return { text: readableName(name), repairs: name.repairs };
};

describe('preparePersonName', () => {
  it.each([
    ['  NGUYỄN  VĂN\u00A0HOÀ ', 'nguyễn văn hòa'],
    ['Ðặng Hòang Quí', 'đặng hoàng quí'],
    ["H'Hen Niê", 'hhen niê'],
    ['TRẦN, VĂN NĂNG.', 'trần văn năng'],
    ['Trần-Văn-Năng', 'trần văn năng'],
    ['Nguyễn\u200B Văn\uFEFF A', 'nguyễn văn a'],
    ['Maria Jones', 'maria jones'],
    ['', ''],
    [' .- ', ''],
  ])('reads %j as %j, nothing repaired', (text, readable) => {
    expect(read(text)).toEqual({ text: readable, repairs: [] });
    expect(read(text.normalize('NFD'))).toEqual({ text: readable, repairs: [] });
  });

  it.each([
    ['NguyÔn V¨n Hïng', 'nguyễn văn hùng', ['TCVN3']],
    ['Nguyeãn Vaên Huøng', 'nguyễn văn hùng', ['VNI']],
    ['Nguyeenx Vawn Hufng', 'nguyễn văn hùng', ['telex']],
    ['Nguye64n Va8n Hu2ng', 'nguyễn văn hùng', ['vni']],
    ['TranVanNang', 'tran van nang', ['joined']],
    ['Lê ÝMy', 'lê ý my', ['joined']],
    ['NguyeenxVawn Hufng', 'nguyễn văn hùng', ['telex', 'joined']],
  ])('reads %s as %s and says what was repaired', (text, readable, repairs) => {
    expect(read(text)).toEqual({ text: readable, repairs });
  });

  it('reads its own reading as it is', () => {
    const random = seeded(17);
    for (let count = 0; count < 1000; count += 1) {
      const name = read(title(personWords(random)));
      expect(read(name.text)).toEqual(name);
      expect(name.repairs).toEqual([]);
    }
  });

  it('reads any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(preparePersonName(text).tokens.every((token) => token.text !== '')).toBe(true);
      }),
    );
  });
});
