/** Pairs of texts for one address in hamlets and groups, as banks, officers, agents and foreigners write it. */
export const SAME_HAMLET_ADDRESS: readonly (readonly [string, string])[] = [
  ['Số 5, đội 3, thôn Thụy Trang, xã Tân Lập, huyện Yên Mỹ', 'SN 5 Đội 3 Thôn Thuỵ Trang, Tân Lập, Yên Mỹ, Hưng Yên'],
  ['Số nhà 18, tổ 4, ấp Đông, xã Vũ Thư, Hưng Yên', 'sn 18 tổ 4 ấp Đông xã Vũ Thư Hưng Yên'],
  ['Tại nhà ông Nguyễn Văn Tám, số 9, thôn Đại Từ, xã Đại Đồng, Hưng Yên', 'Số 9, thôn Đại Từ, xã Đại Đồng, Hưng Yên'],
  [
    'Số 9, thôn Đại Từ, xã Đại Đồng, huyện Văn Lâm, tỉnh Hưng Yên (nhà bà Hoa)',
    'Số 9, thôn Đại Từ, xã Đại Đồng, Hưng Yên',
  ],
  ['Số 9, thôn thôn Đại Từ, xã Đại Đồng, Hưng Yên', 'Số 9, thôn Đại Từ, xã Đại Đồng, Hưng Yên'],
  ['Số 9 (số cũ 15), thôn Đại Từ, xã Đại Đồng, Hưng Yên', 'Số 9, thôn Đại Từ, xã Đại Đồng, Hưng Yên'],
  [
    'Số 3, Khu Nhân Cầu I, TT Hưng Hà, Hưng Hà, Thái Bình',
    'Số 3, Khu Nhân Cầu 1, thị trấn Hưng Hà, huyện Hưng Hà, tỉnh Thái Bình',
  ],
  [
    'Số 19, tổ dân phố Phố Nối, phường Bần Yên Nhân, Mỹ Hào',
    'Số 19 TDP Phố Nối, P.Bần Yên Nhân, thị xã Mỹ Hào, Hưng Yên',
  ],
  ['Số 3, thôn Hạ I, xã Vũ Thư, Hưng Yên', 'Số 3, thôn Hạ 1, xã Vũ Thư, Hưng Yên'],
  [
    'Nhà số 6, đường Lê Quý Đôn kéo dài, tổ 14, phường Trần Lãm, TP Thái Bình',
    '6 Lê Quí Đôn kéo dài, P.Trần Lãm, TP. Thái Bình',
  ],
  [
    'Số 8, đường Chu Mạnh Trinh, khu phố Hiến Nam, phường Hiến Nam, thành phố Hưng Yên',
    '8 Chu Mạnh Trinh, P. Hiến Nam, TP.HY.',
  ],
  ['xa Dai Dong huyen Van Lam tinh Hung Yen thon Dai Tu so 9', 'Số 9, thôn Đại Từ, xã Đại Đồng, huyện Văn Lâm'],
  ['Thôn Đại Từ - Xã Đại Đồng - Huyện Văn Lâm - Hưng Yên, SN 09', 'Số 9, thôn Đại Từ, xã Đại Đồng, huyện Văn Lâm'],
  ['Số 9, thôn Đại Từ, xã Đại Đồng ,huyện Văn Lâm ,tỉnh Hưng Yên .', 'Số 9, thôn Đại Từ, xã Đại Đồng, huyện Văn Lâm'],
  ['Sô 9, thôn Đại Từ, xã Đại Đồng, huyện Văn Lâm, Hưng Yên', 'Số 9, thôn Đại Từ, xã Đại Đồng, huyện Văn Lâm'],
  ['Số 9, thôn Đại Từ, xã Đại Đồng, huỵện Văn Lâm, tình Hưng Yên', 'Số 9, thôn Đại Từ, xã Đại Đồng, huyện Văn Lâm'],
  [
    'SN 31 - Tổ 12 - Phường Bồ Xuyên - TPTB - Thái Bình',
    'Số 31, tổ dân phố số 12, phường Bồ Xuyên, thành phố Thái Bình',
  ],
  [
    'Số 3, xóm Đông Thành, thôn Cao Mại, xã Kiến Xương, Hưng Yên',
    '3 Xóm Đông Thành-Thôn Cao Mại-Xã Kiến Xương-Tỉnh Hưng Yên',
  ],
  [
    'Số 3-Xóm Đông Thành-Thôn Cao Mại-Xã Kiến Xương-Tỉnh Hưng Yên',
    'Số 3, xóm Đông Thành, thôn Cao Mại, xã Kiến Xương, Hưng Yên',
  ],
  ['Sn3,xómĐôngThành,thôn CaoMại,xã KiếnXương,HưngYên', 'Số 3, xóm Đông Thành, thôn Cao Mại, xã Kiến Xương, Hưng Yên'],
  [
    'SỐ 3,XÓM ĐÔNG THÀNH,THÔN CAO MẠI,X.KIẾN XƯƠNG,HƯNG YÊN',
    'Số 3, xóm Đông Thành, thôn Cao Mại, xã Kiến Xương, Hưng Yên',
  ],
  [
    'Số 14 đường Lê Thánh Tông, TDP số 7, Phường Đề Thám, Thành phố Thái Bình, Tỉnh Thái Bình, Việt Nam',
    '14 Le Thanh Tong, De Tham, TP Thai Binh',
  ],
  ['Số 3 thôn Tân Ấp, xã Vũ Thư, Hưng Yên', 'so 3 thon tan ap xa vu thu hung yen'],
  ['Số 3 đội 7 Tân Ấp, xã Vũ Thư, Hưng Yên', '3, đội 7, thôn Tân Ấp, xã Vũ Thư, Hưng Yên'],
  ['Số 3, làng Nôm, xã Đại Đồng, Hưng Yên', 'Số 3 thôn Nôm, xã Đại Đồng, Hưng Yên'],
  ['Số 3 khu phố Nguyễn Xá, phường Mỹ Hào, Hưng Yên', 'Số 3, KP Nguyễn Xá, P. Mỹ Hào, Hưng Yên'],
  [
    'Số 88, đường Phạm Văn Đồng, tổ dân phố Nguyễn Xá, phường Mỹ Hào, Hưng Yên',
    '88 Phạm Văn Đồng, TDP Nguyễn Xá, phường Mỹ Hào, Hưng Yên',
  ],
  [
    '88 Phạm Văn Đồng, phường Mỹ Hào, Hưng Yên',
    'Số 88, đường Phạm Văn Đồng, tổ dân phố Nguyễn Xá, phường Mỹ Hào, Hưng Yên',
  ],
  [
    'so 316 to dan pho Thanh Xa xa Vu Chinh thanh pho Thai Binh',
    'Số 316, tổ dân phố Thanh Xá, xã Vũ Chính, TP Thái Bình',
  ],
  ['4, xóm 1, Canh Tân, Hưng Hà, Thái Bình', 'Số 4, xóm 1, xã Canh Tân, huyện Hưng Hà, tỉnh Thái Bình'],
  [
    'Thôn Ông Tố, số 4, Xã Yên Mỹ, Thị trấn Yên Mỹ, Hưng Yên',
    'Số 4 thôn Ông Tố, thị trấn Yên Mỹ, huyện Yên Mỹ, Hưng Yên',
  ],
  ['Số 9 Lê Lai, tổ 5, phường Trần Lãm, Hưng Yên', 'Số 9 Lê Lai, khu 5, phường Trần Lãm, Hưng Yên'],
  [
    'Số 5, thôn Thanh Xá, xã Nghĩa Hiệp, huyện Yên Mỹ, tỉnh Hưng Yên',
    'Số 5, thôn Thanh Xá, xã Nguyễn Văn Linh, huyện Yên Mỹ, tỉnh Hưng Yên',
  ],
  ['Số 5, thôn Thanh Xá, xã Nghĩa Hiệp, tỉnh Hưng Yên', 'Số 5, thôn Thanh Xá, xã Nguyễn Văn Linh, Hưng Yên'],
  ['Số 4, thôn Nội, xã Đô Lương, huyện Đông Hưng, Thái Bình', 'Số 4, thôn Nội, xã Liên An Đô, huyện Đông Hưng'],
  ['Số 4, thôn Nội, xã Ngô Quyền, huyện Tiên Lữ, Hưng Yên', 'Số 4 thôn Nội, thị trấn Vương, huyện Tiên Lữ'],
  ['Số 9, khu phố Village, phường Mỹ Hào, Hưng Yên', 'Số 9 KP Village, phường Mỹ Hào, Hưng Yên'],
];

/** Pairs of texts for two addresses in hamlets and groups that are easily confused. */
export const OTHER_HAMLET_ADDRESS: readonly (readonly [string, string])[] = [
  ['Số 5, đội 3, thôn Thụy Trang, xã Tân Lập, huyện Yên Mỹ', 'Số 5, đội 4, thôn Thụy Trang, xã Tân Lập, huyện Yên Mỹ'],
  [
    'Số 3, khu 2, thị trấn Hưng Hà, huyện Hưng Hà, Thái Bình',
    'Số 3, khu 3, thị trấn Hưng Hà, huyện Hưng Hà, Thái Bình',
  ],
  ['Số 3, Khu Nhân Cầu 1, TT Hưng Hà, Hưng Hà, Thái Bình', 'Số 3, Khu Nhân Cầu 2, TT Hưng Hà, Hưng Hà, Thái Bình'],
  [
    'Xóm 6, Thôn Nội, xã Đông Hoàng, huyện Đông Hưng, Thái Bình, số 4',
    'Xóm 6, Thôn Nội, xã Đông Hoàng, huyện Tiền Hải, Thái Bình, số 4',
  ],
  [
    'Số 4 thôn Nội, xã Thụy Hưng, huyện Thái Thụy, Thái Bình',
    'Số 4 thôn Nội, xã Thụy Việt, huyện Thái Thụy, Thái Bình',
  ],
  ['Số 3, thôn Hạ 1, xã Vũ Thư, Hưng Yên', 'Số 3, thôn Hạ 2, xã Vũ Thư, Hưng Yên'],
  ['SN 31, Tổ 12, P. Bồ Xuyên, TP Thái Bình', 'SN 31, Tổ 13, P. Bồ Xuyên, TP Thái Bình'],
  ['Xóm 5 thôn Hổ Đội, số 3, thị trấn Diêm Điền, Thái Thụy', 'Xóm 15 thôn Hổ Đội, số 3, thị trấn Diêm Điền, Thái Thụy'],
  ['Số 3, thôn Hổ Đội 3, xã Thái Thụy, Hưng Yên', 'Số 3, thôn Hổ Đội 4, xã Thái Thụy, Hưng Yên'],
  ['Thôn Trung, xã Vũ Thư, Hưng Yên, nhà số 3', 'Thôn Trung 2, xã Vũ Thư, Hưng Yên, nhà số 3'],
  ['Số 3 thôn Tân An, xã Vũ Thư, Hưng Yên', 'Số 3 thôn Tân Ấp, xã Vũ Thư, Hưng Yên'],
  ['Số 3 Đội 7B thôn Tân An, xã Vũ Thư, Hưng Yên', 'Số 3 Đội 7 thôn Tân An, xã Vũ Thư, Hưng Yên'],
  [
    '88 đường Phạm Văn Đồng, thôn Nguyễn Xá, xã Yên Mỹ, Hưng Yên',
    '89 đường Phạm Văn Đồng, thôn Nguyễn Xá, xã Yên Mỹ, Hưng Yên',
  ],
  ['Số 6 đường ven sông, thôn Đông, xã Yên Mỹ, Hưng Yên', 'Số 6 đường trục xã, thôn Đông, xã Yên Mỹ, Hưng Yên'],
  ['Số 9, tổ 5, phường Trần Lãm, Hưng Yên', 'Số 9, khu 5, phường Trần Lãm, Hưng Yên'],
  ['Số 4, thôn Nội, xã Tây Sơn, huyện Tiền Hải, Thái Bình', 'Số 4, thôn Nội, xã Tây Sơn, huyện Kiến Xương, Thái Bình'],
];
