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
    ['Thôn 3, xã Thái Hồng, Thái Thụy, Thái Bình', 'Thôn 3, xã Bắc Thái Ninh, tỉnh Hưng Yên'],
    ['Thôn 3, xã Thụy Dũng, Thái Thụy, Thái Bình', 'Thôn 3, xã Đông Thụy Anh, tỉnh Hưng Yên'],
  ])('a commune that went into another before 2024 is not surely one of a similar name: %s', (old, since) => {
    expect(countOf(old)).toBeGreaterThan(1);
    expect(compare(old, since)).toBe('ambiguous');
  });

  it('a similar name without a district that bounds it is a commune of its own', () => {
    expect(countOf('Thôn 3, xã Thái Hồng, tỉnh Hưng Yên')).toBe(0);
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

  it('a gate that is named after its thị trấn may be the one that is named without', () => {
    const since = 'Cổng thợ Quỳnh Côi, xã Quỳnh Phụ, tỉnh Hưng Yên';
    expect(compare('Cổng thợ Quỳnh Côi, Quỳnh Phụ, Thái Bình', since)).toBe('ambiguous');
  });
});
