import { describe, expect, it } from 'vitest';
import { parseAddress } from '#shared/domain/vietnamese/address/parse-address.ts';
import { isSamePlace } from '#shared/domain/vietnamese/address/possible-doors.ts';

const DAI_TU = 'Số 9, thôn Đại Từ, xã Đại Đồng, Hưng Yên';

describe('isSamePlace', () => {
  it.each([
    ['SN 9 thôn Đại Từ, X. Đại Đồng, H. Văn Lâm', true],
    ['so 9 thon Dai Tu xa Dai Dong hung yen', true],
    ['Số 9, thôn Đại Tự, xã Đại Đồng, Hưng Yên', false],
    ['Số 9, thôn Đài Từ, xã Đại Đồng, Hưng Yên', false],
    ['Số 10, thôn Đại Từ, xã Đại Đồng, Hưng Yên', false],
  ])('isSamePlace says of %s: %s', (text, same) => {
    expect(isSamePlace(parseAddress(DAI_TU), parseAddress(text))).toBe(same);
    expect(isSamePlace(parseAddress(text), parseAddress(DAI_TU))).toBe(same);
  });

  it('isSamePlace accepts tone marks in either place, i for y, and old names', () => {
    const one = parseAddress('Số 5 đường Thuỷ Nguyên, thôn Mỹ Hoà, xã Đồng Than, huyện Yên Mỹ');
    expect(isSamePlace(one, parseAddress('5 Thủy Nguyên, thôn Mĩ Hòa, xã Hoàn Long, Hưng Yên'))).toBe(true);
  });

  it('isSamePlace is false for two addresses without a house number or a lot', () => {
    expect(isSamePlace(parseAddress('xã Yên Mỹ'), parseAddress('xã Yên Mỹ'))).toBe(false);
  });
});
