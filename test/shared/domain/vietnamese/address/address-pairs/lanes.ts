/** Pairs of texts for one address in lanes, as banks, officers, agents and foreigners write it. */
export const SAME_LANE_ADDRESS: readonly (readonly [string, string])[] = [
  [
    'Số 10 ngách 2/12 ngõ 2 đường Lê Lai, phường Phố Hiến, Hưng Yên',
    '10 ngõ 2 ngách 12 Lê Lai, phường Phố Hiến, Hưng Yên',
  ],
  ['Số 10 ngách 2/12 Lê Lai, phường Phố Hiến, Hưng Yên', 'Số 10 ngách 2 ngõ 12 Lê Lai, phường Phố Hiến, Hưng Yên'],
  [
    'Số 10, hẻm 3/2/12 Lê Lai, phường Phố Hiến, Hưng Yên',
    'Số 10 hẻm 12 ngách 2 ngõ 3 Lê Lai, phường Phố Hiến, Hưng Yên',
  ],
  [
    'SỐ 5 NGÕ 12 ĐƯỜNG TRẦN HƯNG ĐẠO, TỔ 7, P. TRẦN HƯNG ĐẠO, TP THÁI BÌNH',
    '5/12 Trần Hưng Đạo, Trần Hưng Đạo, Thái Bình',
  ],
  ['SN 5 ng 12 tran hung dao tran hung dao thai binh', '5/12 Trần Hưng Đạo, Trần Hưng Đạo, Thái Bình'],
  ['Số 12A ngõ 7B đường Phạm Ngũ Lão, P. Lam Sơn, TP. Hưng Yên', '12a/7b Phạm Ngũ Lão, Lam Sơn, TP Hưng Yên'],
  ['Số nhà 02 ngõ 05 đường Tuệ Tĩnh, P.Hiến Nam, TP Hưng Yên', '2 ngõ 5 Tuệ Tĩnh, Hiến Nam, thành phố Hưng Yên'],
  [
    'Số 31 ngõ 12 phố Bồ Xuyên, phường Bồ Xuyên, TP Thái Bình',
    '31 ngõ 12 Bồ Xuyên, P. Bồ Xuyên, TP Thái Bình, tỉnh Thái Bình (nay là phường Thái Bình, tỉnh Hưng Yên)',
  ],
  ['Số 7B/2 Hoàng Diệu, P. Hoàng Diệu, TP Thái Bình', 'Số 7B ngõ 2 đường Hoàng Diệu, phường Hoàng Diệu, Thái Bình'],
  ['Sỗ 12 ngỏ 5 đưòng Trưng Trắc, phuờng Phố Hiến, Hưng Yên', '12 ngõ 5 Trưng Trắc, phường Phố Hiến, Hưng Yên'],
  [
    '12 ngõ 5 Trưng Trắc, phường Phố Hiến, thành phố Hưng Yên cũ, tỉnh Hưng Yên',
    '12 ngõ 5 Trưng Trắc, phường Phố Hiến, Hưng Yên',
  ],
  [
    'Số 12 ngõ 5 đường Trưng Trắc - phường Phố Hiến - tỉnh Hưng Yên (địa chỉ cũ: phường Lê Lợi, TP Hưng Yên)',
    '12 ngõ 5 Trưng Trắc, phường Phố Hiến, Hưng Yên',
  ],
  [
    'Số 12 ngõ 5 đường Trưng Trắc, phường Lê Lợi (nay là phường Phố Hiến), thành phố Hưng Yên',
    '12 ngõ 5 Trưng Trắc, phường Phố Hiến, Hưng Yên',
  ],
  [
    'Số nhà 12, trong ngõ 5, đường Trưng Trắc, phường Phố Hiến, Hưng Yên',
    '12 ngõ 5 Trưng Trắc, phường Phố Hiến, Hưng Yên',
  ],
  ['Số 12 - Ngõ 5 Trưng Trắc - Phố Hiến - Hưng Yên', '12 ngõ 5 Trưng Trắc, phường Phố Hiến, Hưng Yên'],
  ['Số 12 ngo 5, Trung Trac st, p Pho Hien, Hung Yen', '12 ngõ 5 Trưng Trắc, phường Phố Hiến, Hưng Yên'],
  ['12, Ngõ 5, Trưng Trắc, Phường Phố Hiến, Hưng Yên, VIET NAM', '12 ngõ 5 Trưng Trắc, phường Phố Hiến, Hưng Yên'],
  ['12.ngõ 5.Trưng Trắc.P.Phố Hiến.Hưng Yên', '12 ngõ 5 Trưng Trắc, phường Phố Hiến, Hưng Yên'],
  ['Số12.Ngõ5,đường Trưng Trắc,P Phố Hiến,T Hưng Yên', '12 ngõ 5 Trưng Trắc, phường Phố Hiến, Hưng Yên'],
  ['Số 12 ngõ 5 đ Trưng Trắc p Phố Hiến t Hưng Yên', '12 ngõ 5 Trưng Trắc, phường Phố Hiến, Hưng Yên'],
  [
    'Số 12, ngõ số 5, ngách số 3, đường Trưng Trắc, phường Phố Hiến, Hưng Yên',
    '12/3/5 Trưng Trắc, phường Phố Hiến, Hưng Yên',
  ],
  [
    'Số 20 ngách 5/12 ngõ 12, Lê Lai, phường Phố Hiến, Hưng Yên',
    'Số 20 ngách 5 ngõ 12 Lê Lai, phường Phố Hiến, Hưng Yên',
  ],
  [
    'Số 20 ngách 2/5 ngõ 97 Lê Lai, phường Phố Hiến, Hưng Yên',
    'Số 20 hẻm 5 ngách 2 ngõ 97 Lê Lai, phường Phố Hiến, Hưng Yên',
  ],
  ['Số 20 hẻm 12/5 Lê Lai, phường Phố Hiến, Hưng Yên', 'Số 20 ngách 5 ngõ 12 Lê Lai, phường Phố Hiến, Hưng Yên'],
  [
    'Số 20 ngõ 12/5/7 Lê Lai, phường Phố Hiến, Hưng Yên',
    'Số 20, ngõ 12, ngách 5, hẻm 7 Lê Lai, phường Phố Hiến, Hưng Yên',
  ],
  ['Số 20, ngõ 12, xóm Chùa, thôn Đông, xã Yên Mỹ, Hưng Yên', '20 ngõ 12 xóm Chùa thôn Đông xã Yên Mỹ Hưng Yên'],
  [
    'Số nhà 07, Ngõ 98, Đường Lý Thường Kiệt, Tổ 7 - Kỳ Bá, Phường Trần Lãm, Tỉnh Hưng Yên',
    '7/98 Lý Thường Kiệt, phường Trần Lãm, Hưng Yên',
  ],
  [
    'Số Sn 39, ngách 46/12 , Ngõ 46 Lê Lợi, Đề Thám, TP Thái Bình. Điện thoại: 024.6386.3003',
    '39 ngách 12 ngõ 46 Lê Lợi, phường Đề Thám, TP Thái Bình',
  ],
  [
    'Số14 – Ngách 45/10 Lê Lợi - Đề Thám - TP Thái Bình - 0979 51 00 52',
    'Số 14 ngách 10 ngõ 45 Lê Lợi, phường Đề Thám, TP Thái Bình',
  ],
  [
    '12 A, ngách 1/16, Ngõ 1 Lê Lợi, Phường Đề Thám, TP Thái Bình',
    '12A ngõ 1 ngách 16 Lê Lợi, P. Đề Thám, TP Thái Bình',
  ],
  [
    'Số nhà 22, Ngõ 118, ngách 8, hẻm 1 Trần Thái Tông, phường Thái Bình, Hưng Yên',
    '22 hẻm 1/8/118 Trần Thái Tông, phường Thái Bình, Hưng Yên',
  ],
  [
    'SN 22 hẻm 118/8/1 Trần Thái Tông, phường Thái Bình, Hưng Yên',
    'Số 22 hẻm 1 ngách 8 ngõ 118 Trần Thái Tông, phường Thái Bình, Hưng Yên',
  ],
  ['K123/45 Núi Thành, phường Hòa Cường, Đà Nẵng', 'Số 45 kiệt 123 Núi Thành, phường Hòa Cường, Đà Nẵng'],
  ['K123/H5/45 Núi Thành, phường Hòa Cường, Đà Nẵng', 'Số 45 hẻm 5 kiệt 123 Núi Thành, phường Hòa Cường, Đà Nẵng'],
];

/** Pairs of texts for two addresses in lanes that are easily confused. */
export const OTHER_LANE_ADDRESS: readonly (readonly [string, string])[] = [
  ['Số 10 ngách 12 ngõ 2 Lê Lai, phường Phố Hiến, Hưng Yên', 'Số 10 ngách 2 ngõ 12 Lê Lai, phường Phố Hiến, Hưng Yên'],
  [
    'Số 10 ngách 2/12 ngõ 2 Lê Lai, phường Phố Hiến, Hưng Yên',
    'Số 10 ngách 2 ngõ 12 Lê Lai, phường Phố Hiến, Hưng Yên',
  ],
  ['Số 12, ngõ 7, Phạm Ngũ Lão, P. Lam Sơn, TP. Hưng Yên', 'Số 12A, ngõ 7, Phạm Ngũ Lão, P. Lam Sơn, TP. Hưng Yên'],
  ['Số 2, ngõ 5, Tuệ Tĩnh, P.Hiến Nam, TP Hưng Yên', 'Số 25, Tuệ Tĩnh, P.Hiến Nam, TP Hưng Yên'],
  ['Số 2 (ngõ 5 cũ), đường Tuệ Tĩnh, P.Hiến Nam, TP Hưng Yên', 'Số 2, ngõ 5, Tuệ Tĩnh, P.Hiến Nam, TP Hưng Yên'],
  [
    'Số 7 ngõ 2B Hoàng Diệu, P. Hoàng Diệu, TP Thái Bình',
    'Số 7B ngõ 2 đường Hoàng Diệu, phường Hoàng Diệu, TP Thái Bình',
  ],
  ['Số 7 Ngõ Hoàng Diệu, P. Hoàng Diệu, TP Thái Bình', 'Số 7 Hoàng Diệu, P. Hoàng Diệu, TP Thái Bình'],
  ['12N5 Trưng Trắc, phường Phố Hiến, Hưng Yên', '12 ngõ 5 Trưng Trắc, phường Phố Hiến, Hưng Yên'],
  ['12/3/5 Trưng Trắc, phường Phố Hiến, Hưng Yên', '12/5/3 Trưng Trắc, phường Phố Hiến, Hưng Yên'],
  ['Số 20 ngõ 12 Lê Lai, phường Phố Hiến, Hưng Yên', 'Số 20 ngách 12/5 Lê Lai, phường Phố Hiến, Hưng Yên'],
  ['Số 9 ngõ 3, tổ 5, phường Trần Lãm, Hưng Yên', 'Số 9 ngõ 3, tổ 6, phường Trần Lãm, Hưng Yên'],
  ['K123/45 Núi Thành, phường Hòa Cường, Đà Nẵng', 'K45/123 Núi Thành, phường Hòa Cường, Đà Nẵng'],
  ['K123/45 Núi Thành, phường Hòa Cường, Đà Nẵng', 'K125/45 Núi Thành, phường Hòa Cường, Đà Nẵng'],
];
