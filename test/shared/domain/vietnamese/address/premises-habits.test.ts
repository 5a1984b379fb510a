import { describe, expect, it } from 'vitest';
import { compareAddresses } from '#shared/domain/vietnamese/address/compare-addresses.ts';
import { parseAddress } from '#shared/domain/vietnamese/address/parse-address.ts';

const compare = (one: string, other: string) => compareAddresses(parseAddress(one), parseAddress(other)).result;

describe('ways in which shops and offices write a door', () => {
  it.each([
    // Streets that are named after a day, also one that is named after it in one city only
    ['283 Đường 2 tháng 4, TT Thạnh Mỹ, Đơn Dương, Lâm Đồng', '283 đường 2/4, xã Đơn Dương, Lâm Đồng', 'match'],
    ['467 Đường 3-4, P. Cam Linh, Cam Ranh, Khánh Hòa', '467 đường 3/4, phường Cam Linh, Khánh Hòa', 'match'],
    ['122 Mười Sáu Tháng Tư, Mỹ Hải, Phan Rang, Ninh Thuận', '122 đường 16/4, phường Đông Hải, Khánh Hòa', 'match'],
    ['122 đường 16/4, Mỹ Hải, Phan Rang, Ninh Thuận', '122 đường 14/4, phường Đông Hải, Khánh Hòa', 'mismatch'],
    [
      'Số 6 khu trung tâm thương mại, TT Ân Thi, Hưng Yên',
      'Số 6, Khu trung tâm thương mại, xã Ân Thi, Hưng Yên',
      'match',
    ],
    // A building's name without a label after the floor
    ['Tầng 9 Sao Mai Plaza, 12 Lý Bôn, P. Bồ Xuyên, Thái Bình', '12 Lý Bôn, phường Thái Bình, Hưng Yên', 'ambiguous'],
    [
      'Tầng 9, Sao Mai Plaza, 12 Lý Bôn, P. Bồ Xuyên, Thái Bình',
      'Tầng 9 tòa Sao Mai Plaza, 12 Lý Bôn, Bồ Xuyên, TP.TB',
      'match',
    ],
    ['Tầng 9 Sao Mai Plaza, 12 Lý Bôn, P. Bồ Xuyên, Thái Bình', '14 Lý Bôn, phường Thái Bình, Hưng Yên', 'mismatch'],
    ['Tòa V-City, Lê Thái Tổ, P. Võ Cường, Bắc Ninh', 'Tòa V City, đường Lê Thái Tổ, Võ Cường, Bắc Ninh', 'ambiguous'],
    // A thôn, khu or tổ dân phố keeps its name where an office gives it another kind
    ['12 thôn Nhân Cầu, TT Hưng Hà, Hưng Hà, Thái Bình', '12 tổ dân phố Nhân Cầu, xã Hưng Hà, Hưng Yên', 'match'],
    ['Khu Nhân Cầu 2, TT Hưng Hà, Hưng Hà, Thái Bình', 'TDP Nhân Cầu 2, xã Hưng Hà, Hưng Yên', 'ambiguous'],
    ['Khu Nhân Cầu 2, TT Hưng Hà, Hưng Hà, Thái Bình', 'TDP Nhân Cầu 3, xã Hưng Hà, Hưng Yên', 'mismatch'],
    ['Khu 2, TT Hưng Hà, Hưng Hà, Thái Bình', 'TDP 2, xã Hưng Hà, Hưng Yên', 'mismatch'],
    ['5 khu 1 A, TT Quỳnh Côi, Quỳnh Phụ, Thái Bình', '5 khu 1A, xã Quỳnh Phụ, Hưng Yên', 'match'],
    ['5 khu 1 B, TT Quỳnh Côi, Quỳnh Phụ, Thái Bình', '5 khu 1A, xã Quỳnh Phụ, Hưng Yên', 'mismatch'],
    // Short forms of southern and mountain hamlets
    ['12 KV3, P. Ngã Bảy, Ngã Bảy, Hậu Giang', '12 khu vực 3, phường Ngã Bảy, Cần Thơ', 'match'],
    ['12 KV3, P. Ngã Bảy, Ngã Bảy, Hậu Giang', '12 khu vực 4, phường Ngã Bảy, Cần Thơ', 'mismatch'],
    ['29 TK 20, TT Hát Lót, Mai Sơn, Sơn La', '29 tiểu khu 20, xã Mai Sơn, Sơn La', 'match'],
    // English
    [
      'Km 9 +700 Provincial Road 379, Hoan Long Commune, Yen My District, Hung Yen',
      'Km9+700 đường tỉnh 379, xã Hoàn Long, Hưng Yên',
      'match',
    ],
    ['Km 9, National Highway 5, Di Su Commune, My Hao, Hung Yen', 'Km 9 QL5, phường Đường Hào, Hưng Yên', 'match'],
    [
      'Plot CN 4, Yen My Industrial zone, Tan Lap Commune, Yen My District, Hung Yen',
      'Lô CN4, KCN Yên Mỹ, xã Yên Mỹ, Hưng Yên',
      'match',
    ],
    [
      'Lot L6, Pho Noi B Textile and Garment Industrial Park, Di Su Commune, Hung Yen',
      'Lô L6, KCN Dệt may Phố Nối B, phường Đường Hào, Hưng Yên',
      'match',
    ],
    [
      'Lot L6, Pho Noi B Textile and Garment Industrial Park, Di Su Commune, Hung Yen',
      'Lô L3, KCN Dệt may Phố Nối B, phường Đường Hào, Hưng Yên',
      'mismatch',
    ],
    [
      'No. 5, Nhan Cau 3 Residential Group, Hung Ha Commune, Hung Yen',
      'Số 5 TDP Nhân Cầu 3, xã Hưng Hà, Hưng Yên',
      'match',
    ],
    ['Lot R, Quang Chau Industrial Zone, Nenh Ward, Bac Ninh', 'Lô R, KCN Quang Châu, phường Nếnh, Bắc Ninh', 'match'],
    [
      'Lot R, Quang Chau Industrial Zone, Nenh Ward, Bac Ninh',
      'Lô S, KCN Quang Châu, phường Nếnh, Bắc Ninh',
      'mismatch',
    ],
    // An estate that is named after a former district
    [
      'Số 3 KĐT du lịch Văn Giang, xã Xuân Quan, huyện Văn Giang, Hưng Yên',
      'Số 3 KĐT du lịch Văn Giang, xã Phụng Công, Hưng Yên',
      'match',
    ],
    [
      'Nhà văn hóa ĐHQG TP.HCM, Đông Hòa, Dĩ An, Bình Dương',
      'Nhà văn hóa Đại học Quốc gia TP.HCM, phường Đông Hòa, TP.HCM',
      'match',
    ],
    // Names of streets that are mostly written short
    ['105A CMT8, Tứ Hạ, Hương Trà, Huế', '105A Cách Mạng Tháng Tám, phường Hương Trà, TP Huế', 'match'],
    ['105A Cách mạng tháng 8, Tứ Hạ, Hương Trà', '105A đường CMT8, phường Hương Trà, TP Huế', 'match'],
    ['12 XVNT, P. 26, Bình Thạnh, TP.HCM', '12 Xô Viết Nghệ Tĩnh, phường Bình Thạnh, TP.HCM', 'ambiguous'],
    ['12 XVNT, P. 26, Bình Thạnh, TP.HCM', '12 Nguyễn Xí, phường Bình Thạnh, TP.HCM', 'mismatch'],
    ['152 HL18, Đồng Thạnh, Gò Công Tây, Tiền Giang', '152 đường huyện lộ 18, xã Đồng Sơn, Đồng Tháp', 'match'],
    ['147 K.Phố 2, TT Bến Sung, Như Thanh, Thanh Hóa', '147 khu phố 2, xã Như Thanh, Thanh Hóa', 'match'],
    [
      'Khối 250 Phùng Chí Kiên, Quang Tiến, Thái Hòa',
      'Khối 250, Phùng Chí Kiên, phường Tây Hiếu, Nghệ An',
      'ambiguous',
    ],
    ['12 Hùng Vương, Economy City Văn Lâm, Như Quỳnh, Hưng Yên', '12 Hùng Vương, xã Như Quỳnh, Hưng Yên', 'ambiguous'],
    ['1121 Đại lộ Hùng Vương, Tiên Cát, Việt Trì, Phú Thọ', '1121 ĐL Hùng Vương, P. Thanh Miếu, Phú Thọ', 'match'],
    [
      'LK34 Khu TTTM Như Quỳnh, TT. Như Quỳnh, Văn Lâm, Hưng Yên',
      'Nhà Liền kề 34, Khu trung tâm thương mại Như Quỳnh, xã Như Quỳnh, Hưng Yên',
      'match',
    ],
    // One letter of a street's name that was typed wrongly, or another street
    ['3 Tăng Bạt Hổ, P. 12, Quận 5, TP.HCM', '3 Tăng Bạc Hổ, phường Chợ Lớn, TP.HCM', 'ambiguous'],
    ['3 Tăng Bạt Hổ, P. 12, Quận 5, TP.HCM', '5 Tăng Bạc Hổ, phường Chợ Lớn, TP.HCM', 'mismatch'],
    ['3 Lê Lai, P. 12, Quận 5, TP.HCM', '3 Lê Loi, phường Chợ Lớn, TP.HCM', 'mismatch'],
    ['3 Trần Hưng Đạo 1, P. 12, Quận 5, TP.HCM', '3 Trần Hưng Đạo 2, phường Chợ Lớn, TP.HCM', 'mismatch'],
    // Marks that are often confused, and marks that make another street
    ['3 Hải Thượng Lãn Ông, P. Hiến Nam, TP Hưng Yên', '3 Hải Thượng Lản Ông, P. Phố Hiến, Hưng Yên', 'ambiguous'],
    ['3 Hải Thượng Lãn Ông, P. Hiến Nam, TP Hưng Yên', '5 Hải Thượng Lản Ông, P. Phố Hiến, Hưng Yên', 'mismatch'],
    ['3 Lương Văn Can, P. Hiến Nam, TP Hưng Yên', '3 Lường Văn Can, P. Phố Hiến, Hưng Yên', 'mismatch'],
    // Numbers of roads, estates and streets
    ['12 đường 196 Phố Nối, Bần Yên Nhân, Mỹ Hào, Hưng Yên', '12 đường 196, phường Mỹ Hào, Hưng Yên', 'ambiguous'],
    ['12 đường 196 Phố Nối, Bần Yên Nhân, Mỹ Hào, Hưng Yên', '12 đường 198, phường Mỹ Hào, Hưng Yên', 'mismatch'],
    ['68 National Route 1K, Linh Xuan Ward, Thu Duc City, HCMC', '68 QL1K, phường Linh Xuân, TP.HCM', 'match'],
    ['12 khu TT 226, P. Đồng Xuân, TX Phúc Yên, Vĩnh Phúc', '12 KTT 226, phường Xuân Hòa, Phú Thọ', 'match'],
    ['12 khu TT 226, P. Đồng Xuân, TX Phúc Yên, Vĩnh Phúc', '12 KTT 227, phường Xuân Hòa, Phú Thọ', 'mismatch'],
    ['12 Lê Hồng Phong 1, P. Hiến Nam, TP Hưng Yên', '12 đường Lê Hồng Phong 1, P. Phố Hiến, Hưng Yên', 'match'],
    ['12 Lê Hồng Phong 1, P. Hiến Nam, TP Hưng Yên', '12 đường Lê Hồng Phong 2, P. Phố Hiến, Hưng Yên', 'mismatch'],
    ['12 Lê Lợi Khu 3, TT Hưng Hà, Hưng Hà, Thái Bình', '12 Lê Lợi, khu 3, xã Hưng Hà, Hưng Yên', 'match'],
    // A crossing, and an alley with a name behind an inner one
    ['Ngã tư Bô Thời, Dân Tiến, Khoái Châu, Hưng Yên', 'Ngã 4, Bô Thời, Việt Tiến, Hưng Yên', 'ambiguous'],
    ['Ngã tư Bô Thời, Dân Tiến, Khoái Châu, Hưng Yên', 'Ngã 4, Dốc Lã, Việt Tiến, Hưng Yên', 'mismatch'],
    ['103 ngách 98 ngõ Tự Do, Bạch Mai, Hai Bà Trưng, Hà Nội', '103 Ngh. 98 Ng. Tự Do, Bạch Mai, Hà Nội', 'ambiguous'],
    ['103 ngách 98 ngõ Tự Do, Bạch Mai, Hai Bà Trưng, Hà Nội', '103 Ngh. 89 Ng. Tự Do, Bạch Mai, Hà Nội', 'mismatch'],
    // `Ng.` may also be short for Nguyễn, which is no reason to call the two one
    ['12 Nguyễn Trãi, Thanh Xuân, Hà Nội', '12 Ng. Trãi, P. Khương Đình, Hà Nội', 'ambiguous'],
    ['12 Nguyễn Trãi, Thanh Xuân, Hà Nội', '14 Ng. Trãi, P. Khương Đình, Hà Nội', 'mismatch'],
    // Keys of Telex
    [
      'Soos 15 Thoon Vinhx Khucs, xax Vinhx Khucs, huyeenj Vawn Giang, Huwng Yeen',
      'Số 15 thôn Vĩnh Khúc, xã Nghĩa Trụ, Hưng Yên',
      'match',
    ],
    ['12 Ly Bon Street - Bo Xuyen Ward - Thai Binh City - Vietnam', '12 Lý Bôn, phường Thái Bình, Hưng Yên', 'match'],
    ['12 Lý Bôn, Bồ Xuyên, Thái Bình, Viet Nam, Việt Nam', '12 Lý Bôn, phường Thái Bình, Hưng Yên', 'match'],
  ])('compares %s and %s: %s', (one, other, result) => {
    expect(compare(one, other)).toBe(result);
  });
});
