/** Pairs of texts for one address in zones, new towns and markets, as banks, officers, agents and foreigners write it. */
export const SAME_LOT_ADDRESS: readonly (readonly [string, string])[] = [
  [
    'Lô CN-03, KCN Phố Nối A, Xã Lạc Hồng, Huyện Văn Lâm, Hưng Yên',
    'Lô CN03 - Khu công nghiệp Phố Nối A - xã Như Quỳnh - tỉnh Hưng Yên',
  ],
  [
    'Một phần lô CN5, KCN Minh Quang, xã Bạch Sam, thị xã Mỹ Hào, Hưng Yên',
    'Lô CN5, Khu công nghiệp Minh Quang, Phường Bạch Sam, TX. Mỹ Hào',
  ],
  [
    'Một phần lô D3, KCN Thăng Long II, xã Liêu Xá, huyện Yên Mỹ, Hưng Yên',
    'Lô D-3 KCN Thăng Long 2, Liêu Xá, Yên Mỹ, Hưng Yên',
  ],
  [
    'Lô đất số B5-B6, KCN Dệt may Phố Nối, xã Nghĩa Hiệp, Yên Mỹ',
    'Lô B5, B6 KCN Dệt May Phố Nối, xã Nghĩa Hiệp, Yên Mỹ, Hưng Yên',
  ],
  [
    'Lô C3-1, đường D2, KCN Tiền Hải, xã Đông Cơ, huyện Tiền Hải, Thái Bình',
    'Lô C3.1 Đường D2 Khu công nghiệp Tiền Hải, Đông Cơ, Tiền Hải, Thái Bình',
  ],
  [
    'Lô 5, Cụm công nghiệp Phong Phú, TP Thái Bình, phường Tiền Phong',
    'lô số 05 CCN Phong Phú, P. Tiền Phong, TP. Thái Bình, tỉnh Thái Bình',
  ],
  [
    'Lô 15, CCN Tân Quang, xã Tân Quang, huyện Văn Lâm, Hưng Yên',
    'Lô 15 Cụm Công Nghiệp Tân Quang, Xã Tân Quang, H.Văn Lâm, T.Hưng Yên',
  ],
  [
    'Shophouse SB12-35, KĐT Vinhomes Ocean Park 3, xã Nghĩa Trụ, Văn Giang, Hưng Yên',
    'SB12-35 Khu đô thị Vinhomes Ocean Park 3, xã Nghĩa Trụ, huyện Văn Giang, Hưng Yên',
  ],
  ['Ki-ốt số 12, chợ Đầu, thôn Trung, xã Vũ Thư, Hưng Yên', 'Kiốt 12 chợ Đầu, thôn Trung, xã Vũ Thư, Hưng Yên'],
  ['Ki ốt 12-14 chợ Gạo, phường An Tảo, TP Hưng Yên', 'Kiot 12-14 Chợ Gạo, P. An Tảo, TP. Hưng Yên'],
  ['Gian hàng số 7, chợ Phố Hiến, phường Phố Hiến, Hưng Yên', 'Gian hàng 07 chợ Phố Hiến, phường Phố Hiến, Hưng Yên'],
  [
    'Thửa đất số 125, tờ bản đồ số 7, Thôn Cầu, Xã Lạc Đạo, Huyện Văn Lâm',
    'Thửa số 125 - TBĐ số 7 - thôn Cầu - xã Lạc Đạo - Văn Lâm - Hưng Yên',
  ],
  [
    'Lô 12 BT3, KĐT Petro Thăng Long, phường Quang Trung, TP Thái Bình',
    'BT3-12, khu đô thị Petro Thăng Long, phường Quang Trung, TP. Thái Bình',
  ],
  ['Số 12 LK3, KĐT Trần Lãm, phường Trần Lãm, Hưng Yên', 'LK3-12 KĐT Trần Lãm, phường Trần Lãm, Hưng Yên'],
  [
    'Nhà A5, khu nhà ở thương mại Phúc Hưng, phường Hiến Nam, TP Hưng Yên',
    'A5, khu nhà ở thương mại Phúc Hưng, P. Hiến Nam, TP. Hưng Yên',
  ],
  [
    'Nhà số A5, khu đấu giá Phúc Hưng, phường Hiến Nam, TP Hưng Yên',
    'Số A5 khu đấu giá Phúc Hưng, P. Hiến Nam, TP. Hưng Yên',
  ],
  ['Khu đấu giá Cầu Treo, số 15, thị trấn Yên Mỹ, huyện Yên Mỹ', 'Số 15 khu đấu giá Cầu Treo, TT Yên Mỹ, Yên Mỹ, HY'],
  [
    'Số 5 phố Thủy Nguyên, KĐT Ecopark, xã Xuân Quan, Văn Giang',
    '5 Thuỷ Nguyên, Ecopark, xã Xuân Quan, Văn Giang, Hưng Yên',
  ],
  ['KCN Phố Nối A (mở rộng), lô CN7, xã Lạc Hồng, Văn Lâm', 'Lô CN7 KCN Phố Nối A mở rộng, xã Lạc Hồng, huyện Văn Lâm'],
  [
    'Lô CN7, đường số 206, KCN Phố Nối A, xã Lạc Hồng, Văn Lâm',
    'Lô CN-7, đường 206, Khu CN Phố Nối A, Lạc Hồng, Văn Lâm, HY',
  ],
  [
    'Nhà xưởng số 3, lô CN7, KCN Phố Nối A, xã Lạc Hồng, Văn Lâm',
    'Nhà xưởng 3 - Lô CN7 - KCN Phố Nối A - xã Lạc Hồng - Văn Lâm',
  ],
  [
    'Cụm công nghiệp làng nghề Tống Phố, lô 3, xã Thanh Tân, Kiến Xương',
    'Lô 3, CCN làng nghề Tống Phố, xã Thanh Tân, huyện Kiến Xương, Thái Bình',
  ],
  ['Cảng Diêm Điền, số 1, thị trấn Diêm Điền, Thái Thụy', 'Số 1 Cảng Diêm Điền, TT Diêm Điền, H. Thái Thụy'],
  ['Kho số 2, số 15 Lê Lai, phường Phố Hiến, Hưng Yên', 'Nhà kho 2, 15 Lê Lai, phường Phố Hiến, Hưng Yên'],
  ['Số 12, khu TĐC Bờ Sông, phường Phố Hiến, Hưng Yên', 'Số 12 khu tái định cư Bờ Sông, P. Phố Hiến, Hưng Yên'],
  ['Số 12, khu dân cư mới Bờ Sông, phường Phố Hiến, Hưng Yên', 'Số 12 KDC mới Bờ Sông, P. Phố Hiến, Hưng Yên'],
  [
    'Số 6, đường số 12, KĐT Trần Lãm, phường Trần Lãm, Hưng Yên',
    '6 đường 12, khu đô thị Trần Lãm, phường Trần Lãm, Hưng Yên',
  ],
  [
    'Lô 6, đường số 12, KCN Sông Trà, phường Thái Bình, Hưng Yên',
    'Lô 6 đường 12 Khu công nghiệp Sông Trà, phường Thái Bình, Hưng Yên',
  ],
  [
    'LÔ E4+E5, KHU CÔNG NGHIỆP PHÚC KHÁNH, PHƯỜNG VŨ PHÚC, TỈNH HƯNG YÊN, VIỆT NAM',
    'Lô E4-E5 KCN Phúc Khánh, phường Vũ Phúc, Hưng Yên',
  ],
  ['Lô E4 và E5, KCN Phúc Khánh, phường Vũ Phúc, Hưng Yên', 'Lô E4, E5 KCN Phúc Khánh, phường Vũ Phúc, Hưng Yên'],
  [
    'Số 36 Thủy Nguyên, KĐT Ecopark, xã Phụng Công, Hưng Yên',
    '36 phố Thuỷ Nguyên, khu đô thị Ecopark, xã Phụng Công, huyện Văn Giang',
  ],
  ['Lô 3, KCN Phố Nối A, xã Giai Phạm, Yên Mỹ, Hưng Yên', 'Lô 3 KCN Phố Nối A, xã Nguyễn Văn Linh, huyện Yên Mỹ'],
  ['Ô 3 lô LK-5, KDC mới Tân Dân, xã Tân Dân, Khoái Châu', 'LK5-03 KDC mới Tân Dân, xã Tân Dân, huyện Khoái Châu'],
  ['Lô LK5, ô 3, KDC mới Tân Dân, xã Tân Dân, Khoái Châu', 'LK5-03 KDC mới Tân Dân, xã Tân Dân, huyện Khoái Châu'],
  ['LK5 - ô số 03, KĐT Đại An, xã Tân Quang, Văn Lâm', 'Căn số 3 dãy LK5, KĐT Đại An, xã Tân Quang, Văn Lâm'],
  ['Lô số 3, khu LK5, KĐT Đại An, xã Tân Quang, Văn Lâm', 'LK5-03 KĐT Đại An, xã Tân Quang, Văn Lâm'],
  ['Nhà số 12 shophouse SH3, KĐT Đại An, xã Tân Quang, Văn Lâm', 'SH3-12 KĐT Đại An, xã Tân Quang, Văn Lâm'],
];

/** Pairs of texts for two addresses in zones, new towns and markets that are easily confused. */
export const OTHER_LOT_ADDRESS: readonly (readonly [string, string])[] = [
  ['Lô B5, KCN Dệt may Phố Nối, xã Nghĩa Hiệp, Yên Mỹ', 'Lô B6, KCN Dệt may Phố Nối, xã Nghĩa Hiệp, Yên Mỹ'],
  ['Quầy số 7, chợ Phố Hiến, phường Phố Hiến, Hưng Yên', 'Quầy số 8, chợ Phố Hiến, phường Phố Hiến, Hưng Yên'],
  ['Thửa 125 TBĐ 7 thôn Cầu, xã Lạc Đạo, Văn Lâm', 'Thửa 125 TBĐ 8 thôn Cầu, xã Lạc Đạo, Văn Lâm'],
  ['LK3-12 KĐT Trần Lãm, phường Trần Lãm, Hưng Yên', 'LK31-2 KĐT Trần Lãm, phường Trần Lãm, Hưng Yên'],
  ['Số 12, dãy 3, KĐT Trần Lãm, phường Trần Lãm, Hưng Yên', 'Số 12, dãy 4, KĐT Trần Lãm, phường Trần Lãm, Hưng Yên'],
  [
    'Số 10 đường số 2, Khu dân cư Phúc Khánh, TP Thái Bình, phường Phúc Khánh',
    'Số 10 đường số 3, Khu dân cư Phúc Khánh, phường Phúc Khánh, TP Thái Bình',
  ],
  ['Khu CN Phố Nối B, lô 7, xã Dị Sử, Mỹ Hào, Hưng Yên', 'Khu CN Phố Nối A, lô 7, xã Dị Sử, Mỹ Hào, Hưng Yên'],
  [
    'Nhà xưởng số 3, lô CN7, KCN Phố Nối A, xã Lạc Hồng, Văn Lâm',
    'Nhà xưởng số 4, lô CN7, KCN Phố Nối A, xã Lạc Hồng, Văn Lâm',
  ],
  [
    'Kho 3, số 15 đường Nguyễn Văn Linh, phường Dị Sử, thị xã Mỹ Hào',
    'Kho 4, số 15 đường Nguyễn Văn Linh, phường Dị Sử, thị xã Mỹ Hào',
  ],
  ['Lô B5, KCN Dệt may Phố Nối, xã Nghĩa Hiệp, Yên Mỹ', 'Lô B5, B6 KCN Dệt may Phố Nối, xã Nghĩa Hiệp, Yên Mỹ'],
  ['Lô B5-B6, KCN Dệt may Phố Nối, xã Nghĩa Hiệp, Yên Mỹ', 'Lô B5-6, KCN Dệt may Phố Nối, xã Nghĩa Hiệp, Yên Mỹ'],
  ['Số 12 LK3, KĐT Trần Lãm, phường Trần Lãm, Hưng Yên', 'Số 3 LK12, KĐT Trần Lãm, phường Trần Lãm, Hưng Yên'],
  ['Lô 12 BT3, KĐT Trần Lãm, phường Trần Lãm, Hưng Yên', 'Lô 12 LK3, KĐT Trần Lãm, phường Trần Lãm, Hưng Yên'],
  ['Quầy 7, chợ Gạo, phường An Tảo, TP Hưng Yên', 'Quầy 7, chợ Phố Hiến, phường An Tảo, TP Hưng Yên'],
  ['Sạp 7, chợ Gạo, phường An Tảo, TP Hưng Yên', 'Sạp 17, chợ Gạo, phường An Tảo, TP Hưng Yên'],
  ['Xưởng 2, lô CN3, KCN Minh Đức, phường Mỹ Hào, Hưng Yên', 'Kho 2, lô CN3, KCN Minh Đức, phường Mỹ Hào, Hưng Yên'],
  [
    'Số 12, khu đấu giá Bờ Sông, phường Phố Hiến, Hưng Yên',
    'Số 12, khu tái định cư Bờ Sông, phường Phố Hiến, Hưng Yên',
  ],
  ['Số 6, đường D1, KCN Sạch, xã Việt Yên, Hưng Yên', 'Số 6, đường D2, KCN Sạch, xã Việt Yên, Hưng Yên'],
  ['Số 6 đường 12m, KĐT Trần Lãm, phường Trần Lãm, Hưng Yên', 'Số 6 đường 12, KĐT Trần Lãm, phường Trần Lãm, Hưng Yên'],
  [
    'Cửa hàng số 3, chợ Đông Tảo, xã Đông Tảo, Khoái Châu, Hưng Yên',
    'Cửa hàng số 4, chợ Đông Tảo, xã Đông Tảo, Khoái Châu, Hưng Yên',
  ],
  [
    'Lô CN7.4-5 Khu Công Nghiệp Sạch, Xã Xuân Trúc, Huyện Ân Thi, Tỉnh Hưng Yên',
    'Lô CN7.4-6 Khu Công Nghiệp Sạch, Xã Xuân Trúc, Huyện Ân Thi, Tỉnh Hưng Yên',
  ],
  ['Nhà máy số 2, lô CN7, KCN Sạch, xã Xuân Trúc, Ân Thi', 'Nhà máy số 3, lô CN7, KCN Sạch, xã Xuân Trúc, Ân Thi'],
  ['Số 5, Green Town, phường Mỹ Hào, Hưng Yên', 'Số 5, Spring City, phường Mỹ Hào, Hưng Yên'],
  ['Ô 3 lô LK5, KĐT Đại An, xã Tân Quang, Văn Lâm', 'Ô 5 lô LK3, KĐT Đại An, xã Tân Quang, Văn Lâm'],
  ['Lô LK5, ô 3, KĐT Đại An, xã Tân Quang, Văn Lâm', 'LK3-05 KĐT Đại An, xã Tân Quang, Văn Lâm'],
  ['Lô LK5, ô 3, KĐT Đại An, xã Tân Quang, Văn Lâm', 'Lô BT5, ô 3, KĐT Đại An, xã Tân Quang, Văn Lâm'],
];
