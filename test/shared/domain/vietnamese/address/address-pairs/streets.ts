/** Pairs of texts that name the same address in a street, as banks, officers, agents and foreigners write it. */
export const SAME_STREET_ADDRESS: readonly (readonly [string, string])[] = [
  ['Số 27 đường Bãi Sậy, phường Minh Khai, thành phố Hưng Yên', '27 Bãi Sậy, P.Minh Khai, TP.HY, Hưng Yên'],
  ['Số 27 Bãi Sậy, P. Minh Khai, TPHY', '27 Bãi Sậy, phường Minh Khai, thành phố Hưng Yên'],
  [
    'Số số 27 đường đường Bãi Sậy, phường Minh Khai, TP Hưng Yên, tỉnh Hưng Yên, tỉnh Hưng Yên',
    '27 Bãi Sậy, Minh Khai, TP Hưng Yên',
  ],
  ['Số 27 đường Bãi Sậy, phường phường Minh Khai, TP. Hưng Yên', '27 Bãi Sậy, P Minh Khai, TP Hưng Yên'],
  ['27 Bãi Sậy, phường Minh Khai, TP Hưng Yên, 160000', '27 Bãi Sậy, P.Minh Khai, TP Hưng Yên, Việt Nam'],
  ['27 Bãi Sậy, phường Phố Hiến, Hưng Yên, Mã bưu chính: 17000', '27 Bãi Sậy, phường Phố Hiến, Hưng Yên'],
  ['Số 27, Bãi Sậy,, phường Phố Hiến,, Hưng Yên', '27 Bãi Sậy, phường Phố Hiến, Hưng Yên'],
  ['Số nhà: 27; Đường: Bãi Sậy; Phường: Phố Hiến; Tỉnh: Hưng Yên', '27 Bãi Sậy, phường Phố Hiến, Hưng Yên'],
  ['27 Bãi Sậy / P. Phố Hiến / Hưng Yên', '27 Bãi Sậy, phường Phố Hiến, Hưng Yên'],
  ['27 Bãi Sậy | phường Phố Hiến | tỉnh Hưng Yên', '27 Bãi Sậy, phường Phố Hiến, Hưng Yên'],
  ['27, Bãi Sậy. Phường Phố Hiến. Tỉnh Hưng Yên', '27 Bãi Sậy, phường Phố Hiến, Hưng Yên'],
  [
    'Số 8 phố Nguyễn Công Trứ, thị trấn Tiền Hải, huyện Tiền Hải, Thái Bình',
    '8 Nguyễn Công Trứ, TT.Tiền Hải, xã Tiền Hải, Hưng Yên',
  ],
  [
    'Số 8 Nguyễn Công Trứ, KP5, TT Tiền Hải, Thái Bình',
    '8 Nguyễn Công Trứ, khu phố 5, thị trấn Tiền Hải, huyện Tiền Hải',
  ],
  [
    'Số 7 đường Nguyễn Lương Bằng, thị trấn Lương Bằng, huyện Kim Động, tỉnh Hưng Yên',
    '7 nguyen luong bang luong bang kim dong hung yen',
  ],
  ['7 NGUYEN LUONG BANG TT LUONG BANG H KIM DONG T HUNG YEN', '7 Nguyễn Lương Bằng, xã Lương Bằng, tỉnh Hưng Yên'],
  ['Số 102 Hai Bà Trưng, phường Lê Hồng Phong, TP Thái Bình', '102 phố Hai Bà Trưng, P Lê Hồng Phong, Thái Bình'],
  ['Số 16 A, phố Nguyễn Thiện Thuật, TT Yên Mỹ, H Yên Mỹ', '16a Nguyễn Thiện Thuật, thị trấn Yên Mỹ'],
  ['Số 12 phố Bần, phường Bần Yên Nhân, Mỹ Hào, Hưng Yên', '12 Phố Bần, P Bần Yên Nhân, TX Mỹ Hào'],
  [
    'Số 31 Bồ Xuyên, phường Thái Bình, tỉnh Hưng Yên (trước đây là phường Bồ Xuyên, thành phố Thái Bình)',
    '31 Bồ Xuyên, P. Bồ Xuyên, TP Thái Bình',
  ],
  ['VP: số 7 Hoàng Diệu, P. Hoàng Diệu, TP Thái Bình', 'Số 7 Hoàng Diệu, P. Hoàng Diệu, TP Thái Bình'],
  [
    'Trụ sở: Số 7 Hoàng Diệu, P. Hoàng Diệu, TP Thái Bình. MST: 1001234567',
    'Số 7 Hoàng Diệu, P. Hoàng Diệu, TP Thái Bình',
  ],
  ['Số 7 Hoàng Diệu (cạnh cây xăng), P. Hoàng Diệu, TP Thái Bình', 'Số 7 Hoàng Diệu, P. Hoàng Diệu, TP Thái Bình'],
  ['Số 7 Hoàng Diệu, gần chợ Bo, P. Hoàng Diệu, TP Thái Bình', 'Số 7 Hoàng Diệu, P. Hoàng Diệu, TP Thái Bình'],
  [
    'Số 7 Hoàng Diệu, đối diện trường tiểu học, P. Hoàng Diệu, TP Thái Bình',
    'Số 7 Hoàng Diệu, P. Hoàng Diệu, TP Thái Bình',
  ],
  ['Số 7 Hoang Dieu, F. Hoang Dieu, TP. Thai Binh', 'Số 7 Hoàng Diệu, P. Hoàng Diệu, TP Thái Bình'],
  ['Số 7 đường Hoàng Diêu, P. Hoàng Diệu, TP Thái Bình', 'Số 7 Hoàng Diệu, P. Hoàng Diệu, TP Thái Bình'],
  [
    'Số 7 Hoàng Diệu, phường Hoàng Diệu, TP. Thái Bình, Thai Binh Province, Viet Nam',
    'Số 7 Hoàng Diệu, P. Hoàng Diệu, TP Thái Bình',
  ],
  ['Số 8A - 8B Lý Bôn, phường Trần Lãm, Hưng Yên', 'Số 8A-8B Lý Bôn, phường Trần Lãm, Hưng Yên'],
  ['10 Lê Lợi · Đề Thám · TP. Thái Bình', 'Số 10 Lê Lợi, phường Đề Thám, thành phố Thái Bình'],
  ['Số 10 Lê Lợi • P. Đề Thám • TP. Thái Bình', 'Số 10 Lê Lợi, phường Đề Thám, thành phố Thái Bình'],
  ['Số 10 Lê Lợi (cách chợ Bo 200m), phường Đề Thám, TP Thái Bình', 'Số 10 Lê Lợi, phường Đề Thám, TP Thái Bình'],
  [
    '37–39 Phan Bội Châu, Phường Lê Hồng Phong, Thành phố Thái Bình',
    'Số 37-39 Phan Bội Châu, P. Lê Hồng Phong, TP Thái Bình',
  ],
  ['(84) 227 3836 838 - Số 9 Lê Lai, phường Trần Lãm, Hưng Yên', 'Số 9 Lê Lai, phường Trần Lãm, Hưng Yên'],
  ['Số 9 Lê Lai, phường Kỳ Bá (nay là phường Trần Lãm), tỉnh Hưng Yên', 'Số 9 Lê Lai, phường Trần Lãm, Hưng Yên'],
  ['Số 9 Lê Lai, phường Trần Lãm (gồm Kỳ Bá cũ), Hưng Yên', 'Số 9 Lê Lai, phường Trần Lãm, Hưng Yên'],
  ['Số 27 Bãi Sậy, phường Quang Trung, TP Hưng Yên', '27 Bãi Sậy, phường Lê Lợi, thành phố Hưng Yên'],
  ['Số 27 Bãi Sậy, phường Quang Trung, TP Hưng Yên', '27 Bãi Sậy, phường Phố Hiến, tỉnh Hưng Yên'],
];

/** Pairs of texts for two addresses on streets that are easily confused. */
export const OTHER_STREET_ADDRESS: readonly (readonly [string, string])[] = [
  [
    'Nhà số 6, đường Lê Quý Đôn kéo dài, phường Trần Lãm, TP Thái Bình',
    'Nhà số 6, đường Lê Quý Đôn, phường Trần Lãm, TP Thái Bình',
  ],
  ['Số 16A1, phố Nguyễn Thiện Thuật, TT Yên Mỹ, H Yên Mỹ', 'Số 16A, phố Nguyễn Thiện Thuật, TT Yên Mỹ, H Yên Mỹ'],
  ['Số 9 Đại Từ, xã Đại Đồng, Văn Lâm, Hưng Yên', 'Số 8 Đại Từ, xã Đại Đồng, Văn Lâm, Hưng Yên'],
  ['Số 14 Lê Thánh Tông, P. Đề Thám, TP Thái Bình', 'Số 14 Lê Thánh Tôn, P. Đề Thám, TP Thái Bình'],
  ['Số 14 Lê Thánh Tông, P. Đề Thám, TP Thái Bình', 'Số 14 Lê Đại Hành, P. Đề Thám, TP Thái Bình'],
  [
    'Số 14 đường Quang Trung, P. Quang Trung, TP Thái Bình',
    'Số 14 đường Quang Trung, P. Trần Hưng Đạo, TP Thái Bình, P. Vũ Phúc',
  ],
  ['Số 27 Bãi Sậy, phường Quang Trung, TP Hưng Yên', 'Số 27 Bãi Sậy, phường Quang Trung, TP Thái Bình'],
  ['Số 4 Ngô Quyền, phường Lam Sơn, TP Hưng Yên', 'Số 4 Ngô Quyền, thị trấn Vương, huyện Tiên Lữ'],
];
