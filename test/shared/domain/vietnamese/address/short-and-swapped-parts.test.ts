import { describe, expect, it } from 'vitest';
import { compareAddresses } from '#shared/domain/vietnamese/address/compare-addresses.ts';
import { parseAddress } from '#shared/domain/vietnamese/address/parse-address.ts';

const compare = (one: string, other: string) => compareAddresses(parseAddress(one), parseAddress(other)).result;

describe('parts of one door that are shortened, swapped or written as another part', () => {
  it.each([
    // A road with and without the letter of its main line
    ['12 đường 39A, TT Lương Bằng, Kim Động, Hưng Yên', '12 QL39A, xã Lương Bằng, tỉnh Hưng Yên', 'ambiguous'],
    ['12 đường 39B, TT Lương Bằng, Kim Động, Hưng Yên', '12 QL39A, xã Lương Bằng, tỉnh Hưng Yên', 'mismatch'],
    // Words of a name that are shortened
    ['12 Ng. Văn Linh, P. Hiến Nam, TP Hưng Yên', '12 Nguyễn Văn Linh, phường Phố Hiến, Hưng Yên', 'ambiguous'],
    ['12 Ng Văn Linh, P. Hiến Nam, TP Hưng Yên', '12 Nguyễn Văn Trỗi, phường Phố Hiến, Hưng Yên', 'mismatch'],
    ['12 Tr. Hưng Đạo, P. Hiến Nam, TP Hưng Yên', '12 Trần Hưng Đạo, phường Phố Hiến, Hưng Yên', 'ambiguous'],
    ['12 Tr. Hưng Đạo, P. Hiến Nam, TP Hưng Yên', '12 Phan Hưng Đạo, phường Phố Hiến, Hưng Yên', 'mismatch'],
    [
      'THPT Ng Trung Ngạn, xã Hồ Tùng Mậu, Ân Thi, Hưng Yên',
      'THPT Nguyễn Trung Ngạn, xã Hồng Quang, Hưng Yên',
      'match',
    ],
    // A shopping centre that is named after its commune, whose name was read as the commune
    [
      'Số 6, Khu Trung tâm thương mại Thị trấn Ân Thi, Huyện Ân Thi, Tỉnh Hưng Yên',
      'Số 6 khu TTTM Ân Thi, xã Ân Thi, tỉnh Hưng Yên',
      'ambiguous',
    ],
    [
      'Số 6, Khu Trung tâm thương mại Thị trấn Ân Thi, Huyện Ân Thi, Tỉnh Hưng Yên',
      'Số 8 khu TTTM Ân Thi, xã Ân Thi, tỉnh Hưng Yên',
      'mismatch',
    ],
    // The gate or the end of a village is in it
    ['Cổng làng Long Đằng, P. Phùng Chí Kiên, TX Mỹ Hào', 'Long Đằng, phường Đường Hào, tỉnh Hưng Yên', 'ambiguous'],
    ['Cổng làng Long Đằng, P. Phùng Chí Kiên, TX Mỹ Hào', 'Cổng làng Nghĩa Lộ, phường Đường Hào, Hưng Yên', 'mismatch'],
    // A small town (thị tứ) inside a commune
    ['Thị tứ Bô Thời, xã Hồng Tiến, huyện Khoái Châu', 'Bô Thời, xã Việt Tiến, tỉnh Hưng Yên', 'ambiguous'],
    ['5 thị tứ Bô Thời, xã Hồng Tiến, huyện Khoái Châu', '5 thôn Bô Thời, xã Việt Tiến, Hưng Yên', 'ambiguous'],
    ['5 Thị tứ Bô Thời, xã Hồng Tiến, huyện Khoái Châu', '5 thôn Thổ Cầu, xã Việt Tiến, Hưng Yên', 'mismatch'],
    ['Ấp Thị Tứ, TT Một Ngàn, Châu Thành A, Hậu Giang', 'Ấp Thị Tứ, xã Tân Hòa, TP Cần Thơ', 'ambiguous'],
    // A kilometre of a road that one text leaves out or calls by its name
    ['Km 17 Trưng Trắc, Văn Lâm, Hưng Yên', 'Km17 QL5, Trưng Trắc, xã Như Quỳnh, Hưng Yên', 'ambiguous'],
    ['Km 17 Trưng Trắc, Văn Lâm, Hưng Yên', 'Km19 QL5, Trưng Trắc, xã Như Quỳnh, Hưng Yên', 'mismatch'],
    ['Km 17 QL39, xã Như Quỳnh, Hưng Yên', 'Km17 QL5, xã Như Quỳnh, Hưng Yên', 'mismatch'],
    // A row house with a letter in its code
    ['Nhà phố thương mại Số LK-D04, Tổ 8, P. Minh Tân, Yên Bái', 'LK-D04, tổ 8, phường Yên Bái, Lào Cai', 'match'],
    ['Shophouse LK-D04, Tổ 8, P. Minh Tân, TP Yên Bái', 'LK-D05, tổ 8, phường Yên Bái, Lào Cai', 'mismatch'],
    // A phố that is a neighbourhood of the ward, beside the street
    [
      '195 đường Lê Đại Hành, Phố Thanh Sơn, P. Vân Giang, TP Hoa Lư',
      '195 Lê Đại Hành, phố Thanh Sơn, phường Hoa Lư, Ninh Bình',
      'ambiguous',
    ],
    [
      '195 đường Lê Đại Hành, Phố Thanh Sơn, P. Vân Giang, TP Hoa Lư',
      '195 Lê Hồng Phong, phố Thanh Sơn, phường Hoa Lư, Ninh Bình',
      'mismatch',
    ],
    // A label with a wrong mark
    [
      '60B Nguyễn Huy Tưởng, P. Thanh Xuân Trung, quân Thanh Xuân, Hà Nội',
      '60B Nguyễn Huy Tưởng, Thanh Xuân Trung, Thanh Xuân, Hà Nội',
      'match',
    ],
    ['12 Lê Lợi, phương Hiến Nam, thành phố Hưng Yên', '12 Lê Lợi, phường Phố Hiến, tỉnh Hưng Yên', 'match'],
    // A building that is called by its house number
    [
      'Tầng 5, tòa nhà 60B Nguyễn Huy Tưởng, phường Thanh Xuân, Hà Nội',
      'Tầng 5, 60B Nguyễn Huy Tưởng, phường Thanh Xuân, Hà Nội',
      'match',
    ],
    [
      'Tầng 5, tòa nhà 60B Nguyễn Huy Tưởng, phường Thanh Xuân, Hà Nội',
      'Tầng 5, 62B Nguyễn Huy Tưởng, phường Thanh Xuân, Hà Nội',
      'mismatch',
    ],
    // Several houses with commas
    ['Số 7,8,9 LK4 KĐT Đại Thanh, xã Đại Thanh, Hà Nội', '7-8-9 LK4 KĐT Đại Thanh, xã Đại Thanh, Hà Nội', 'match'],
    ['Số 2, 4, 6 Lý Bôn, phường Thái Bình, Hưng Yên', '4 Lý Bôn, phường Thái Bình, Hưng Yên', 'ambiguous'],
    ['Số 2, 4, 6 Lý Bôn, phường Thái Bình, Hưng Yên', '8 Lý Bôn, phường Thái Bình, Hưng Yên', 'mismatch'],
    // A number whose second part may be a block
    ['105 E2 Thái Thịnh, P. Thịnh Quang, Q. Đống Đa, Hà Nội', '105E2 Thái Thịnh, phường Đống Đa, Hà Nội', 'ambiguous'],
    ['105 E2 Thái Thịnh, P. Thịnh Quang, Q. Đống Đa, Hà Nội', '105E3 Thái Thịnh, phường Đống Đa, Hà Nội', 'mismatch'],
    // Units in a line without commas and marks, of which the commune went into another before 2025
    ['36 Hung Vuong Xa Trang Liet Huyen Binh Giang Hai Duong', '36 Hùng Vương, xã Kẻ Sặt, Hải Phòng', 'ambiguous'],
    ['06 Nguyen Huu Canh Phuong Thang Nhat TP Vung Tau', '6 Nguyễn Hữu Cảnh, P. Rạch Dừa, TPHCM', 'match'],
    ['06 Nguyen Huu Canh Phuong Thang Nhat TP Vung Tau', '8 Nguyễn Hữu Cảnh, P. Rạch Dừa, TPHCM', 'mismatch'],
    ['12 Xa Dan quan Dong Da Ha Noi', '12 Xã Đàn, quận Đống Đa, Hà Nội', 'ambiguous'],
    ['Số 3 thôn Cẩn Du xã Quỳnh Sơn Quỳnh Phụ Thái Bình', 'Số 3 thôn Cẩn Du, xã Nguyễn Du, Hưng Yên', 'match'],
    ['Số 3 thôn Bái xã Hàm Tử huyện Khoái Châu', 'Số 3 thôn Bái, xã Triệu Việt Vương, Hưng Yên', 'match'],
    ['Số 3 thôn Bái xã Hàm Tử huyện Khoái Châu', 'Số 3 thôn Bái, xã Khoái Châu, Hưng Yên', 'mismatch'],
    [
      'Số 3 khu Cộng Hòa, TT Thanh Nê, Kiến Xương, Thái Bình',
      'Số 3 TDP Cộng Hòa, xã Kiến Xương, Hưng Yên',
      'ambiguous',
    ],
    // A place without a number whose names one text gives in another order, without their kinds or with a shop's
    ['Đường Phạm Bạch Hổ, Hiến Nam, TP Hưng Yên', 'Lan Hà Auto - Phạm Bạch Hổ, P. Phố Hiến, Hưng Yên', 'ambiguous'],
    ['Đường Phạm Bạch Hổ, Hiến Nam, TP Hưng Yên', 'Lan Hà Auto - Chùa Chuông, P. Phố Hiến, Hưng Yên', 'mismatch'],
    ['KCN Liên Hà Thái, TT Diêm Điền, Thái Thụy', 'Liên Hà Thái (Green iP-1), xã Thái Thụy, Hưng Yên', 'ambiguous'],
    ['KCN Liên Hà Thái, TT Diêm Điền, Thái Thụy', 'Cầu Nghìn (Green iP-2), xã Thái Thụy, Hưng Yên', 'mismatch'],
    [
      'Phòng 409, Tầng 4, Toà nhà The Garden, Đường Mễ Trì, P. Mỹ Đình 1, Nam Từ Liêm, Hà Nội',
      'P409 tầng 4 The Garden, Mễ Trì, phường Từ Liêm, Hà Nội',
      'ambiguous',
    ],
    [
      'Phòng 409, Tầng 4, Toà nhà The Garden, Đường Mễ Trì, P. Mỹ Đình 1, Nam Từ Liêm, Hà Nội',
      'P904 tầng 9 The Garden, Mễ Trì, phường Từ Liêm, Hà Nội',
      'mismatch',
    ],
    // A name in capitals before the number
    ['VHTDT 404 Lý Bôn, P. Trần Hưng Đạo, TP. Thái Bình', '404 Lý Bôn, phường Trần Hưng Đạo, Hưng Yên', 'match'],
    ['VHTDT 404 Lý Bôn, P. Trần Hưng Đạo, TP. Thái Bình', '414 Lý Bôn, phường Trần Hưng Đạo, Hưng Yên', 'mismatch'],
    ['THÔN 3 TÂN LẬP, XÃ VŨ QUÝ, KIẾN XƯƠNG', 'Thôn 3 Tân Lập, xã Vũ Quý, Hưng Yên', 'ambiguous'],
    // Codes with a dash that one text writes with spaces or not at all
    [
      'D8 - TT18 Bạch Thái Bưởi, P. Văn Quán, Hà Đông, Hà Nội',
      'D8-TT18 Bạch Thái Bưởi, Văn Quán, Hà Đông, Hà Nội',
      'match',
    ],
    [
      'D8 - TT18 Bạch Thái Bưởi, P. Văn Quán, Hà Đông, Hà Nội',
      'D8-TT19 Bạch Thái Bưởi, Văn Quán, Hà Đông, Hà Nội',
      'mismatch',
    ],
    ['P3-A7, KTT Du lịch, Liễu Giai, Ba Đình, Hà Nội', 'P3A7 KTT Du lịch, phường Ngọc Hà, Hà Nội', 'ambiguous'],
    ['P3-A7, KTT Du lịch, Liễu Giai, Ba Đình, Hà Nội', 'P3A8 KTT Du lịch, phường Ngọc Hà, Hà Nội', 'mismatch'],
    // Several floors with a label each
    [
      'Tầng 2 và Tầng 10, 16 Phan Chu Trinh, Cửa Nam, Hoàn Kiếm, Hà Nội',
      'Tầng 2 và 10, 16 Phan Chu Trinh, Cửa Nam, Hoàn Kiếm, Hà Nội',
      'match',
    ],
  ])('compareAddresses reads %s and %s', (one, other, result) => {
    expect([compare(one, other), compare(other, one)]).toEqual([result, result]);
  });
});
