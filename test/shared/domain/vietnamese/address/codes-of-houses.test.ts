import { describe, expect, it } from 'vitest';
import { addressKey } from '#shared/domain/vietnamese/address/address-key.ts';
import { compareAddresses } from '#shared/domain/vietnamese/address/compare-addresses.ts';
import { parseAddress } from '#shared/domain/vietnamese/address/parse-address.ts';

const compare = (one: string, other: string) => compareAddresses(parseAddress(one), parseAddress(other)).result;
const keyOf = (text: string) => addressKey(parseAddress(text));

const TOWN = 'Vinhomes Ocean Park 2, xã Nghĩa Trụ, Hưng Yên';
const OLD_TOWN = 'Vinhomes Ocean Park 2, Nghĩa Trụ, Văn Giang, Hưng Yên';
const TERRACE = 'KĐT Văn Phú, phường Kiến Hưng, Hà Nội';

describe('codes of flats, terraced houses and plots', () => {
  it.each([
    // The flat and its tower in one code
    [`Căn S1.05-1208 ${OLD_TOWN}`, `Căn 1208 tòa S1.05, KĐT ${TOWN}`, 'match'],
    [`Căn S1.05-1208 ${OLD_TOWN}`, `S1.05-1208 ${TOWN}`, 'match'],
    [`Căn S1.05-1208 ${OLD_TOWN}`, `P1208 - S1.05 ${TOWN}`, 'match'],
    [`Căn S1.05-1208 ${OLD_TOWN}`, `Căn 1208 tòa S1.06, KĐT ${TOWN}`, 'mismatch'],
    [`Căn S1.05-1208 ${OLD_TOWN}`, `Căn 1108 tòa S1.05, KĐT ${TOWN}`, 'mismatch'],
    [
      'P1205 - S2 Sky Oasis, KĐT Ecopark, xã Xuân Quan, Văn Giang, Hưng Yên',
      'Căn 1205 tòa S2 Sky Oasis, Ecopark, xã Phụng Công, Hưng Yên',
      'match',
    ],
    [
      'P1205 - S2 Sky Oasis, KĐT Ecopark, xã Xuân Quan, Văn Giang, Hưng Yên',
      'Căn 1205 tòa S1 Sky Oasis, Ecopark, xã Phụng Công, Hưng Yên',
      'mismatch',
    ],
    [
      'R3-1512 Aqua Bay, KĐT Ecopark, xã Cửu Cao, Văn Giang, Hưng Yên',
      'R3-1512, Aqua Bay, Ecopark, xã Phụng Công, Hưng Yên',
      'match',
    ],
    [
      'R3-1512 Aqua Bay, KĐT Ecopark, xã Cửu Cao, Văn Giang, Hưng Yên',
      'Căn 1512 tòa R3, Ecopark, xã Phụng Công, Hưng Yên',
      'ambiguous',
    ],
    ['Căn 803 tòa B2, xã Phụng Công, Hưng Yên', 'P803 tòa B2, xã Phụng Công, Hưng Yên', 'ambiguous'],
    [
      'Tòa H1-2105 Hawaii, KĐT Ecopark, xã Xuân Quan, Văn Giang, Hưng Yên',
      'Căn 2105 tòa H1 Hawaii, Ecopark, xã Phụng Công, Hưng Yên',
      'match',
    ],
    [
      'Tòa H1-2105 Hawaii, KĐT Ecopark, xã Xuân Quan, Văn Giang, Hưng Yên',
      'Căn 2106 tòa H1 Hawaii, Ecopark, xã Phụng Công, Hưng Yên',
      'mismatch',
    ],
    // The house and its row in one code
    [`90 TT1 - KĐT Văn Phú - Phú La - Hà Đông - Hà Nội`, `90TT1, ${TERRACE}`, 'ambiguous'],
    [`90TT1, ${TERRACE}`, `TT1-90 ${TERRACE}`, 'match'],
    [`90TT1, ${TERRACE}`, `Số 90 lô TT1, ${TERRACE}`, 'match'],
    [`90TT1, ${TERRACE}`, `90TT11, ${TERRACE}`, 'mismatch'],
    [`90TT1, ${TERRACE}`, `TT90-1, ${TERRACE}`, 'mismatch'],
    // A code with a dash
    [
      'GMA-01, Khu Thủy Nguyên, KĐT Ecopark, xã Xuân Quan, Văn Giang, Hưng Yên',
      'GMA-01 Khu Thủy Nguyên, KĐT Ecopark, xã Phụng Công, Hưng Yên',
      'ambiguous',
    ],
    [
      'GMA-01, Khu Thủy Nguyên, KĐT Ecopark, xã Xuân Quan, Văn Giang, Hưng Yên',
      'GMA-10 Khu Thủy Nguyên, KĐT Ecopark, xã Phụng Công, Hưng Yên',
      'mismatch',
    ],
    [
      'BT Rừng Cọ E12, KĐT Ecopark, xã Xuân Quan, Văn Giang, Hưng Yên',
      'Biệt thự Rừng Cọ E12, Ecopark, xã Phụng Công, Hưng Yên',
      'ambiguous',
    ],
    [
      'BT Rừng Cọ E12, KĐT Ecopark, xã Xuân Quan, Văn Giang, Hưng Yên',
      'Biệt thự Rừng Cọ E21, Ecopark, xã Phụng Công, Hưng Yên',
      'mismatch',
    ],
    [
      'Ô 9 - 10, Lô B1, KĐT Phố Nối, TX Mỹ Hào, Hưng Yên',
      'Ô 9-10 lô B1, KĐT Phố Nối, P. Mỹ Hào, Hưng Yên',
      'ambiguous',
    ],
    ['Ô 9 - 10, Lô B1, KĐT Phố Nối, TX Mỹ Hào, Hưng Yên', 'Ô 9-11 lô B1, KĐT Phố Nối, P. Mỹ Hào, Hưng Yên', 'mismatch'],
    // The lot of an industrial estate without its label
    [
      'Lô CN2, CCN Minh Khai, TT Như Quỳnh, Văn Lâm, Hưng Yên',
      'CN2 cụm công nghiệp Minh Khai, Như Quỳnh, Hưng Yên',
      'match',
    ],
    [
      'Lô CN2, CCN Minh Khai, TT Như Quỳnh, Văn Lâm, Hưng Yên',
      'CN3 cụm công nghiệp Minh Khai, Như Quỳnh, Hưng Yên',
      'mismatch',
    ],
    // A tower's code with a letter at its end
    [
      'P1203 CT2A KĐT Văn Quán, phường Phúc La, quận Hà Đông, Hà Nội',
      'Phòng 1203 tòa CT2A, KĐT Văn Quán, P. Hà Đông, TP Hà Nội',
      'match',
    ],
    [
      'P1203 CT2A KĐT Văn Quán, phường Phúc La, quận Hà Đông, Hà Nội',
      'Phòng 1203 tòa CT2B, KĐT Văn Quán, P. Hà Đông, TP Hà Nội',
      'mismatch',
    ],
    // Plots and the number of an estate in English
    [
      'Plot K-3&4, Thang Long Industrial Park II, Di Su Commune, My Hao District, Hung Yen Province, Vietnam',
      'Lô K-3&4, KCN Thăng Long II, P. Đường Hào, T. Hưng Yên',
      'match',
    ],
    [
      'Plot K-3&4, Thang Long Industrial Park II, Di Su Commune, My Hao District, Hung Yen Province, Vietnam',
      'Lô K-3&5, KCN Thăng Long II, P. Đường Hào, T. Hưng Yên',
      'mismatch',
    ],
    [
      'Lot B2, Pho Noi Industrial Park A, Lac Hong Commune, Van Lam District, Hung Yen',
      'Lô B2 KCN Phố Nối B, xã Như Quỳnh, Hưng Yên',
      'mismatch',
    ],
  ])('compares %s and %s: %s', (one, other, result) => {
    expect([compare(one, other), compare(other, one)]).toEqual([result, result]);
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
});
