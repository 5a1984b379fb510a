import { describe, expect, it } from 'vitest';
import { csvCases } from '#test/support/csv-cases.ts';
import { addressKey, addressKeys } from '#shared/domain/vietnamese/address/address-key.ts';
import { parseAddress } from '#shared/domain/vietnamese/address/parse-address.ts';

const keyOf = (text: string) => addressKey(parseAddress(text));
const TOWN = 'Vinhomes Ocean Park 2, xã Nghĩa Trụ, Hưng Yên';
const keysOf = (text: string) => addressKeys(parseAddress(text));
const inCommon = (one: string, other: string) => keysOf(one).filter((key) => keysOf(other).includes(key));

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
  it.each(csvCases('one-key.csv', import.meta))('addressKey gives one key to %s and %s', (one, other) => {
    expect(keyOf(one)).toBeDefined();
    expect(keyOf(other)).toBe(keyOf(one));
  });

  it.each(csvCases('spellings.csv', import.meta))('addressKey gives one key for %s', (text) => {
    expect(keyOf(text)).toBe(keyOf('Số 12, ngõ 5, đường Trưng Trắc, phường Phố Hiến, tỉnh Hưng Yên'));
  });

  it.each(csvCases('two-keys.csv', import.meta))('addressKey gives two keys to %s and %s', (one, other) => {
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
