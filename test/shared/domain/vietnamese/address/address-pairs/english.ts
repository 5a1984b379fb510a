/** Pairs of texts for one address in English, as banks, officers, agents and foreigners write it. */
export const SAME_ENGLISH_ADDRESS: readonly (readonly [string, string])[] = [
  [
    '27 Bai Say Street, Minh Khai Ward, Hung Yen City, Hung Yen Province, Vietnam',
    'Số 27 đường Bãi Sậy, phường Minh Khai, thành phố Hưng Yên',
  ],
  ['No. 27, Bai Say St., Minh Khai Ward, Hung Yen City', 'Số 27 đường Bãi Sậy, phường Minh Khai, thành phố Hưng Yên'],
  [
    'Lot A2-3, Thang Long II Industrial Park, Yen My Commune, Hung Yen Province, Vietnam',
    'Lô A2-3, KCN Thăng Long II, xã Yên Mỹ, Hưng Yên',
  ],
  [
    'No 9, Dai Tu Village, Dai Dong Commune, Van Lam District, Hung Yen',
    'Số 9, thôn Đại Từ, xã Đại Đồng, huyện Văn Lâm, Hưng Yên',
  ],
  [
    'Room 502, 5th Floor, PVcomBank Building, 458 Ly Bon Street, Tran Lam Ward, Hung Yen',
    'Phòng 502, tầng 5, tòa nhà PVcomBank, số 458 Lý Bôn, phường Trần Lãm, Hưng Yên',
  ],
  [
    'Số 7, Alley 12, Hoang Dieu Road, Hoang Dieu Ward, Thai Binh City, Thai Binh',
    'Số 7, ngõ 12, Hoàng Diệu, P. Hoàng Diệu, TP Thái Bình',
  ],
  ['12 Le Loi Street, Tran Lam Ward, Hung Yen Province, Vietnam', 'Số 12 Lê Lợi, phường Trần Lãm, Hưng Yên'],
  [
    'Floor 3, Hoa Phat Building, 39 Nguyen Van Linh Str., My Hao Ward, Hung Yen',
    'Tầng 3, tòa nhà Hòa Phát, số 39 Nguyễn Văn Linh, phường Mỹ Hào, Hưng Yên',
  ],
  [
    '3rd Floor, Hoa Phat Tower, No. 39 Nguyen Van Linh St, My Hao Ward, Hung Yen',
    'Tầng 3, tòa nhà Hòa Phát, số 39 Nguyễn Văn Linh, phường Mỹ Hào, Hưng Yên',
  ],
  ['Lot CN5, Pho Noi A Industrial Zone, Nhu Quynh Commune, Hung Yen', 'Lô CN5, KCN Phố Nối A, xã Như Quỳnh, Hưng Yên'],
  ['Lane 5, 12 Trung Trac Street, Pho Hien Ward, Hung Yen', '12/5 Trưng Trắc, phường Phố Hiến, Hưng Yên'],
  ['No.12, Alley 5, Trung Trac Street, Pho Hien Ward, Hung Yen', '12 ngõ 5 Trưng Trắc, phường Phố Hiến, Hưng Yên'],
  ['Hamlet 3, No 9, Lac Dao Commune, Hung Yen', 'Số 9, thôn 3, xã Lạc Đạo, Hưng Yên'],
  ['No 9, Hamlet 3, Lac Dao Commune, Hung Yen', 'Số 9, thôn 3, xã Lạc Đạo, Hưng Yên'],
  [
    'No. 07, Lane 98, Ly Thuong Kiet Street, Group 7 - Ky Ba, Tran Lam Ward, Hung Yen Province, Vietnam',
    '7/98 Lý Thường Kiệt, phường Trần Lãm, Hưng Yên',
  ],
  [
    'No. 07, Lane 98, Ly Thuong Kiet Street, Residential Group 7, Tran Lam Ward, Hung Yen Province',
    '7/98 Lý Thường Kiệt, phường Trần Lãm, Hưng Yên',
  ],
  [
    'Số 1236 Đường Nguyễn Văn Linh, Phường Thượng Hồng,  Tỉnh Hưng Yên, Việt Nam',
    '1236 Nguyen Van Linh Street, Thuong Hong Ward, Hung Yen Province, Vietnam',
  ],
  [
    'Lot C5, Road No. 3, Pho Noi A Industrial Park, Lac Hong Commune, Van Lam District, Hung Yen',
    'Lô C5, đường số 3, KCN Phố Nối A, xã Lạc Hồng, huyện Văn Lâm, Hưng Yên',
  ],
  [
    'Lot C5, Road 3, Pho Noi A IP, Lac Hong Commune, Van Lam District, Hung Yen Province',
    'Lô C5, đường số 3, KCN Phố Nối A, xã Lạc Hồng, huyện Văn Lâm, Hưng Yên',
  ],
];

/** Pairs of texts in English for two addresses that are easily confused. */
export const OTHER_ENGLISH_ADDRESS: readonly (readonly [string, string])[] = [
  ['12 Le Loi Street, Tran Lam Ward, Hung Yen Province', '12 Le Lai Street, Tran Lam Ward, Hung Yen Province'],
  [
    'Lot CN5, Pho Noi A Industrial Cluster, Nhu Quynh Commune, Hung Yen',
    'Lô CN5, KCN Phố Nối A, xã Như Quỳnh, Hưng Yên',
  ],
  [
    'Lot C5, Road 3, Pho Noi A Industrial Park, Lac Hong Commune, Van Lam District, Hung Yen',
    'Lot C5, Road 5, Pho Noi A Industrial Park, Lac Hong Commune, Van Lam District, Hung Yen',
  ],
];
