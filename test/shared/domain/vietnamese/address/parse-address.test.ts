import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
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

  it.each([
    ['Tỉnh Hưng Yên, Huyện Yên Mỹ, Xã Tân Lập, đường Lê Lai, số 12', '12', 'Lê Lai', 'Xã Tân Lập'],
    ['Hưng Yên, Yên Mỹ, Tân Lập, số 12 đường Lê Lai', '12', 'Lê Lai', 'Xã Tân Lập'],
    ['so 12a duong huyen tran cong chua phuong my hao hung yen', '12a', 'huyen tran cong chua', 'Phường Mỹ Hào'],
    ['12 ngo quyen, pho hien, hung yen', '12', 'ngo quyen', 'Phường Phố Hiến'],
    ['Số 12, Lê Lai, Phường Đường Hào, Tỉnh Hưng Yên', '12', 'Lê Lai', 'Phường Đường Hào'],
    ['so 5 duong Le Lai xa Nguyen Xa huyen Vu Thu tinh Thai Binh', '5', 'Le Lai', 'Xã Nguyên Xá'],
    ['so 5 duong Le Lai xa Dong Quan huyen Dong Hung tinh Thai Binh', '5', 'Le Lai', 'Xã Đông Quan'],
    ['Số 12, đường Hà Nội, phường Mỹ Hào', '12', 'Hà Nội', 'Phường Mỹ Hào'],
    ['Số 5 phố Xã Đàn, Phường Nam Đồng, Quận Đống Đa, Thành phố Hà Nội', '5', 'Phố Xã Đàn', 'Phường Nam Đồng'],
    ['Số 400B ngõ 4 Lý Thường Kiệt, P. 5, Q. 10, TP HCM', '400B', 'Lý Thường Kiệt', 'Phường 5'],
    ['15 đường 30/4, P. Trần Lãm, Hưng Yên', '15', '30/4', 'Phường Trần Lãm'],
    ['15 F Minh Khai, phường Phố Hiến, Hưng Yên', '15F', 'Minh Khai', 'Phường Phố Hiến'],
    ['12 Lê Lai, phường Quang Trung, tỉnh TP Hưng Yên', '12', 'Lê Lai', 'Phường Lê Lợi'],
    ['Số 12 Lê Lai, P. Hàng Bạc, tỉnh Thành phố Hà Nội', '12', 'Lê Lai', 'Phường Hàng Bạc'],
    ['12 Lê Lai_X. Tiến Đức_H. Hưng Hà_Thái Bình', '12', 'Lê Lai', 'Xã Tiến Đức'],
    ['12 Nguyễn Huệ, F.5, Q.3, TP.HCM', '12', 'Nguyễn Huệ', 'Phường 5'],
    ['Km 12+500, Quốc lộ 5, xã Như Quỳnh, tỉnh Hưng Yên', 'km12+500', 'QL5', 'Xã Như Quỳnh'],
  ])('parseAddress reads %s', (text, number, street, commune) => {
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

  it.each([
    ['Căn hộ 1203, tòa A, chung cư Phố Nối, đường Nguyễn Văn Linh, phường Mỹ Hào', true],
    ['CAN HO 5, CHUNG CU PHO NOI, PHUONG MY HAO', true],
    ['Phòng 1203, tầng 12, tòa CT1, KĐT Ecopark, Xã Phụng Công', true],
    ['P301 tầng 3 nhà CT2, phường Mỹ Hào', true],
    ['P.1203, CC Phố Nối, phường Mỹ Hào', true],
    ['CH1203, tòa A, phường Mỹ Hào', true],
    ['Số 4, dãy B, KTT Phúc Khánh, phường Trần Lãm', true],
    ['Lô 5, CCN Phố Nối, phường Mỹ Hào', false],
    ['Tầng 1 khối thương mại chung cư Ecopark, xã Phụng Công', false],
    ['Shophouse SH05, chung cư Ecopark, xã Phụng Công', false],
    ['Phòng 301, tầng 3, tòa nhà Hòa Phát, số 39 Nguyễn Văn Linh', false],
    ['Số 5 Lê Lai, đối diện chung cư Phố Nối, phường Mỹ Hào', false],
    ['Số 5, khu dân cư mới, xã Yên Mỹ', false],
  ])('parseAddress reads %s as an apartment: %s', (text, apartment) => {
    expect(parseAddress(text).apartment).toBe(apartment);
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
