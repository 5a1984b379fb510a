import { describe, expect, it } from 'vitest';
import { compareAddresses } from '#shared/domain/vietnamese/address/compare-addresses.ts';
import { parseAddress } from '#shared/domain/vietnamese/address/parse-address.ts';

const compare = (one: string, other: string) => compareAddresses(parseAddress(one), parseAddress(other)).result;
const ESTATE = 'KCN Phúc Khánh, phường Vũ Phúc, Hưng Yên';
const OLD_ESTATE = 'KCN Phúc Khánh, P. Phú Khánh, TP. Thái Bình';

describe('parts of a house in another order', () => {
  it.each([
    // A house of a lot
    [`Lô A12-5, ${OLD_ESTATE}`, `Số 5 lô A12 ${ESTATE}`, 'match'],
    [`Lô A12-5, ${OLD_ESTATE}`, `Số 6 lô A12 ${ESTATE}`, 'mismatch'],
    [`Lô A12-5, ${OLD_ESTATE}`, `Số 12 lô A5, ${ESTATE}`, 'mismatch'],
    ['SN 15 B5 tổ 36, P. Trần Lãm, TP Thái Bình', 'Số 15, lô B5, phường Trần Lãm, Hưng Yên', 'ambiguous'],
    ['SN 15 B6 tổ 36, P. Trần Lãm, TP Thái Bình', 'Số 15, lô B5, phường Trần Lãm, Hưng Yên', 'mismatch'],
    // From Huế southwards a number begins at the street
    ['K123/45 Lê Duẩn, P. Hòa Khánh Bắc, Liên Chiểu, Đà Nẵng', '123/45 Lê Duẩn, phường Liên Chiểu, Đà Nẵng', 'match'],
    [
      'K123/45 Lê Duẩn, P. Hòa Khánh Bắc, Liên Chiểu, Đà Nẵng',
      '45/123 Lê Duẩn, phường Liên Chiểu, Đà Nẵng',
      'mismatch',
    ],
    ['H12/3 K45 Lê Duẩn, phường Thanh Khê, Đà Nẵng', 'K45/H12/3 Lê Duẩn, phường Thanh Khê, Đà Nẵng', 'match'],
    ['H12/3 K45 Lê Duẩn, phường Thanh Khê, Đà Nẵng', '45/12/3 Lê Duẩn, phường Thanh Khê, Đà Nẵng', 'match'],
    ['H12/3 K45 Lê Duẩn, phường Thanh Khê, Đà Nẵng', 'H3/12 K45 Lê Duẩn, phường Thanh Khê, Đà Nẵng', 'mismatch'],
    ['45 hẻm 123 Lê Lợi, phường Dĩ An, TP.HCM', '123/45 Lê Lợi, phường Dĩ An, TP.HCM', 'match'],
    ['45 ngõ 123 Lê Lợi, phường Phố Hiến, Hưng Yên', '123/45 Lê Lợi, phường Phố Hiến, Hưng Yên', 'mismatch'],
    ['45 ngõ 123 Lê Lợi, phường Phố Hiến, Hưng Yên', '45/123 Lê Lợi, phường Phố Hiến, Hưng Yên', 'match'],
    // A floor after its building
    [
      'Tầng 12, tòa nhà Keangnam, Phạm Hùng, P. Yên Hòa, Hà Nội',
      'Keangnam T12, Phạm Hùng, phường Yên Hòa, Hà Nội',
      'ambiguous',
    ],
    [
      'Tầng 12, tòa nhà Keangnam, Phạm Hùng, P. Yên Hòa, Hà Nội',
      'Keangnam T15, Phạm Hùng, phường Yên Hòa, Hà Nội',
      'mismatch',
    ],
    [
      'Tầng 5 tòa Keangnam Landmark 72, P. Yên Hòa, Hà Nội',
      'T5 Keangnam, Phạm Hùng, phường Yên Hòa, Hà Nội',
      'ambiguous',
    ],
    // Three houses, a house behind everything, a block without its label
    ['336 - 338 - 340 Lê Lợi, phường Tân Thuận, TP.HCM', '336-340 Lê Lợi, phường Tân Thuận, TP.HCM', 'match'],
    ['336 - 338 - 340 Lê Lợi, phường Tân Thuận, TP.HCM', '338 Lê Lợi, phường Tân Thuận, TP.HCM', 'ambiguous'],
    ['336 - 338 - 340 Lê Lợi, phường Tân Thuận, TP.HCM', '342 Lê Lợi, phường Tân Thuận, TP.HCM', 'mismatch'],
    ['Thôn Đức Ninh, xã Đức Hợp, Hưng Yên, SN 123', '123 thôn Đức Ninh, xã Đức Hợp, Hưng Yên', 'match'],
    ['Thôn Đức Ninh, xã Đức Hợp, Hưng Yên, SN 123', '132 thôn Đức Ninh, xã Đức Hợp, Hưng Yên', 'mismatch'],
    [
      'P506, C4, KDC An Bình, P. Trấn Biên, Đồng Nai',
      'Phòng 506 chung cư C4, KDC An Bình, Trấn Biên, Đồng Nai',
      'match',
    ],
    [
      'P506, C4, KDC An Bình, P. Trấn Biên, Đồng Nai',
      'Phòng 506 chung cư C5, KDC An Bình, Trấn Biên, Đồng Nai',
      'mismatch',
    ],
  ])('compareAddresses reads %s and %s', (one, other, result) => {
    expect([compare(one, other), compare(other, one)]).toEqual([result, result]);
  });
});

describe('names that one text gives in full', () => {
  it.each([
    // Điện Biên 1 and Điện Biên 2 are streets of one ward.
    ['12 Điện Biên, P. Lê Lợi, TP Hưng Yên', '12 Điện Biên 1, phường Phố Hiến, Hưng Yên', 'ambiguous'],
    ['12 Điện Biên I, P. Lê Lợi, TP Hưng Yên', '12 Điện Biên 1, phường Phố Hiến, Hưng Yên', 'match'],
    ['12 Điện Biên 2, P. Lê Lợi, TP Hưng Yên', '12 Điện Biên 1, phường Phố Hiến, Hưng Yên', 'mismatch'],
    ['5 đường 61, xã Toàn Thắng, Kim Động, Hưng Yên', '5 ĐT.61, xã Nghĩa Dân, Hưng Yên', 'ambiguous'],
    ['5 đường 61, xã Toàn Thắng, Kim Động, Hưng Yên', '5 ĐT.62, xã Nghĩa Dân, Hưng Yên', 'mismatch'],
    ['Lô XN2 KCN khí mỏ Tiền Hải, xã Tiền Hải, Hưng Yên', 'Lô XN2 KCN Tiền Hải, xã Tiền Hải, Hưng Yên', 'ambiguous'],
    ['Lô B2 KCN Phố Nối A, xã Như Quỳnh, Hưng Yên', 'Lô B2 KCN Phố Nối B, xã Như Quỳnh, Hưng Yên', 'mismatch'],
    [
      'Lô CN08 KCN Liên Hà Thái (Green iP-1), xã Thái Thụy, Hưng Yên',
      'Lô CN-08, KCN Liên Hà Thái, xã Thái Thụy, Hưng Yên',
      'match',
    ],
    [
      'Lô CN08 KCN Liên Hà Thái (lô CN09), xã Thái Thụy, Hưng Yên',
      'Lô CN08, KCN Liên Hà Thái, xã Thái Thụy, Hưng Yên',
      'mismatch',
    ],
    [
      'Đường 206 khu B KCN Phố Nối A, xã Như Quỳnh, Hưng Yên',
      'Đường 206, Khu B, KCN Phố Nối A, xã Như Quỳnh, Hưng Yên',
      'ambiguous',
    ],
    ['Ngã 3 Đông La, QL10, xã Đông Hưng, Hưng Yên', 'Ngã tư Đông La, QL10, xã Đông Hưng, Hưng Yên', 'mismatch'],
    ['Ngã 3 Đông La, QL10, xã Đông Hưng, Hưng Yên', 'Ngã ba Đông La, Quốc lộ 10, xã Đông Hưng, Hưng Yên', 'ambiguous'],
    ['Xóm 3, Quảng Uyên, xã Việt Yên, Hưng Yên', 'Xóm 3 thôn Quảng Uyên, xã Việt Yên, Hưng Yên', 'ambiguous'],
    ['Xóm 3, Quảng Uyên, xã Việt Yên, Hưng Yên', 'Xóm 5 thôn Quảng Uyên, xã Việt Yên, Hưng Yên', 'mismatch'],
    [
      'TTTM Dân Tiến, thôn An Bình, xã Việt Tiến, Hưng Yên',
      'Trung tâm thương mại Dân Tiến, thôn An Bình, xã Việt Tiến, Hưng Yên',
      'match',
    ],
  ])('compareAddresses reads %s and %s', (one, other, result) => {
    expect([compare(one, other), compare(other, one)]).toEqual([result, result]);
  });
});
