import { describe, expect, it } from 'vitest';
import { compareAddresses } from '#shared/domain/vietnamese/address/compare-addresses.ts';
import { parseAddress } from '#shared/domain/vietnamese/address/parse-address.ts';

const compare = (one: string, other: string) => compareAddresses(parseAddress(one), parseAddress(other)).result;
const countOf = (text: string) => parseAddress(text).communes.length;

describe('names of communes that leave several places possible', () => {
  it.each(['Phường Mỹ Hào', 'Phường Đường Hào', 'Phường Thượng Hồng'])(
    'a thị trấn that never existed may be any part of the former district of its name: %s',
    (ward) => {
      expect(compare('TT Mỹ Hào, Hưng Yên', `${ward}, tỉnh Hưng Yên`)).toBe('ambiguous');
    },
  );

  it('a thị trấn that existed is that one, and no other part of its district', () => {
    expect(compare('TT Văn Giang, Hưng Yên', 'Xã Phụng Công, Hưng Yên')).toBe('mismatch');
  });

  it.each([
    ['Thôn 3, xã Thái Thành, Thái Thụy, Thái Bình', 'Thôn 3, xã Nam Thái Ninh, tỉnh Hưng Yên'],
    ['Thôn 3, xã Thụy Dũng, Thái Thụy, Thái Bình', 'Thôn 3, xã Đông Thụy Anh, tỉnh Hưng Yên'],
  ])('a commune that went into another before 2024 is not surely one of a similar name: %s', (old, since) => {
    expect(countOf(old)).toBeGreaterThan(1);
    expect(compare(old, since)).toBe('ambiguous');
  });

  it('a similar name without a district that bounds it is a commune of its own', () => {
    expect(countOf('Thôn 3, xã Thái Thành, tỉnh Hưng Yên')).toBe(0);
  });

  it('a name with a word that no syllable has is a typo of the similar name', () => {
    expect(countOf('12 Lý Bôn, P. Bồ Xyên, TP Thái Bình')).toBe(1);
  });

  it.each(['Nhà máy 1:', 'Cơ sở 2:', 'CN1:', 'ĐKKD:', 'Add:', 'Xưởng sản xuất :'])(
    'a heading before the address is no part of it: %s',
    (heading) => {
      const door = '57 phố Chùa Chuông, P. Hiến Nam, TP Hưng Yên';
      expect(compare(`${heading} ${door}`, '57 phố Chùa Chuông, phường Phố Hiến, Hưng Yên')).toBe('match');
    },
  );

  it.each([
    ['KCN Phố Nối A, Giai Phạm, Yên Mỹ, Hưng Yên', '12064'],
    ['Thôn Thanh Xá, Nghĩa Hiệp, Yên Mỹ, Hưng Yên', '12064'],
    ['Thôn Cẩn Du, Quỳnh Sơn, Quỳnh Phụ, Thái Bình', '12532'],
  ])('a commune that went into another before 2025 needs no label before its district: %s', (text, commune) => {
    expect(parseAddress(text).communeKey).toBe(commune);
  });

  it.each(['(chưa sát nhập)', '(trước sáp nhập)', '(địa chỉ cũ)', '(Mới)'])(
    'a remark on the merger is no part of the address: %s',
    (remark) => {
      const text = `57 phố Chùa Chuông, P. Hiến Nam, TP Hưng Yên ${remark}`;
      expect(parseAddress(text)).toEqual(parseAddress('57 phố Chùa Chuông, P. Hiến Nam, TP Hưng Yên'));
    },
  );

  it('a former commune is not the one of today whose name differs by its mark alone', () => {
    expect(parseAddress('Thôn 3, xã Thái Thủy, huyện Thái Thụy, Thái Bình').communeKey).toBe('12916');
    expect(parseAddress('Thôn 3, xã Thái Thụy, huyện Thái Thụy, Hưng Yên').communeKey).toBe('12826');
    const unmarked = parseAddress('thon 3, xa thai thuy, huyen thai thuy, thai binh');
    expect(unmarked.area).toEqual(new Set(['12826', '12916']));
  });

  it('a gate that is named after its thị trấn may be the one that is named without', () => {
    const since = 'Cổng thợ Quỳnh Côi, xã Quỳnh Phụ, tỉnh Hưng Yên';
    expect(compare('Cổng thợ Quỳnh Côi, Quỳnh Phụ, Thái Bình', since)).toBe('ambiguous');
  });

  it("a shop's former place in brackets is no part of the address", () => {
    const since = '139 QL9, phường Nam Đông Hà, Quảng Trị';
    expect(compare('139 QL9, Phường 5, TP Đông Hà, Quảng Trị (Shop cũ: 94 Quốc Lộ 9, P1)', since)).toBe('match');
  });

  it.each(['150 Nguyễn Huệ, P.2, TP, Vĩnh Long', '150 Nguyễn Huệ, Phường 2, Vĩnh Long'])(
    "a ward's number may be of the city with the province's name, also if the ward is no more: %s",
    (old) => {
      expect(compare(old, '150 Nguyễn Huệ, phường Long Châu, Vĩnh Long')).toBe('ambiguous');
    },
  );

  it('the name of a district that was divided may be any place in its parts', () => {
    const old = '234 Phạm Văn Đồng, Cổ Nhuế, Từ Liêm, Hà Nội';
    expect(compare(old, '234 Phạm Văn Đồng, phường Nghĩa Đô, Hà Nội')).toBe('ambiguous');
    expect(compare(old, '234 Phạm Văn Đồng, phường Cửa Nam, Hà Nội')).toBe('mismatch');
    expect(compare('Số 5, Xã Mỹ Đình, Huyện Từ Liêm, Hà Nội', 'Số 5, phường Cửa Nam, Hà Nội')).toBe('mismatch');
  });

  it('a group, a town and a district without commas in English are three units', () => {
    const old = 'Thong Nhat Residential Group Kien Xuong Town, Kien Xuong District, Thai Binh Province, Vietnam';
    expect(compare(old, 'TDP Thống Nhất, xã Kiến Xương, tỉnh Hưng Yên')).toBe('ambiguous');
    expect(compare(old, 'TDP Thống Nhất, xã Lê Lợi, tỉnh Hưng Yên')).toBe('mismatch');
  });

  it('a ward of one city beside the name of the other city may be in either', () => {
    const mixed = '20 Trần Nhật Duật, Phường Bồ Xuyên, TP Hưng Yên';
    expect(compare(mixed, '20 Trần Nhật Duật, phường Thái Bình, tỉnh Hưng Yên')).toBe('ambiguous');
    expect(compare(mixed, '20 Trần Nhật Duật, phường Phố Hiến, tỉnh Hưng Yên')).toBe('ambiguous');
  });

  it('a ward before a city of another province is no ward of the home province', () => {
    const old = '190-192 Tăng Bạt Hổ - P. Lê Hồng Phong - Quy Nhơn';
    expect(compare(old, '190-192 Tăng Bạt Hổ, phường Quy Nhơn, Gia Lai')).toBe('ambiguous');
    expect(compare(old, '190-192 Tăng Bạt Hổ, phường Thái Bình, Hưng Yên')).toBe('mismatch');
    expect(compare('5 Lê Lai, P. Cam Phúc Bắc, Cam Ranh, Việt Nam', '5 Lê Lai, phường Bắc Cam Ranh, Khánh Hòa')).toBe(
      'match',
    );
  });

  it.each([
    ['5 Lê Lợi, TT Đăkglei, Kon Tum', '5 Lê Lợi, xã Đăk Pék, Quảng Ngãi'],
    ['5 Lê Lợi, P. Tân Thiện, Thị xã Lagi, Bình Thuận', '5 Lê Lợi, phường La Gi, Lâm Đồng'],
  ])('a name of two words may be written as one: %s', (old, since) => {
    expect(compare(old, since)).not.toBe('mismatch');
    expect(countOf(old)).toBeGreaterThan(0);
  });

  it.each([
    ['12 Trần Phú, Dân Chủ, Hòa An', '12 Trần Phú, xã Nguyễn Huệ, Cao Bằng'],
    ['12 Trần Phú, Tiến Thắng, Mê Linh, Việt Nam', '12 Trần Phú, xã Tiến Thắng, Hà Nội'],
  ])(
    'names without labels that are also a commune and its district of another province stay open: %s',
    (old, since) => {
      expect(compare(old, since)).toBe('ambiguous');
      expect(countOf(old)).toBe(0);
    },
  );

  it('a commune of the home province stays sure where no commune of the other district is beside it', () => {
    expect(compare('12 Trần Phú, Hòa An', '12 Trần Phú, xã Thái Ninh, Hưng Yên')).toBe('match');
  });

  it("a ward's number with a province stays open where two of its cities have the ward", () => {
    const old = '12 Trần Phú, Phường 1, Quảng Trị';
    expect(compare(old, '12 Trần Phú, phường Đông Hà, Quảng Trị')).toBe('ambiguous');
    expect(compare(old, '12 Trần Phú, phường Quảng Trị, Quảng Trị')).toBe('ambiguous');
  });
});
