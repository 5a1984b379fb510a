/** Pairs of texts for one address on numbered roads and streets named for days, as banks, officers, agents and foreigners write it. */
export const SAME_ROAD_ADDRESS: readonly (readonly [string, string])[] = [
  [
    'Km 17+500 Quốc lộ 5A, thôn Ngọc Lịch, xã Trưng Trắc, huyện Văn Lâm',
    'Km17+500, QL5, thôn Ngọc Lịch, Trưng Trắc, Văn Lâm, Hưng Yên',
  ],
  [
    'Số 45, đường Nguyễn Văn Linh (Quốc lộ 5A), phường Bần Yên Nhân, thị xã Mỹ Hào',
    '45 Nguyễn Văn Linh, P. Bần Yên Nhân, TX Mỹ Hào, Hưng Yên',
  ],
  ['Số 45 TL 195, xã Song Mai, huyện Kim Động, Hưng Yên', '45 đường tỉnh lộ 195, Song Mai, Kim Động, HY'],
  ['Số 66 Đường ĐT.195, xã Song Mai, huyện Kim Động', '66 DT195 Song Mai Kim Dong Hung Yen'],
  ['Số 14 đường 3.2, P. Lê Hồng Phong, TP Thái Bình', '14 đường 3 - 2, phường Lê Hồng Phong, thành phố Thái Bình'],
  ['QL 39A, km 12, xã Lý Thường Kiệt, Yên Mỹ', 'Km12 QL39, xã Lý Thường Kiệt, huyện Yên Mỹ, Hưng Yên'],
  ['Số 7 đường Đ.T 376, xã Ân Thi', '7 ĐT376, thị trấn Ân Thi, huyện Ân Thi'],
  ['Ngã tư Nối, số 12 QL5, P. Bần Yên Nhân, Mỹ Hào', '12 Quốc lộ 5, ngã tư Nối, phường Bần Yên Nhân, thị xã Mỹ Hào'],
  ['Số 44 QL10, xã Vũ Thư, Hưng Yên', 'Số 44 Quốc lộ 10, thị trấn Vũ Thư, huyện Vũ Thư, Thái Bình'],
  ['Số 44 đường 39B, thị trấn Kiến Xương, huyện Kiến Xương', '44 đường 39B, TT. Kiến Xương, Thái Bình'],
  ['Số 6, Đường 196, TT Bần, Huyện Mỹ Hào, Hưng Yên', 'Số 6 đường 196, phường Bần Yên Nhân, thị xã Mỹ Hào'],
  ['Số 6, Đường 196, TT Bần Yên Nhân, Huyện Mỹ Hào, Hưng Yên', 'Số 6 đường 196, phường Mỹ Hào, Hưng Yên'],
  ['Km 23, QL5, Trưng Trắc, Văn Lâm, Hưng Yên', 'Km23 quốc lộ 5A, xã Trưng Trắc, huyện Văn Lâm'],
];

/** Pairs of texts for two addresses on numbered roads and streets named for days that are easily confused. */
export const OTHER_ROAD_ADDRESS: readonly (readonly [string, string])[] = [
  ['Km 17+500 Quốc lộ 5A, xã Trưng Trắc, huyện Văn Lâm', 'Km 17+550 Quốc lộ 5A, xã Trưng Trắc, huyện Văn Lâm'],
  ['Số 45 quốc lộ 39, thị trấn Yên Mỹ, huyện Yên Mỹ', 'Số 45 quốc lộ 38, thị trấn Yên Mỹ, huyện Yên Mỹ'],
  ['Số 55 Quốc lộ 39 mới, xã Yên Mỹ, Hưng Yên', 'Số 55 Quốc lộ 39, xã Yên Mỹ, Hưng Yên'],
  ['Số 7 tỉnh lộ 376 xã Ân Thi', 'Số 76 tỉnh lộ 37 xã Ân Thi'],
  ['Số 44 đường 10, xã Vũ Thư, Hưng Yên', 'Số 44 đường 10/10, xã Vũ Thư, Hưng Yên'],
];
