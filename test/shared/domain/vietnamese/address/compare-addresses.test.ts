import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareAddresses } from '#shared/domain/vietnamese/address/compare-addresses.ts';
import { parseAddress } from '#shared/domain/vietnamese/address/parse-address.ts';
import { neighbours } from './neighbours.ts';
import { mixedStyle } from './styles.ts';
import { writeInStyle } from './write-in-style.ts';

const compare = (one: string, other: string) => compareAddresses(parseAddress(one), parseAddress(other)).result;

describe('compareAddresses', () => {
  it.each([
    ['58 Chu Mạnh Trinh, Lê Lợi, Hưng Yên', '58 Chu Mạnh Trinh, phường Phố Hiến, Hưng Yên', 'ambiguous'],
    ['58 Chu Mạnh Trinh, Lê Lợi, Hưng Yên', '58 Chu Mạnh Trinh, xã Lê Lợi, tỉnh Hưng Yên', 'ambiguous'],
    ['58 Chu Mạnh Trinh, phường Lê Lợi, Hưng Yên', '58 Chu Mạnh Trinh, xã Lê Lợi, tỉnh Hưng Yên', 'mismatch'],
    ['12 Lý Bôn, Tiền Phong, Tp:, Thái Bình', 'Số 12 Lý Bôn, phường Thái Bình, tỉnh Hưng Yên', 'match'],
    ['12 Lý Bôn, P. Bồ Xyên, Thái Bình', '12 Lý Bôn, Bồ Xuyên, TP.TB', 'match'],
    ['12 Lý Bôn, Bồ Xuyên, Thái Bình', '14 Lý Bôn, Bồ Xuyên, Thái Bình', 'mismatch'],
    ['Nhà thuốc An Khang, 12 Lý Bôn, P. Bồ Xuyên, Thái Bình, Thái Bình', '12 Lý Bôn, Bồ Xuyên, Thái Bình', 'match'],
    ['12 Lý Bôn, Bồ Xuyên, Thái Bình 06000, Vietnam', '12 Ly Bon Street, Bo Xuyen Ward, Thai Binh City', 'match'],
    ['Trường THPT Lý Bôn, xã Hiệp Hòa, Vũ Thư', 'Trường THPT Vũ Tiên, xã Hiệp Hòa, Vũ Thư', 'mismatch'],
    ['Đường Lý Bôn, Bồ Xuyên, Thái Bình', 'Đường Lý Bôn, Bồ Xuyên, Thái Bình', 'ambiguous'],
    ['Số 5, đường Lê Lai, xã Lạc Đạo, huyện Văn Lâm', 'Số 5 Lê Lai, xã Đại Đồng, Hưng Yên', 'match'],
    ['24B P. Cao Bá Quát, Điện Biên, Ba Đình, Hà Nội', '24B Cao Bá Quát, P. Ba Đình, Hà Nội', 'match'],
    ['12 Lê Lợi, khu Nhân Hòa, Hiến Nam, TP Hưng Yên', '12 Lê Lợi, phường Phố Hiến, Hưng Yên', 'ambiguous'],
    ['Số 5, đường Lê Lai, xã Lạc Đạo, huyện Văn Lâm', 'Số 5 Lê Lai, Lạc Đạo, Văn Lâm, Hưng Yên', 'match'],
    ['Số 37-39 Lý Bôn, Bồ Xuyên, Thái Bình', '37 Lý Bôn, Bồ Xuyên, Thái Bình', 'ambiguous'],
    ['12 Lê Lai, Tân Lập, Yên Mỹ, Hưng Yên', '12 Lê Lai, phường Bến Nghé, Quận 1, TP.HCM', 'mismatch'],
    ['24 Lê Lợi, Thái Bình, Hưng Yên', '24 Lê Lợi, phường Thái Bình, tỉnh Hưng Yên', 'ambiguous'],
    ['24 Lê Lợi, Thái Bình, Hưng Yên', '24 Lê Lợi, phường Trần Lãm, tỉnh Hưng Yên', 'ambiguous'],
    ['24 Lê Lợi, phường Thái Bình, Hưng Yên', '24 Lê Lợi, phường Trần Lãm, tỉnh Hưng Yên', 'mismatch'],
    ['MB Bank Thái Bình: số 460 Lý Bôn, Đề Thám, TP. Thái Bình', '460 Lý Bôn, P. Trần Hưng Đạo, Hưng Yên', 'match'],
    ['Số 2 Lê Lai, P. An Tảo, TP Hưng Yên, tỉnh Hưng Yên (cũ)', '2 Lê Lai, phường Phố Hiến, Hưng Yên', 'match'],
    ['Số 61 đường 38B, thị trấn Vương, Tiên Lữ', '61 QL38B, TT Vương, Tiên Lữ, Hưng Yên', 'ambiguous'],
    ['Số 61 đường 38, thị trấn Vương, Tiên Lữ', '61 QL38B, TT Vương, Tiên Lữ, Hưng Yên', 'mismatch'],
    ['BT2-18 khu nhà ở Phúc Hưng, Nhân Hòa, Mỹ Hào', 'BT2-18 KĐT Phúc Hưng, P. Nhân Hòa, Mỹ Hào', 'ambiguous'],
    ['BT2-18 khu nhà ở Phúc Hưng, Nhân Hòa, Mỹ Hào', 'BT2-18 KĐT Tân Hưng, P. Nhân Hòa, Mỹ Hào', 'mismatch'],
    ['Mặt tiền QL13, Lái Thiêu, Thuận An, Bình Dương', 'QL13, phường Lái Thiêu, TP.HCM', 'ambiguous'],
    [
      'Tầng 1 & 4, Tòa nhà Sao Mai, 27 Trần Duy Hưng, Trung Hòa, Cầu Giấy, Hà Nội',
      'Tầng 1 tòa Sao Mai, 27 Trần Duy Hưng, P. Trung Hòa, Cầu Giấy, Hà Nội',
      'match',
    ],
    ['Ngã tư Minh Hòa, Hưng Hà, Thái Bình', 'Ngã tư Minh Hòa, xã Hồng Minh, Hưng Yên', 'ambiguous'],
    ['Ngã tư Minh Hòa, Hưng Hà, Thái Bình', 'Ngã tư Minh Tân, xã Hồng Minh, Hưng Yên', 'mismatch'],
    [
      '61A Khu nhà phố Thủy Nguyên, Xuân Quan, Văn Giang',
      '61A, Khu nhà phố Thủy Nguyên, KĐT Ecopark, Xuân Quan, Văn Giang',
      'ambiguous',
    ],
    [
      'Tầng 3, Vincom Plaza Bắc Ninh, Ngã 6, Suối Hoa, Bắc Ninh',
      'Tầng 3 Vincom Plaza, Ngã 6, Suối Hoa, Bắc Ninh',
      'ambiguous',
    ],
    ['Tầng 3, Vincom Plaza, Ngã 6, Suối Hoa, Bắc Ninh', 'Tầng 4 Vincom Plaza, Ngã 6, Suối Hoa, Bắc Ninh', 'mismatch'],
    ['12 Lê Lợi, Khoái Châu, Hưng Yên', '12 Lê Lợi, xã Việt Tiến, tỉnh Hưng Yên', 'ambiguous'],
    ['12 Lê Lợi, xã Khoái Châu, Hưng Yên', '12 Lê Lợi, xã Việt Tiến, tỉnh Hưng Yên', 'mismatch'],
    ['12 Lê Lợi, Vũ Thư, Hưng Yên', '12 Lê Lợi, xã Vũ Thư, tỉnh Hưng Yên', 'match'],
    ['5 ngõ 2, Tân Bình, Vũ Thư, Thái Bình', '5 ngõ 2, phường Thái Bình, tỉnh Hưng Yên', 'ambiguous'],
    ['Số 3, Xóm Sau, Xã Lương Sơn, TP Thái Nguyên', '3 xóm Sau, phường Bách Quang, Thái Nguyên', 'ambiguous'],
    ['231 Trần Ngọc Quế, Phường 3, TP. Vị Thanh', '231 Trần Ngọc Quế, phường Vị Thanh, Cần Thơ', 'match'],
    ['36 Kim Đồng, Phường Đồng Tiến, TP. Hoà Bình', '36 Kim Đồng, phường Hòa Bình, Phú Thọ', 'match'],
    [
      '155 Nguyễn Ngọc Vũ - Phường Trung Hoà - Quận Cầu Giấy HN',
      '155 Nguyễn Ngọc Vũ, Trung Hòa, Cầu Giấy, Hà Nội',
      'match',
    ],
    ['Số 9 thôn 2, Xã Cảm Nhân - Yên Bình', 'Số 9 thôn 2, xã Cảm Nhân, Lào Cai', 'match'],
    ['Số 2 tổ 5, Hòa Bình, Xã Vũ Thư, Hưng Yên', 'Số 2 tổ 5, xã Hòa Bình, Vũ Thư, Thái Bình', 'ambiguous'],
    ['Khu 3 TT Diêm Điền, Thái Thụy, Thái Bình', 'Khu 3 Diêm Điền, xã Thái Thụy, Hưng Yên', 'ambiguous'],
    ['Khu 3 TT Diêm Điền, Thái Thụy, Thái Bình', 'Khu 4 Diêm Điền, xã Thái Thụy, Hưng Yên', 'mismatch'],
    ['Số 2 xóm 3, thôn Bông Ngoại, xã Đức Hợp, Kim Động', 'Số 2 xóm 3 Bông Ngoại, xã Đức Hợp, Hưng Yên', 'match'],
    ['Số 2 xóm 3, thôn Bông Ngoại, xã Đức Hợp, Kim Động', 'Số 2 xóm 4 Bông Ngoại, xã Đức Hợp, Hưng Yên', 'mismatch'],
    ['Làng vườn Bách Thuận, Vũ Thư, Thái Bình', 'Làng vườn Bách Thuận, xã Tân Thuận, Hưng Yên', 'ambiguous'],
    ['Bệnh viện Nhi Thái Bình, Đông Hòa, Thái Bình', 'BV Nhi Thái Bình, phường Trà Lý, Hưng Yên', 'match'],
    ['Bệnh viện Nhi, Đông Hòa, Thái Bình', 'BV Mắt, phường Trà Lý, Hưng Yên', 'mismatch'],
    ['5 Hùng Thắng, TT. Tiền Hải, Tiền Hải, T.Bình', '5 Hùng Thắng, xã Tiền Hải, Hưng Yên', 'match'],
    ['12 Hà Huy Tập, Tân Lợi, TP BMT, Đắk Lắk', '12 Hà Huy Tập, phường Buôn Ma Thuột, Đắk Lắk', 'match'],
    ['2 Trần Phú, Phường 1, Đà Lạt', '2 Trần Phú, phường Xuân Hương - Đà Lạt, Lâm Đồng', 'match'],
    ['2 Trần Phú, Phường 1, Đà Lạt', '2 Trần Phú, phường Xuân Hương, Lâm Đồng', 'match'],
    ['2 Trần Phú, Phường 1, Đà Lạt', '2 Trần Phú, phường Cam Ly - Đà Lạt, Lâm Đồng', 'mismatch'],
    // The commune of before 2025, or today's of the same name in the same former district
    ['Số 7, xã Sam Mứn, huyện Điện Biên, tỉnh Điện Biên', 'Số 7, xã Sam Mứn, tỉnh Điện Biên', 'ambiguous'],
    ['Số 7, xã Sam Mứn, huyện Điện Biên, tỉnh Điện Biên', 'Số 7, xã Thanh An, tỉnh Điện Biên', 'ambiguous'],
    ['Số 7, thị trấn Nam Đàn, huyện Nam Đàn, tỉnh Nghệ An', 'Số 7, xã Nam Đàn, tỉnh Nghệ An', 'mismatch'],
    // A commune beside a district of which it never was a part: one of the two is a mistake
    ['Số 7, xã Thủ Sỹ, huyện Văn Lâm, tỉnh Hưng Yên', 'Số 7, xã Tân Hưng, tỉnh Hưng Yên', 'ambiguous'],
    ['Số 7, xã Thủ Sỹ, huyện Văn Lâm, tỉnh Hưng Yên', 'Số 7, xã Lạc Đạo, tỉnh Hưng Yên', 'ambiguous'],
    ['', '', 'ambiguous'],
  ])('the addresses %s and %s are compared: %s', (one, other, result) => {
    expect(compare(one, other)).toBe(result);
  });

  it('compareAddresses never calls neighbours and namesakes one, whatever their styles', () => {
    fc.assert(
      fc.property(neighbours, mixedStyle, mixedStyle, ([one, other], oneStyle, otherStyle) => {
        expect(compare(writeInStyle(one, oneStyle) ?? '', writeInStyle(other, otherStyle) ?? '')).not.toBe('match');
      }),
      { numRuns: 1500, seed: 12 },
    );
  });

  it('compareAddresses joins a door with itself in a commune that the old one partly became, and with no other door', () => {
    const before = ['xã Lạc Đạo, huyện Văn Lâm, Hưng Yên', 'phường Điện Biên, quận Ba Đình, Hà Nội'] as const;
    const since = ['xã Đại Đồng, Hưng Yên', 'phường Ba Đình, Hà Nội'] as const;
    const number = fc.integer({ min: 1, max: 400 });
    const street = fc.constantFrom('Lê Lai', 'Cao Bá Quát', 'Hùng Vương', 'QL39');
    fc.assert(
      fc.property(fc.constantFrom(0, 1), number, street, number, street, (place, one, way, other, otherWay) => {
        const result = compare(`${one} ${way}, ${before[place]}`, `Số ${other}, ${otherWay}, ${since[place]}`);
        expect(result === 'match').toBe(one === other && way === otherWay);
      }),
      { numRuns: 500, seed: 13 },
    );
    for (const place of [0, 1] as const)
      expect(compare(`5 Lê Lai, ${before[place]}`, `5 Lê Lai, ${since[place]}`)).toBe('match');
  });
});
