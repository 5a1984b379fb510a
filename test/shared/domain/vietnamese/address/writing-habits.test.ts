import { describe, expect, it } from 'vitest';
import { parseAddress } from '#shared/domain/vietnamese/address/parse-address.ts';

const todayOf = (text: string): readonly string[] =>
  [...new Set(parseAddress(text).communes.flatMap(({ today }) => today))].toSorted();

describe('parseAddress', () => {
  it.each([
    ['12 Trần Phú; Xã/Phường: An Mỹ; Quận/Huyện: Quỳnh Phụ; Tỉnh/TP: Thái Bình', '12523'],
    ['12 Trần Phú, Phường/Xã Thụy Ninh, Quận/Huyện Thái Thụy, Tỉnh/Thành phố Thái Bình', '12850'],
    ['12 Trần Phú, Phường (Xã) Xã Thụy Ninh, Quận (Huyện): Huyện Thái Thụy, Tỉnh/TP: Tỉnh Thái Bình', '12850'],
    ['12 Tran Phu, Phuong/Xa: Thuy Ninh, Quan/Huyen: Thai Thuy, Tinh/TP: Thai Binh', '12850'],
    ['12 Trần Phú, Phường/Xã 6, Quận/Huyện 10, Tỉnh/Thành phố Hồ Chí Minh', '27169'],
    ['X. Giang Ma_H. Tam Đường_Lai Châu', '03405'],
    ['Tỉnh lộ 386_Xã Ia Hrú_Gia Lai', '23971'],
    ['Hung Nhan Town, Hung Ha Dist., Thai Binh Prov., Vietnam', '12613'],
    ['Tam Phuoc Commune, Chau Thanh Dist., Ben Tre Prov., Vietnam', '28783'],
    ['12 Tran Phu, Ward 6, Dist. 10, HCMC', '27169'],
    ['X Nga Thanh, H Nga Sơn, Thanh Hóa', '16093'],
    ['12 tran phu phuong 6 quan tan binh thanh pho ho chi minh', '26995'],
  ])('parseAddress reads the commune of %s', (text, commune) => {
    expect(todayOf(text)).toEqual([commune]);
  });

  it.each([
    // No ward of the city of Thái Bình had the name: the xã of Kiến Xương and the ward of the other city remain.
    ['12 Trần Phú, P. Lê Lợi, TP Thái Bình', ['11953', '13120']],
    // The city of Hưng Yên had a ward of the name until 2024, and the city of Thái Bình until 2025.
    ['12 Trần Phú, P. Quang Trung, Hưng Yên', ['11953', '12452']],
    // Today's commune of the name, with the former district beside today's province, or the former one, which is part of another.
    ['12 Trần Phú, Xã Minh Hóa, Huyện Minh Hóa, Tỉnh Quảng Trị', ['18901', '18943']],
    // Without marks both Nga Thanh and Nga Thành.
    ['X NGA THANH, H NGA SON, THANH HOA', ['16093', '16138']],
  ])('parseAddress leaves several communes where %s does', (text, communes) => {
    expect(todayOf(text)).toEqual(expect.arrayContaining(communes));
  });

  it.each(['12 phố Hồ Chí Minh', '12 Tran Phu, thanh pho Ho Chi Minh'])(
    'parseAddress never reads part of a name as a commune: %s',
    (text) => {
      expect(todayOf(text)).toEqual([]);
    },
  );
});
