/** Each row is one place in lanes, spelt as officers, banks and swindlers do; no two rows are one place. */
export const LANE_PLACES: readonly (readonly string[])[] = [
  ['Số 30/4 đường Lê Lợi, phường Trần Lãm, Hưng Yên', 'Số 30 ngõ 4 Lê Lợi, phường Trần Lãm, Hưng Yên'],
  [
    'Số 3, ngách 12, ngõ 5, đường Lê Lai, phường Phố Hiến, Hưng Yên',
    'ngõ 5 ngách 12 số 3 Lê Lai, phường Phố Hiến, Hưng Yên',
    '3/12/5 Lê Lai, phường Phố Hiến, Hưng Yên',
    'số 3 ngách 12/5 Lê Lai, phường Phố Hiến, Hưng Yên',
    'so 3 ngach 12 ngo 5 Le Lai phuong Pho Hien hung yen',
    'Số nhà 3 - Ngách 12 - Ngõ 5 - Lê Lai - Phường Phố Hiến - Hưng Yên',
    'SN3, ngách12, ngõ5, Lê Lai, P.Phố Hiến, Hưng Yên',
  ],
  [
    'Số 12, kiệt 5 Lê Lai, phường Phố Hiến, Hưng Yên',
    '12 ngõ 5 Lê Lai, phường Phố Hiến, Hưng Yên',
    '12/5 Lê Lai, phường Phố Hiến, Hưng Yên',
    'Số 12 hẻm 5 Lê Lai, phường Phố Hiến, Hưng Yên',
    'Ngõ 5, số 12 đường Lê Lai, ph. Phố Hiến, Hưng Yên',
  ],
  [
    'Số 2A/15 Lê Lai, phường Phố Hiến, Hưng Yên',
    'Số 2A ngõ 15 Lê Lai, phường Phố Hiến, Hưng Yên',
    'số 2-A, ngõ 15, Lê Lai, phường Phố Hiến, Hưng Yên',
  ],
  ['Số 15/2A Lê Lai, phường Phố Hiến, Hưng Yên', 'Số 15 ngõ 2A Lê Lai, phường Phố Hiến, Hưng Yên'],
  [
    'Số 156/12 Trần Thái Tông, phường Trần Lãm, Hưng Yên',
    'Số 156 ngõ 12 đường Trần Thái Tông, P.Trần Lãm, TP Thái Bình, Thái Bình',
  ],
  [
    'Số 18 ngõ 45 tổ 12 phường Trần Lãm, Hưng Yên',
    '18/45 tổ 12, phường Trần Lãm, Hưng Yên',
    'Số 18, ngõ 45, tổ dân phố số 12, phường Trần Lãm, Hưng Yên',
  ],
  ['Số 1 ngõ 2/3 đường Lê Lai, phường Phố Hiến, Hưng Yên'],
  [
    'Số nhà 20, ngách 5/12, ngõ 5, đường Lê Lai, phường Phố Hiến, Hưng Yên',
    'Số 20 ngách 12 ngõ 5 Lê Lai, phường Phố Hiến, Hưng Yên',
  ],
  ['Số 20, ngõ 12 đường Lê Lai kéo dài, thôn Đông, xã Vũ Thư, tỉnh Hưng Yên'],
  [
    'Số 8 ngõ 301 đường Nguyễn Thiện Thuật, Phường Minh Khai, Thành phố Hưng Yên',
    '8/301 Nguyễn Thiện Thuật, phường Phố Hiến',
    'Ngõ 301 Nguyễn Thiện Thuật, số nhà 8, P. Minh Khai, TP Hưng Yên',
    'SN 8, ng. 301, Nguyễn Thiện Thuật, P. Phố Hiến, Hưng Yên',
    'S.nhà 8 ngõ 301 Nguyễn Thiện Thuật, phường Phố Hiến, Hưng Yên',
    'số  8/ngõ 301, Nguyễn Thiện Thuật, phường Phố Hiến, Hưng Yên',
  ],
  [
    'Số 6, ngõ 19, đường Lý Thái Tổ, tổ dân phố số 9, phường Quang Trung, thành phố Thái Bình, tỉnh Thái Bình',
    '6/19 Lý Thái Tổ, P Quang Trung, TP Thái Bình',
    'Số 6 ngõ 19 Lý Thái Tổ, phường Trần Hưng Đạo, Hưng Yên',
  ],
  ['Số 12/5A, đường Lê Lai, phường Phố Hiến, Hưng Yên', 'Số 12 ngõ 5A Lê Lai, phường Phố Hiến, Hưng Yên'],
  ['Số 12A/5, đường Lê Lai, phường Phố Hiến, Hưng Yên'],
  ['Số 4 ngách 2 hẻm 3 ngõ 1 đường Lê Lai, phường Phố Hiến, Hưng Yên'],
];
