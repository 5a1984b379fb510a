import { describe, expect, it } from 'vitest';
import { csvCases } from '#test/support/csv-cases.ts';
import { parseAddress } from '#shared/domain/vietnamese/address/parse-address.ts';

const todayOf = (text: string): readonly string[] =>
  [...new Set(parseAddress(text).communes.flatMap(({ today }) => today))].toSorted();

describe('parseAddress', () => {
  it.each(csvCases('communes-of-habits.csv', import.meta))('parseAddress reads the commune of %s', (text, commune) => {
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
