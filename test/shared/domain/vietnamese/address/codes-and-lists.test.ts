import { describe, expect, it } from 'vitest';
import { compareAddresses } from '#shared/domain/vietnamese/address/compare-addresses.ts';
import { parseAddress } from '#shared/domain/vietnamese/address/parse-address.ts';

const compare = (one: string, other: string) => compareAddresses(parseAddress(one), parseAddress(other)).result;

const ROW = 'Lô 01+02, khu LK36, TT. Đông Hưng, Huyện Đông Hưng, Thái Bình';
const LOTS = 'Lô 31M, 32M, 33M KDC Thương mại Uyên Hưng, P. Uyên Hưng, TP Tân Uyên, Bình Dương';
const RANGE = '245 - 245A Phan Văn Hớn, Phường Tân Thới Nhất, Quận 12, TP HCM';
const SHOP = 'L3 - 07 Tầng 3, TTTM Vincom Đà Nẵng, 910A Ngô Quyền, An Hải Bắc, Sơn Trà, Đà Nẵng';
const SHOP_WITHOUT_HOUSE =
  'L1 06 - 08 Tầng 1, TTTM Vincom Plaza Tuy Hòa, Đường Hùng Vương, Phường 7, TP Tuy Hòa, Tỉnh Phú Yên';
const AEON = 'T2-60, TTTM Aeon Lê Chân, Số 10 Võ Nguyên Giáp, P. Kênh Dương, Q. Lê Chân, TP. Hải Phòng';
const BRANCH = '(BI3) 46 Võ Thị Sáu, Khu phố 7, Phường. Thống Nhất, TP. Biên Hòa, Đồng Nai';
const NAMED = '4CAR Workshop, 351 Bình Lợi, P. Bình Lợi Trung, TP Hồ Chí Minh';
const MARINA = '36 Grand Marina, Thủy Nguyên, KĐT Ecopark, Phụng Công, Hưng Yên';
const ARC = 'Marina Arc, 18A, Khu đô thị Ecopark, Văn Giang, Hưng Yên';
const LAKE =
  'Tầng 1, Tòa Lake 1, Khu căn hộ Vịnh Thủy, Khu đô thị thương mại và du lịch Văn Giang, Xã Xuân Quan, Huyện Văn Giang, Hưng Yên';
const PLOT = 'Ô 86 Lô DC79, đường DA6, KDC Việt Sing, phường Thuận Giao, thành phố Thuận An, tỉnh Bình Dương';
const LANG_CHAU = 'Thôn Lang Châu Nam, Xã Duy Phước, Huyện Duy Xuyên, Tỉnh Quảng Nam';

describe('codes, lists and names of doors that two texts write differently', () => {
  it.each([
    // Several houses of a row, and several lots with their letter behind
    [ROW, 'Lô 01-02 LK36, Xã Đông Hưng, Tỉnh Hưng Yên', 'ambiguous'],
    [ROW, 'Lô 02 LK36, Xã Đông Hưng, Tỉnh Hưng Yên', 'ambiguous'],
    [ROW, 'Lô 03 LK36, Xã Đông Hưng, Tỉnh Hưng Yên', 'mismatch'],
    [ROW, 'Lô 01-03 LK36, Xã Đông Hưng, Tỉnh Hưng Yên', 'mismatch'],
    [ROW, 'Lô 01-02 LK37, Xã Đông Hưng, Tỉnh Hưng Yên', 'mismatch'],
    [LOTS, 'Lô 31M-32M-33M KDC thương mại Uyên Hưng, P. Tân Uyên, TP. HCM', 'match'],
    [LOTS, 'Lô 31M-32M KDC thương mại Uyên Hưng, P. Tân Uyên, TP. HCM', 'mismatch'],
    [LOTS, 'Lô 34M KDC thương mại Uyên Hưng, P. Tân Uyên, TP. HCM', 'mismatch'],
    // A range whose last number only has a letter more
    [RANGE, '245-245A Phan Văn Hớn, Đông Hưng Thuận, Hồ Chí Minh', 'match'],
    [RANGE, '245 Phan Văn Hớn, Đông Hưng Thuận, Hồ Chí Minh', 'ambiguous'],
    [RANGE, '247 Phan Văn Hớn, Đông Hưng Thuận, Hồ Chí Minh', 'mismatch'],
    // A shop of a shopping centre beside the house number
    [SHOP, 'L3-07 Tầng 3 Vincom Plaza Đà Nẵng, 910A Ngô Quyền, P. An Hải, Đà Nẵng', 'match'],
    [SHOP, 'L3-08 Tầng 3 Vincom Plaza Đà Nẵng, 910A Ngô Quyền, P. An Hải, Đà Nẵng', 'mismatch'],
    [SHOP, 'L2-07 Tầng 2 Vincom Plaza Đà Nẵng, 910A Ngô Quyền, P. An Hải, Đà Nẵng', 'mismatch'],
    [SHOP, 'L3-07 Tầng 3 Vincom Plaza Đà Nẵng, 912A Ngô Quyền, P. An Hải, Đà Nẵng', 'mismatch'],
    [SHOP_WITHOUT_HOUSE, 'Vincom Plaza Tuy Hòa L1 06-08, Hùng Vương, P. Tuy Hòa, Đắk Lắk', 'ambiguous'],
    [SHOP_WITHOUT_HOUSE, 'Vincom Plaza Tuy Hòa L1 09, Hùng Vương, P. Tuy Hòa, Đắk Lắk', 'mismatch'],
    [SHOP_WITHOUT_HOUSE, 'Vincom Plaza Tuy Hòa L2 06-08, Hùng Vương, P. Tuy Hòa, Đắk Lắk', 'mismatch'],
    [AEON, 'T2-60 AEON MALL Hải Phòng Lê Chân, 10 Võ Nguyên Giáp, Phường Lê Chân, Hải Phòng', 'match'],
    [AEON, 'T2-61 AEON MALL Hải Phòng Lê Chân, 10 Võ Nguyên Giáp, Phường Lê Chân, Hải Phòng', 'mismatch'],
    // The house number behind the name of a shopping centre
    ['Vincom Plaza 460 Lý Bôn, P. Trần Hưng Đạo, Hưng Yên', '460 Lý Bôn, P. Đề Thám, TP. Thái Bình', 'match'],
    ['Vincom Plaza 460 Lý Bôn, P. Trần Hưng Đạo, Hưng Yên', '458 Lý Bôn, P. Đề Thám, TP. Thái Bình', 'mismatch'],
    // A branch's code, and a name that begins with a number, before the house number
    [BRANCH, '46 Võ Thị Sáu, KP 7, phường Trấn Biên, Đồng Nai', 'match'],
    [BRANCH, '48 Võ Thị Sáu, KP 7, phường Trấn Biên, Đồng Nai', 'mismatch'],
    ['(LK36) 12 Lê Lợi, P. Hiến Nam, TP Hưng Yên', '12 Lê Lợi, phường Phố Hiến, Hưng Yên', 'mismatch'],
    [NAMED, 'Số 351 Bình Lợi, Phường 13, Quận Bình Thạnh, TP HCM', 'match'],
    [NAMED, 'Số 353 Bình Lợi, Phường 13, Quận Bình Thạnh, TP HCM', 'mismatch'],
    ['2K Store, 15 Lê Lợi, P. Hiến Nam, TP Hưng Yên', '15 Lê Lợi, phường Phố Hiến, Hưng Yên', 'match'],
    ['4 Mùa Coffee, 15 Lê Lợi, P. Hiến Nam, TP Hưng Yên', 'Số 15 Lê Lợi, phường Phố Hiến, Hưng Yên', 'match'],
    ['4 Mùa Coffee, 15 Lê Lợi, P. Hiến Nam, TP Hưng Yên', 'Số 4 Lê Lợi, phường Phố Hiến, Hưng Yên', 'mismatch'],
    [
      '12 Royal Center, Lê Lợi, P. Hiến Nam, TP Hưng Yên',
      'Số 14 Royal Center, Lê Lợi, P. Phố Hiến, Hưng Yên',
      'mismatch',
    ],
    ['12bis Lê Lợi, P. Hiến Nam, TP Hưng Yên', '12 Lê Lợi, phường Phố Hiến, Hưng Yên', 'mismatch'],
    // Places around a house of which one text names more, or names one by its second name
    [MARINA, '36 Thủy Nguyên, Ecopark, xã Phụng Công, Hưng Yên', 'ambiguous'],
    [MARINA, '38 Thủy Nguyên, Ecopark, xã Phụng Công, Hưng Yên', 'mismatch'],
    [MARINA, '36 Hải Âu, Ecopark, xã Phụng Công, Hưng Yên', 'mismatch'],
    [ARC, 'Marina Arc 18A, Ecopark, Xã Phụng Công, Hưng Yên', 'ambiguous'],
    [ARC, 'Marina Arc 18B, Ecopark, Xã Phụng Công, Hưng Yên', 'mismatch'],
    [LAKE, 'CGV Ecopark - Tầng 1 tòa Lake 1, KĐT Ecopark, xã Phụng Công, Hưng Yên', 'ambiguous'],
    [LAKE, 'CGV Ecopark - Tầng 1 tòa Lake 2, KĐT Ecopark, xã Phụng Công, Hưng Yên', 'mismatch'],
    [
      'Số 5 đường số 1, KCN An Đồn, An Hải Bắc, Sơn Trà, Đà Nẵng',
      '5 đường số 1, KCN Đà Nẵng, P. An Hải, Đà Nẵng',
      'match',
    ],
    // Another lot with the same number on the same street
    [PLOT, 'Ô 86 lô DC79 đường DA6, KDC Việt Sing, P. Thuận Giao, TP.HCM', 'match'],
    [PLOT, 'Ô 86 lô DC97 đường DA6, KDC Việt Sing, P. Thuận Giao, TP.HCM', 'mismatch'],
    // A hamlet whose name begins like the label làng
    [LANG_CHAU, 'Lang Châu Nam, xã Nam Phước, TP. Đà Nẵng', 'ambiguous'],
    [LANG_CHAU, 'thon Lang Chau Nam, xa Nam Phuoc, Da Nang', 'ambiguous'],
    [LANG_CHAU, 'Thôn Lang Châu Bắc, xã Nam Phước, TP. Đà Nẵng', 'mismatch'],
    // One mark of one word in a hamlet's name
    ['thôn Sở Đông, xã Long Hưng, Văn Giang, Hưng Yên', 'Thôn Sổ Đông, xã Nghĩa Trụ, Hưng Yên', 'ambiguous'],
    ['5 thôn Sở Đông, xã Long Hưng, Văn Giang, Hưng Yên', '5 thôn Sổ Đông, xã Nghĩa Trụ, Hưng Yên', 'ambiguous'],
    ['thôn Sở Đông, xã Long Hưng, Văn Giang, Hưng Yên', 'Thôn Số Đông, xã Nghĩa Trụ, Hưng Yên', 'mismatch'],
    ['thôn Sở Đông, xã Long Hưng, Văn Giang, Hưng Yên', 'Thôn Sổ Đồng, xã Nghĩa Trụ, Hưng Yên', 'mismatch'],
    ['thôn Đông, xã Long Hưng, Văn Giang, Hưng Yên', 'Thôn Đồng, xã Nghĩa Trụ, Hưng Yên', 'mismatch'],
    ['thôn Sở Đông, xã Long Hưng, Văn Giang, Hưng Yên', 'Sổ Đông, xã Nghĩa Trụ, Hưng Yên', 'mismatch'],
    ['5 Quản Thủ, xã Long Hưng, Văn Giang, Hưng Yên', '5 Quán Thủ, xã Nghĩa Trụ, Hưng Yên', 'mismatch'],
  ])('compareAddresses says of %s and %s: %s', (one, other, result) => {
    expect([compare(one, other), compare(other, one)]).toEqual([result, result]);
  });
});
