import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { preparePersonName, readableName } from '#shared/domain/vietnamese/person-name/prepare-person-name.ts';
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
    ['NguyỄn VĂn HÙng', 'nguyễn văn hùng'],
    ['Ông Thị Diệp', 'ông thị diệp'],
    ['Anh Thư', 'anh thư'],
    ['Chi Lan', 'chi lan'],
    ['Cổ Văn Nam', 'cổ văn nam'],
    ['Nguyễn Văn 1', 'nguyễn văn 1'],
    ['(Nguyễn Văn A)', 'nguyễn văn a'],
    ["Nguyễn ' Văn A", 'nguyễn văn a'],
    ['12345', ''],
    ['---', ''],
    ['', ''],
    [' .- ', ''],
  ])('preparePersonName reads %j as %j, with nothing repaired', (text, readable) => {
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
    ['Ông: Nguyễn Văn Hùng - Giám đốc', 'nguyễn văn hùng', ['aside']],
    ['PGS.TS Nguyễn Văn Hùng', 'nguyễn văn hùng', ['aside']],
    ['Nguyễn Văn Hùng (tức Tý)', 'nguyễn văn hùng', ['aside']],
    ['Nguyễn Văn Hùng 1980', 'nguyễn văn hùng', ['aside']],
    ['NGUYEN VAN HUNG (Nguyễn Văn Hùng)', 'nguyen van hung', ['aside']],
    ['Nguyen Van Hung/Nguyễn Văn Hùng', 'nguyễn văn hùng', ['aside']],
    ['BÀ NGUYEENX THIJ HOA', 'nguyễn thị hoa', ['telex', 'aside']],
  ])('preparePersonName reads %s as %s and reports the repair', (text, readable, repairs) => {
    expect(read(text)).toEqual({ text: readable, repairs });
  });

  it('preparePersonName leaves its own reading unchanged', () => {
    const random = seeded(17);
    for (let count = 0; count < 1000; count += 1) {
      const name = read(title(personWords(random)));
      expect(read(name.text)).toEqual(name);
      expect(name.repairs).toEqual([]);
    }
  });

  it('preparePersonName reads a name the same with any form of address or title, in any case and without marks', () => {
    const random = seeded(19);
    const titles = ['Ông', 'ÔNG', 'ong', 'Bà:', 'BA', 'Mr.', 'Giám đốc', '(Giám đốc)', 'GĐ.', 'Th.S', 'BS', '1.'];
    for (let count = 0; count < 1000; count += 1) {
      const name = title(personWords(random));
      if (/^(?:Văn|Thị) /u.test(name)) continue;
      for (const before of titles) expect(read(`${before} ${name}`).text).toBe(read(name).text);
    }
  });

  it('preparePersonName reads any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(preparePersonName(text).tokens.every((token) => token.text !== '')).toBe(true);
      }),
    );
  });
});
