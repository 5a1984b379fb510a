/** Each row is one place in hamlets and groups, spelt as officers, banks and swindlers do; no two rows are one place. */
export const HAMLET_PLACES: readonly (readonly string[])[] = [
  [
    'Số 9, thôn Đại Từ, xã Đại Đồng, Hưng Yên',
    '9 thôn Đại Từ, xã Đại Đồng, Hưng Yên',
    'so 9 thon Dai Tu xa Dai Dong hung yen',
    'SN 9 Thôn Đại Từ, Đại Đồng, Văn Lâm, Hưng Yên',
    'nhà số 9 - thôn Đại Từ - xã Đại Đồng - huyện Văn Lâm',
  ],
  [
    'Số 9, Thôn 3, xã Lạc Đạo, Hưng Yên',
    'Số 9, T3, xã Lạc Đạo, Hưng Yên',
    'SN 9 thôn 03 xã Lạc Đạo, Hưng Yên',
    'Số 9, thôn số 3, xã Lạc Đạo, Hưng Yên',
  ],
  ['Số 9, xóm 3, xã Lạc Đạo, Hưng Yên', 'SN 9 xom 3 xa Lac Dao hung yen'],
  ['Số 9, xóm 3, thôn Ngọc, xã Lạc Đạo, Hưng Yên', 'Số 9 thôn Ngọc xóm 3, xã Lạc Đạo, Hưng Yên'],
  [
    'Số 9, tổ dân phố số 2, phường Mỹ Hào, Hưng Yên',
    'Số 9, TDP 2, phường Mỹ Hào, Hưng Yên',
    'Số 9 tổ dân phố 2, P.Mỹ Hào, Hưng Yên',
    'số 9 tổ 2 phường Mỹ Hào, Hưng Yên',
    'số 9 tdp số 02, phường Mỹ Hào, Hưng Yên',
  ],
  [
    'Số 21 Lê Lai, khu 3, phường Phố Hiến, Hưng Yên',
    '21 Lê Lai, phường Phố Hiến, Hưng Yên',
    'Số 21, đường Lê Lai, khu số 3, P. Phố Hiến, Hưng Yên',
  ],
  [
    'Số 9, tổ dân phố 2, xã Tây Sơn, huyện Kiến Xương',
    'Huyện Kiến Xương - Xã Tây Sơn - tổ dân phố 2 - 9',
    '9 - TDP 2 - Tây Sơn - Kiến Xương - Thái Bình',
  ],
  ['Số 165, thôn 7, xã Yên Mỹ, Hưng Yên', 'Tỉnh Hưng Yên - Xã Yên Mỹ - Thôn số 7 - 165'],
  ['Số 12 đường trục xã, thôn Đông, xã Yên Mỹ, Hưng Yên', '12 đường trục xã, thôn Đông, xã Yên Mỹ, Hưng Yên'],
  ['Đội 5, thôn Đoài, số 8, xã Yên Mỹ, Hưng Yên', 'Số 8 đội 5 thôn Đoài, xã Yên Mỹ, Hưng Yên'],
  [
    'Số 14 Nguyễn Công Hoan, tổ 3, phố Bần, phường Bần Yên Nhân, thị xã Mỹ Hào, tỉnh Hưng Yên',
    '14 Nguyễn Công Hoan, phố Bần, P. Bần Yên Nhân, TX. Mỹ Hào',
    'Số 14 Nguyễn Công Hoan, phố Bần, phường Mỹ Hào, Hưng Yên',
  ],
  [
    'Thôn Thượng, số 15, xã Ngọc Long, huyện Yên Mỹ, Hưng Yên',
    'Số 15 thôn Thượng - xã Ngọc Long - huyện Yên Mỹ - Hưng Yên',
    '15 Thôn Thượng,Xã Ngọc Long,Huyện Yên Mỹ',
  ],
  [
    'Số 101, Đường Trần Hưng Đạo, Tổ 5, Phường Đề Thám, TP Thái Bình, Thái Bình',
    '101 Trần Hưng Đạo, P. Đề Thám, TP.Thái Bình',
    '101 tran hung dao, de tham, thai binh',
  ],
  [
    'Nhà số 7, Thôn Bùi Bồng, Xã Trưng Trắc, Huyện Văn Lâm, Tỉnh Hưng Yên, Việt Nam',
    'Số 7 thôn Bùi Bồng, xã Trưng Trắc, Văn Lâm, Hưng Yên',
    '7 thon Bui Bong, Trung Trac, Van Lam',
  ],
  ['Xóm 5, thôn Trung, số 12, xã Vũ Lạc, thành phố Thái Bình', 'Số 12 xóm 5 thôn Trung xã Vũ Lạc TP Thái Bình'],
  ['Số 12 thôn Trung, xã Vũ Lạc, thành phố Thái Bình'],
  [
    'Khu 5, đường Lê Lợi, số 3, thị trấn Diêm Điền, huyện Thái Thụy, Thái Bình',
    'Số 3 Lê Lợi, TT Diêm Điền, Thái Thuỵ, Thái Bình',
    '3 Lê Lợi, khu 5, TT. Diêm Điền, H. Thái Thụy',
    'Số 3, Lê Lợi, xã Thái Thụy, tỉnh Hưng Yên',
  ],
  [
    'Tổ dân phố Nguyễn Xá, số 2, phường Nhân Hòa, thị xã Mỹ Hào',
    'Số 2, TDP Nguyễn Xá, P.Nhân Hòa, TX.Mỹ Hào, Hưng Yên',
    '2 tổ dân phố Nguyễn Xá phường Nhân Hoà thị xã Mỹ Hào',
  ],
];
