/** Pairs of texts for one address in a building, as banks, officers, agents and foreigners write it. */
export const SAME_FLAT_ADDRESS: readonly (readonly [string, string])[] = [
  [
    'Căn 2508, Tòa R1.02, Vinhomes Ocean Park 2, xã Long Hưng, huyện Văn Giang',
    'Phòng 2508 tòa R1-02 Vinhomes Ocean Park 2, xã Long Hưng, Văn Giang, Hưng Yên',
  ],
  [
    'Tầng 12A, tòa nhà Vincom, số 460 Lý Bôn, phường Đề Thám, Thái Bình',
    'Lầu 12A Toà nhà Vincom, 460 Lý Bôn, P. Đề Thám, TP Thái Bình',
  ],
  [
    'Tầng 2-3, số 88 Nguyễn Văn Linh, phường Mỹ Hào, Hưng Yên',
    'Tầng 2 - 3, 88 đường Nguyễn Văn Linh, phường Mỹ Hào, Hưng Yên',
  ],
  [
    'Phòng 301 - Tầng 3 - Tòa nhà Bảo Long - 25 Lê Lai - P. Hồng Châu - TP Hưng Yên',
    'P301 toà nhà Bảo Long, số 25 Lê Lai, phường Hồng Châu, thành phố Hưng Yên',
  ],
  ['Căn số 12, tầng 3, tòa nhà Ecohome, phường Mỹ Hào, Hưng Yên', 'Căn 12, T3, toà Ecohome, phường Mỹ Hào, Hưng Yên'],
  [
    'Căn hộ 05-12A tòa S3, KĐT Ecopark, xã Xuân Quan, huyện Văn Giang',
    'Căn 5.12A tòa S3 khu đô thị Ecopark, xã Xuân Quan, Văn Giang',
  ],
  [
    'Căn TM-05, tầng 1, tòa S3, KĐT Ecopark, xã Xuân Quan, Văn Giang',
    'Căn TM05 tầng 1 tòa S3 khu đô thị Ecopark, Xuân Quan, Văn Giang, Hưng Yên',
  ],
  ['Số 12, tập thể Công ty May, phường Phố Hiến, Hưng Yên', 'Số 12 khu tập thể Công ty May, P. Phố Hiến, Hưng Yên'],
  [
    'Phòng 204 (tầng 2), nhà B2, KTT Phúc Khánh, phường Trần Lãm, Hưng Yên',
    'P204 nhà B2 khu tập thể Phúc Khánh, phường Trần Lãm, Hưng Yên',
  ],
  [
    'Tòa nhà văn phòng số 1, Lô A1, KCN Tiền Hải, xã Tiền Hải, Hưng Yên',
    'Tòa nhà văn phòng 1 - lô A1 - KCN Tiền Hải - xã Tiền Hải - Hưng Yên',
  ],
  [
    'P.301 - 302, tòa HH1, 88 Lý Bôn, phường Trần Lãm, Hưng Yên',
    'Phòng 301-302 tòa HH1, số 88 Lý Bôn, phường Trần Lãm, Hưng Yên',
  ],
  [
    'Tầng 5, Vincom Thái Bình, 460 Lý Bôn, Đề Thám, Tp. Thái Bình',
    'Tầng 5, TTTM Vincom, số 460 Lý Bôn, phường Đề Thám, TP Thái Bình',
  ],
  [
    'Tầng 5, Trung tâm thương mại Vincom Plaza, số 460 Lý Bôn, phường Đề Thám, TP Thái Bình',
    'Tầng 5, số 460 Lý Bôn, phường Đề Thám, TP Thái Bình',
  ],
  [
    'Tầng 3, tòa nhà Hòa Phát, số 39 Nguyễn Văn Linh, phường Mỹ Hào, Hưng Yên',
    'Tầng 3, số 39 Nguyễn Văn Linh, phường Mỹ Hào, Hưng Yên',
  ],
  ['P.1203, KĐT Spring City, phường Mỹ Hào, Hưng Yên', 'Căn hộ 1203 khu đô thị Spring City, P. Mỹ Hào, Hưng Yên'],
  ['P.1203, tòa nhà Golden Tower, phường Mỹ Hào, Hưng Yên', 'Phòng 1203 Toà nhà Golden Tower, P. Mỹ Hào, Hưng Yên'],
  ['Căn SH05, Spring City, phường Mỹ Hào, Hưng Yên', 'SH-05 Spring City, phường Mỹ Hào, Hưng Yên'],
];

/** Pairs of texts for two addresses in buildings that are easily confused. */
export const OTHER_FLAT_ADDRESS: readonly (readonly [string, string])[] = [
  [
    'Căn 2508, Tòa R1.02, Vinhomes Ocean Park 2, xã Long Hưng, huyện Văn Giang',
    'Căn 2508, Tòa R1.03, Vinhomes Ocean Park 2, xã Long Hưng, huyện Văn Giang',
  ],
  [
    'Tầng 1, TTTM Vincom Plaza, 460 Lý Bôn, P. Đề Thám, TP Thái Bình',
    'Tầng 2, TTTM Vincom Plaza, 460 Lý Bôn, P. Đề Thám, TP Thái Bình',
  ],
  [
    'Căn hộ số 2, tầng 5, tòa S3, KĐT Ecopark, xã Xuân Quan, Văn Giang',
    'Căn hộ số 2, tầng 6, tòa S3, KĐT Ecopark, xã Xuân Quan, Văn Giang',
  ],
  ['Tầng trệt, tòa S3, KĐT Ecopark, xã Xuân Quan, Văn Giang', 'Tầng 2, tòa S3, KĐT Ecopark, xã Xuân Quan, Văn Giang'],
  [
    'Phòng 204, nhà B2, khu tập thể Phúc Khánh, phường Trần Lãm, Hưng Yên',
    'Phòng 204, nhà B3, khu tập thể Phúc Khánh, phường Trần Lãm, Hưng Yên',
  ],
  ['P.301-302, tòa HH1, 88 Lý Bôn, phường Trần Lãm, Hưng Yên', 'P.301, tòa HH1, 88 Lý Bôn, phường Trần Lãm, Hưng Yên'],
  [
    'Tầng 3, tòa A, số 39 Nguyễn Văn Linh, phường Mỹ Hào, Hưng Yên',
    'Tầng 3, tòa B, số 39 Nguyễn Văn Linh, phường Mỹ Hào, Hưng Yên',
  ],
  ['P.301, chung cư An Phú, phường Mỹ Hào, Hưng Yên', 'P.301, chung cư An Phúc, phường Mỹ Hào, Hưng Yên'],
  ['P.1203, tòa nhà Golden Tower, phường Mỹ Hào, Hưng Yên', 'P.1203, tòa nhà Silver Tower, phường Mỹ Hào, Hưng Yên'],
];
