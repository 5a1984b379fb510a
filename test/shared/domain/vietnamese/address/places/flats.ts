/** Each row is one place in buildings, spelt as officers, banks and swindlers do; no two rows are one place. */
export const FLAT_PLACES: readonly (readonly string[])[] = [
  [
    'Căn hộ 1203, CC Phố Nối, phường Mỹ Hào, Hưng Yên',
    'P.1203, chung cư Phố Nối, phường Mỹ Hào, Hưng Yên',
    'phòng 1203 tòa nhà chung cư Phố Nối, phường Mỹ Hào, Hưng Yên',
    'P1203 chung cư Phố Nối, phường Mỹ Hào, Hưng Yên',
    'CH 1203 nhà chung cư Phố Nối, P. Mỹ Hào, Hưng Yên',
    'Căn 1203, tầng 12, chung cư Phố Nối, phường Mỹ Hào, Hưng Yên',
    'CAN HO SO 1203 CHUNG CU PHO NOI, PHUONG MY HAO, HUNG YEN',
  ],
  [
    'P.1203, Tòa A, chung cư Phố Nối, phường Mỹ Hào, Hưng Yên',
    'Căn hộ 1203 Block A chung cư Phố Nối, phường Mỹ Hào, Hưng Yên',
    'Căn hộ A-1203 chung cư Phố Nối, phường Mỹ Hào, Hưng Yên',
    'Căn A1203, CC Phố Nối, phường Mỹ Hào, Hưng Yên',
  ],
  ['P.1203, Tòa B, chung cư Phố Nối, phường Mỹ Hào, Hưng Yên'],
  ['P.1204, Tòa A, chung cư Phố Nối, phường Mỹ Hào, Hưng Yên'],
  [
    'Phòng 1203, Tòa S1.02, KĐT Ecopark, xã Phụng Công, Hưng Yên',
    'Căn hộ 1203 tòa S1-02 khu đô thị Ecopark, xã Phụng Công, Hưng Yên',
  ],
  ['Phòng 1203, Tòa S1.03, KĐT Ecopark, xã Phụng Công, Hưng Yên'],
  [
    'Tầng 3, tòa nhà Hòa Phát, số 39 Nguyễn Văn Linh, phường Mỹ Hào, Hưng Yên',
    'Lầu 3 tòa Hoà Phát, 39 Nguyễn Văn Linh, phường Mỹ Hào, Hưng Yên',
    'T3 toà nhà Hòa Phát - 39 Nguyễn Văn Linh - phường Mỹ Hào - Hưng Yên',
  ],
  ['Tầng 4, tòa nhà Hòa Phát, số 39 Nguyễn Văn Linh, phường Mỹ Hào, Hưng Yên'],
  [
    'CAN HO 2102, CHUNG CU PHO NOI, PHUONG CONG, TIEN HAI, THAI BINH',
    'Căn hộ 2102, chung cư Phố Nối, xã Phương Công, huyện Tiền Hải',
  ],
  [
    'Nhà số 4 dãy B, khu tập thể Phúc Khánh, phường Trần Lãm, Hưng Yên',
    'Số 4, dãy B, KTT Phúc Khánh, phường Trần Lãm, Hưng Yên',
  ],
  [
    'Số 5 (tầng 2) đường Lê Lai, phường Phố Hiến, Hưng Yên',
    'Tầng 2, số 5 Lê Lai, phường Phố Hiến, Hưng Yên',
    'Lầu 2, 5 Lê Lai, phường Phố Hiến, Hưng Yên',
  ],
  ['Tầng 5, Tòa nhà Vincom Plaza, số 460 Lý Bôn, phường Trần Lãm, Hưng Yên'],
  [
    'Phòng 502, tầng 5, tòa nhà PVcomBank, số 458 Lý Bôn, phường Trần Lãm, Hưng Yên',
    'P.502 tòa PVcomBank, 458 Lý Bôn, phường Trần Lãm, Hưng Yên',
  ],
  [
    'Tầng 1, toà nhà HH1, số 88 Lý Bôn, phường Trần Lãm, Hưng Yên',
    'T1 tòa HH1, 88 Lý Bôn, P. Trần Lãm, Hưng Yên',
    'Tầng 01, Toà HH1 - 88 Lý Bôn - Trần Lãm - Hưng Yên',
  ],
  ['Tầng 1, toà nhà HH2, số 88 Lý Bôn, phường Trần Lãm, Hưng Yên'],
  [
    'P. 1510, Toà CT2A, KĐT Trần Lãm, phường Trần Lãm, Hưng Yên',
    'Căn hộ số 1510 tòa nhà CT2A khu đô thị Trần Lãm, phường Trần Lãm, Hưng Yên',
    'Căn 15-10 tòa CT2A KĐT Trần Lãm, phường Trần Lãm, Hưng Yên',
  ],
  [
    'Phòng 1203, Tòa T3, KĐT Ecopark, xã Phụng Công, Hưng Yên',
    'P1203 tòa T3 khu đô thị Ecopark, xã Phụng Công, Hưng Yên',
    'Căn hộ T3-1203, KĐT Ecopark, xã Phụng Công, Hưng Yên',
  ],
  ['Phòng 1203, Tòa T4, KĐT Ecopark, xã Phụng Công, Hưng Yên'],
  ['Phòng 1203, Tòa P3, KĐT Ecopark, xã Phụng Công, Hưng Yên'],
  [
    'Tháp A, số 5 Lê Lai, phường Phố Hiến, căn 501',
    'Căn 501 tòa tháp A, số 5 Lê Lai, phường Phố Hiến',
    'Tòa A, P.501, số 5 Lê Lai, phường Phố Hiến',
    'Căn 501 đơn nguyên A, 5 Lê Lai, phường Phố Hiến',
  ],
];
