import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvCases } from '#test/support/csv-cases.ts';
import { EARLIER_COMMUNES } from '#shared/domain/vietnamese/data/earlier-communes.ts';
import { parseAddress } from '#shared/domain/vietnamese/address/parse-address.ts';

describe('parseAddress', () => {
  it('parseAddress reads an address of three levels', () => {
    expect(parseAddress('Số 12, ngõ 5, đường Trưng Trắc, Xã Tân Lập, Huyện Yên Mỹ, Tỉnh Hưng Yên, Việt Nam')).toEqual({
      number: '12',
      lane: 'ngõ 5',
      street: 'Trưng Trắc',
      hamlet: undefined,
      unit: undefined,
      commune: 'Xã Tân Lập',
      district: 'Huyện Yên Mỹ',
      province: 'Hưng Yên',
      communeKey: '12073',
      communes: [{ key: '12073', today: ['12073'] }],
      area: new Set(['12073']),
      provinceCode: '33',
      specific: true,
      apartment: false,
    });
  });

  it.each(csvCases('parsed-addresses.csv', import.meta))('parseAddress reads %s', (text, number, street, commune) => {
    expect(parseAddress(text)).toMatchObject({ number, street, commune });
  });

  it('parseAddress maps a repeated name only with its old district', () => {
    expect(parseAddress('xã Minh Tân, huyện Phù Cừ').communeKey).toBe('12391');
    expect(parseAddress('xã Minh Tân, huyện Đông Hưng').communeKey).not.toBe(
      parseAddress('xã Minh Tân, huyện Hưng Hà').communeKey,
    );
    expect(parseAddress('xã Minh Tân, tỉnh Thái Bình').communeKey).toBeUndefined();
    expect(parseAddress('xã Thuần Hưng, tỉnh Hưng Yên').communeKey).toBe(
      parseAddress('xã Thuần Hưng, huyện Khoái Châu').communeKey,
    );
  });

  it.each(EARLIER_COMMUNES['33'] ?? [])(
    'parseAddress reads a commune of %s that was merged into %s by its former name: %s',
    (district, into, communes) => {
      const { communeKey } = parseAddress(`xã ${into}, ${district}`);
      expect(communeKey).toBeDefined();
      for (const commune of communes.split(';'))
        expect(parseAddress(`xã ${commune}, ${district}`).communeKey).toBe(communeKey);
    },
  );

  it.each([
    ['Số 12, đường Lê Lai, xã Yên Mỹ', true],
    ['Số 12, thôn An Bình, xã Yên Mỹ', true],
    ['Thôn An Bình, xã Yên Mỹ', true],
    ['Lô CN5, KCN Phố Nối A, xã Như Quỳnh', true],
    ['Đường Lê Lai, xã Yên Mỹ', false],
    ['KCN Phố Nối A, xã Như Quỳnh', false],
    ['Xã Yên Mỹ, tỉnh Hưng Yên', false],
    ['Số 12, xã Yên Mỹ', false],
    ['', false],
  ])('parseAddress reads %s as specific: %s', (text, specific) => {
    expect(parseAddress(text).specific).toBe(specific);
  });

  it.each(csvCases('apartments.csv', import.meta))('parseAddress reads %s as an apartment: %s', (text, apartment) => {
    expect(parseAddress(text).apartment).toBe(apartment === 'true');
  });

  it.each([
    ['Ấp Bình Phú, xã Long Tân, Nhơn Trạch, ĐN', 'Đồng Nai', '26485'],
    ['Thôn 3, Minh Tân, Dầu Tiếng, BD', 'Bình Dương', '25780'],
    ['xã Minh Tân - huyện Vụ Bản - NĐ', 'Nam Định', '13750'],
    ['Thôn 2, xã Minh Tân, HY', 'Hưng Yên', '12391'],
  ])('parseAddress reads the initials of a province behind a district: %s', (text, province, commune) => {
    const read = parseAddress(text);
    expect(read.province).toBe(province);
    expect(read.communes.flatMap(({ today }) => today)).toContain(commune);
  });

  it('parseAddress leaves initials alone that several provinces have, or that are a name', () => {
    expect(parseAddress('Số 5 Lê Lợi, xã Quảng Phú, BD').province).toBeUndefined();
    expect(parseAddress('KĐT ABC, CT').province).toBeUndefined();
  });

  it('parseAddress reads any text without throwing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (text) => {
        expect(parseAddress(text).specific).toBeTypeOf('boolean');
      }),
    );
  });
});
