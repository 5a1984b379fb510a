import { describe, expect, it } from 'vitest';
import { countryCode } from '#shared/domain/vietnamese/country.ts';

describe('a country as officers name it', () => {
  it.each([
    ['Việt Nam', 'VN'],
    ['VIET NAM', 'VN'],
    ['vn', 'VN'],
    ['Trung Quốc', 'CN'],
    ['Đài Loan', 'TW'],
    ['Hàn Quốc', 'KR'],
    ['Nhật Bản', 'JP'],
    ['Hoa Kỳ', 'US'],
    ['Mỹ', 'US'],
    ['Singapore', 'SG'],
    ['Campuchia', 'KH'],
    ['Lào', 'LA'],
    ['Germany', 'DE'],
  ])('a country named %s has its code', (name, code) => {
    expect(countryCode(name)).toBe(code);
  });

  it('a country that nobody knows has no code', () => {
    expect(['', 'xx', 'Hành tinh khác', '123'].map((name) => countryCode(name))).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });
});
