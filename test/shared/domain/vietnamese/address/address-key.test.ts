import { describe, expect, it } from 'vitest';
import { addressKey, addressKeys } from '#shared/domain/vietnamese/address/address-key.ts';
import { parseAddress } from '#shared/domain/vietnamese/address/parse-address.ts';

const keyOf = (text: string) => addressKey(parseAddress(text));
const TOWN = 'Vinhomes Ocean Park 2, xã Nghĩa Trụ, Hưng Yên';
const keysOf = (text: string) => addressKeys(parseAddress(text));
const inCommon = (one: string, other: string) => keysOf(one).filter((key) => keysOf(other).includes(key));

const same: readonly (readonly [string, string])[] = [
  [
    'Số 12, ngõ 5, đường Trưng Trắc, Phường Lam Sơn, Thành phố Hưng Yên, Tỉnh Hưng Yên',
    '12/5 Trưng Trắc, P. Lam Sơn, TP Hưng Yên, Hưng Yên',
  ],
  [
    'Số 12, ngõ 5, đường Trưng Trắc, Phường Lam Sơn, TP. Hưng Yên',
    'so 12 ngo 05 duong trung trac p. lam son t.p hung yen',
  ],
  ['Số 5, ngách 12, ngõ 8, phố Phố Hiến, phường Lam Sơn', '5/12/8 Phố Hiến, P Lam Sơn, TP Hưng Yên'],
  ['Số 5, ngách 8/12, đường Phố Hiến, phường Lam Sơn', 'SN 5 ngõ 8 ngách 12 Phố Hiến, phường Lam Sơn'],
  [
    'Số 244, đường Mai Hắc Đế, Xã Thủ Sỹ, Huyện Tiên Lữ, Tỉnh Hưng Yên',
    '244 Mai Hắc Đế, xã Tân Hưng, Hưng Yên 17000, Việt Nam',
  ],
  ['Số 7, tổ 5, khu phố 2, đường Lê Lai, phường Phố Hiến', '7 Lê Lai, phường Phố Hiến, tỉnh Hưng Yên'],
  ['Số 45 QL39A, xã Yên Mỹ, Hưng Yên', 'Số 45 đường Quốc lộ 39A, thị trấn Yên Mỹ, huyện Yên Mĩ, Hưng Yên'],
  ['Số 9 ĐT.376, xã Ân Thi, Hưng Yên', 'Số 9, đường tỉnh 376, thị trấn Ân Thi, huyện Ân Thi'],
  [
    'Lô đất số CN5, KCN Phố Nối A, xã Như Quỳnh, Hưng Yên',
    'Lô CN5, khu công nghiệp Phố Nối A, TT. Như Quỳnh, H. Văn Lâm',
  ],
  ['Căn hộ 1203, tòa A, số 5 đường Lê Lai, phường Mỹ Hào', 'Số 5 Lê Lai, toà A, căn 1203, phường Mỹ Hào, Hưng Yên'],
  [
    'Trụ sở chính: Số 12 - đường Lê Lai - xã Tân Lập (nay là xã Yên Mỹ) - huyện Yên Mỹ',
    '12 Le Lai Tan Lap Yen My Hung Yen',
  ],
];

const SPELLINGS = [
  '12/5 Trưng Trắc, phường Lê Lợi, TP Hưng Yên',
  '12 ngõ 5 Trưng Trắc, P.Lê Lợi, Tp.Hưng Yên, tỉnh Hưng Yên',
  'So 12, Ng. 5, D. Trung Trac, P. Pho Hien, T. Hung Yen',
  'Nhà số 12 - Ngõ 5 - Trưng Trắc - Phường Hiến Nam - Thành phố Hưng Yên',
  'SỐ NHÀ 12/5 ĐƯỜNG TRƯNG TRẮC, PHƯỜNG MINH KHAI, TP.HƯNG YÊN, TỈNH HƯNG YÊN, VIỆT NAM',
  'đường Trưng Trắc, số 12 ngõ 5, phường Phố Hiến, Hưng Yên',
  'Ngõ số 5, số 12, Trưng Trắc, phường Phố Hiến, Hưng Yên',
  'số 12 (ngõ 5) đường Trưng Trắc, phường Phố Hiến, Hưng Yên',
  'No. 12, ngõ 5, đường Trưng Trắc, phường Phố Hiến, Hưng Yên',
  'Số12 ngõ5 đường TrưngTrắc, phường PhốHiến, HưngYên',
  'P.Phố Hiến, 12 / 5 Trưng Trắc, Hưng Yên',
  'Số 12, ngõ 5, đường Trưng Trắc, Phường Phố Hiến (phường Lê Lợi cũ), tỉnh Hưng Yên',
];

const different: readonly (readonly [string, string])[] = [
  ['Số 12, đường Lê Lai, phường Mỹ Hào', 'Số 12, đường Lê Lợi, phường Mỹ Hào'],
  ['Số 12, đường Lê Lai, phường Mỹ Hào', 'Số 12A, đường Lê Lai, phường Mỹ Hào'],
  ['Số 12, đường Lê Lai, phường Mỹ Hào', 'Số 12, đường Lê Lai, phường Phố Hiến'],
  ['Số 12, ngõ 5, đường Lê Lai, phường Mỹ Hào', 'Số 12, ngách 5, đường Lê Lai, phường Mỹ Hào'],
  ['Số 12, ngõ 5, đường Lê Lai, phường Mỹ Hào', 'Số 5, ngõ 12, đường Lê Lai, phường Mỹ Hào'],
  ['Số 12, ngõ 5, đường Lê Lai, phường Mỹ Hào', 'Số 12, đường Lê Lai, phường Mỹ Hào'],
  ['Số 1, ngõ 25, đường Lê Lai, phường Mỹ Hào', 'Số 12, ngõ 5, đường Lê Lai, phường Mỹ Hào'],
  ['Số 12, thôn An Bình, xã Yên Mỹ', 'Số 12, thôn An Dương, xã Yên Mỹ'],
  ['Số 12, thôn Đông, xã Yên Mỹ', 'Số 12, xóm Đông, xã Yên Mỹ'],
  ['Tầng 3, số 12, đường Lê Lai, phường Mỹ Hào', 'Tầng 5, số 12, đường Lê Lai, phường Mỹ Hào'],
  ['Căn hộ 1203, số 5 Lê Lai, phường Mỹ Hào', 'Căn hộ 1204, số 5 Lê Lai, phường Mỹ Hào'],
  ['Số 5 Lê Lai, xã Minh Tân, huyện Hưng Hà, Thái Bình', 'Số 5 Lê Lai, xã Minh Tân, huyện Kiến Xương, Thái Bình'],
  ['Số 5 Lê Lai, xã Hoàng Hoa Thám, huyện Ân Thi', 'Số 5 Lê Lai, xã Hoàng Hoa Thám, tỉnh Hưng Yên'],
  ['Số 5 Lê Lai, xã Lê Lợi, tỉnh Hưng Yên', 'Số 5 Lê Lai, phường Lê Lợi, tỉnh Hưng Yên'],
  ['Số 5 Lê Lai, xã Việt Hưng, tỉnh Hưng Yên', 'Số 5 Lê Lai, xã Việt Hùng, tỉnh Hưng Yên'],
  ['Số 5 Lê Lai, phường Nam Đồng, quận Đống Đa, Hà Nội', 'Số 5 Lê Lai, phường Nam Đồng, thành phố Hải Dương'],
  ['Số 5 đường 30/4, phường Trần Lãm', 'Số 5/30/4, phường Trần Lãm'],
];

const nowhere = [
  'Đường Nguyễn Văn Linh, Phường Mỹ Hào, Tỉnh Hưng Yên',
  'Xã Yên Mỹ, tỉnh Hưng Yên',
  'Số 12, xã Yên Mỹ, tỉnh Hưng Yên',
  'Thôn An Bình, Xã Tân Lập, Huyện Yên Mỹ',
  'Số 12 Lê Lai',
  'Số 12, Lê Lai, Xã Minh Tân, Tỉnh Thái Bình',
  '',
];

/** The lanes of an address in each possible reading. */
const LANES: readonly (readonly [string, readonly string[]])[] = [
  ['ngách 12/5', ['ngõ 12, ngách 5', 'ngõ 5, ngách 12']],
  ['ngách 12/5, ngõ 12', ['ngõ 12, ngách 5']],
  ['ngách 12/5, ngõ 5', ['ngõ 5, ngách 12']],
  ['ngách 2/5, ngõ 97', ['ngõ 97, ngách 2, hẻm 5', 'ngõ 97, ngách 5, hẻm 2']],
  ['ngách 12/12', ['ngõ 12, ngách 12']],
  ['hẻm 604/35/4', ['ngõ 604, ngách 35, hẻm 4', 'ngõ 4, ngách 35, hẻm 604']],
  ['ngách 5, ngõ 12', ['ngõ 12, ngách 5']],
  ['hẻm 7', ['ngõ 7']],
];

describe('addressKey', () => {
  it.each(same)('addressKey gives one key to %s and %s', (one, other) => {
    expect(keyOf(one)).toBeDefined();
    expect(keyOf(other)).toBe(keyOf(one));
  });

  it.each(SPELLINGS)('addressKey gives one key for %s', (text) => {
    expect(keyOf(text)).toBe(keyOf('Số 12, ngõ 5, đường Trưng Trắc, phường Phố Hiến, tỉnh Hưng Yên'));
  });

  it.each(different)('addressKey gives two keys to %s and %s', (one, other) => {
    expect(keyOf(one)).toBeDefined();
    expect(keyOf(other)).not.toBe(keyOf(one));
  });

  it.each(nowhere)('addressKey gives no key: %s', (text) => {
    expect(keyOf(text)).toBeUndefined();
  });

  it.each(LANES)('addressKey reads %s as %j', (text, lanes) => {
    const { lane, turnedLane } = parseAddress(`Số 3, ${text}, Lê Lai, phường Phố Hiến, Hưng Yên`);
    expect([lane, turnedLane].filter((one) => one !== undefined)).toEqual(lanes);
  });

  it('addressKey distinguishes clearly named lanes, and a lane with a slash shares a key with both', () => {
    const at = (lane: string) => `Số 3, ${lane}, Lê Lai, phường Phố Hiến, Hưng Yên`;
    const [inner, outer, slash] = [at('ngách 12, ngõ 5'), at('ngách 5, ngõ 12'), at('ngách 12/5')];
    expect(inCommon(inner, outer)).toEqual([]);
    expect(inCommon(slash, inner)).toHaveLength(1);
    expect(inCommon(slash, outer)).toHaveLength(1);
  });

  it('a flat has one key with its tower before it, behind it and without labels', () => {
    const keys = [`Căn S1.05-1208 ${TOWN}`, `Căn hộ 1208, tòa S1.05, KĐT ${TOWN}`, `S1.05-1208 ${TOWN}`].map(keyOf);
    expect(keys[0]).toBeDefined();
    expect(new Set(keys).size).toBe(1);
  });

  it('a numbered khu is the hamlet of a house also without a comma', () => {
    const keys = ['Số 130, Khu 6', 'Số 130 Khu 6', '130 khu 6'].map((door) => keyOf(`${door}, xã Thái Thụy, Hưng Yên`));
    expect(keys[0]).toBeDefined();
    expect(new Set(keys).size).toBe(1);
  });

  it('addressKey keeps the old code of communes that were split', () => {
    for (const [commune, code] of [
      ['Lạc Đạo', '11989'],
      ['Đình Dù', '12004'],
    ] as const) {
      expect(keyOf(`Số 5, đường Lê Lai, Xã ${commune}, Huyện Văn Lâm, Tỉnh Hưng Yên`)).toContain(`old:${code}|`);
    }
  });
});
