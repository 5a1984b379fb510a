type EarlierMerger = readonly [district: string, into: string, communes: string];

/**
 * Communes that went into another before the merger of 01/07/2025, by the code of today's province, district and the commune they went into. Companies founded before
 * still bear their names. All of the former Hưng Yên, and of the former Thái Bình those that could be read in what published the resolutions.
 * Sources: NQ 892/NQ-UBTVQH14 of 2020 (dangcongsan.vn; luatduonggia.vn on Đông Hưng; vi.wikipedia.org on Kiến Xương and An Tân) and the resolution of 09/2024 on Thái Bình (danviet.vn, 09/10/2024);
 * NQ 1201/NQ-UBTVQH15 of 2024 on Thái Bình (laodong.vn; vi.wikipedia.org on Dương Hồng Thủy and Điệp Nông), and the list of schools of Quỳnh Phụ;
 * NQ 1248/NQ-UBTVQH15 of 24/10/2024 on Hưng Yên (hungyen.gov.vn, laodong.vn; xaydungchinhsach.chinhphu.vn,
 * 04/11/2024, by alias_ward.csv of tranngocminhhieu/vietnamadminunits, MIT).
 */
export const EARLIER_COMMUNES: Readonly<Record<string, readonly EarlierMerger[]>> = {
  '33': [
    ['Thành phố Hưng Yên', 'Lê Lợi', 'Quang Trung'],
    ['Thành phố Hưng Yên', 'Phương Nam', 'Phương Chiểu;Hồng Nam'],
    ['Huyện Tiên Lữ', 'Cương Chính', 'Minh Phượng'],
    ['Huyện Tiên Lữ', 'Hải Thắng', 'Đức Thắng;Hải Triều'],
    ['Huyện Tiên Lữ', 'Vương', 'Ngô Quyền;Dị Chế'],
    ['Huyện Yên Mỹ', 'Nguyễn Văn Linh', 'Nghĩa Hiệp;Giai Phạm'],
    ['Huyện Yên Mỹ', 'Tân Minh', 'Lý Thường Kiệt;Tân Việt'],
    ['Huyện Yên Mỹ', 'Việt Yên', 'Yên Hòa;Minh Châu;Việt Cường'],
    ['Huyện Yên Mỹ', 'Yên Mỹ', 'Trung Hưng'],
    ['Huyện Khoái Châu', 'Đồng Tiến', 'Hồng Tiến'],
    ['Huyện Khoái Châu', 'Chí Minh', 'Đại Hưng;Chí Tân'],
    ['Huyện Khoái Châu', 'Nguyễn Huệ', 'Nhuế Dương;Thành Công'],
    ['Huyện Khoái Châu', 'Phạm Hồng Thái', 'Hàm Tử;Dạ Trạch'],
    ['Huyện Khoái Châu', 'Khoái Châu', 'Bình Kiều'],
    ['Huyện Kim Động', 'Phú Thọ', 'Thọ Vinh;Phú Thịnh'],
    ['Huyện Kim Động', 'Diên Hồng', 'Nhân La;Vũ Xá'],
    ['Huyện Ân Thi', 'Đa Lộc', 'Văn Nhuệ'],
    ['Huyện Ân Thi', 'Quang Vinh', 'Tân Phúc'],
    ['Huyện Ân Thi', 'Hồng Quang', 'Hồng Vân'],
    ['Huyện Phù Cừ', 'Tiên Tiến', 'Minh Tiến'],
    ['Huyện Đông Hưng', 'Liên An Đô', 'Đô Lương;An Châu;Liên Giang'],
    ['Huyện Đông Hưng', 'Phong Dương Tiến', 'Chương Dương;Hợp Tiến;Phong Châu'],
    ['Huyện Đông Hưng', 'Xuân Quang Động', 'Đông Quang;Đông Xuân;Đông Động'],
    ['Huyện Đông Hưng', 'Đông Quan', 'Đông Phong;Đông Huy;Đông Lĩnh'],
    ['Huyện Đông Hưng', 'Liên Hoa', 'Hoa Nam;Hoa Lư'],
    ['Huyện Đông Hưng', 'Hồng Bạch', 'Hồng Châu;Bạch Đằng'],
    ['Huyện Đông Hưng', 'Minh Phú', 'Minh Châu;Đồng Phú'],
    ['Huyện Đông Hưng', 'Hà Giang', 'Đông Hà;Đông Giang'],
    ['Huyện Hưng Hà', 'Quang Trung', 'Điệp Nông'],
    ['Huyện Kiến Xương', 'Kiến Xương', 'Thanh Nê;An Bồi'],
    ['Huyện Kiến Xương', 'Lê Lợi', 'Quyết Tiến'],
    ['Huyện Kiến Xương', 'Minh Quang', 'Quang Hưng;Minh Hưng'],
    ['Huyện Kiến Xương', 'Tây Sơn', 'Vũ Sơn;Vũ Tây'],
    ['Huyện Quỳnh Phụ', 'Châu Sơn', 'Quỳnh Châu;Quỳnh Sơn'],
    ['Huyện Quỳnh Phụ', 'Trang Bảo Xá', 'Quỳnh Trang;Quỳnh Bảo;Quỳnh Xá'],
    ['Huyện Thái Thụy', 'Dương Hồng Thủy', 'Thái Dương;Thái Hồng;Thái Thủy'],
    ['Huyện Thái Thụy', 'An Tân', 'Thụy An;Thụy Tân'],
    ['Huyện Tiền Hải', 'Đông Trà', 'Đông Hải'],
    ['Huyện Tiền Hải', 'Tiền Hải', 'Tây An;Tây Sơn'],
  ],
};

/** Other names of districts, by the code of today's province: of those that went into Thủ Đức (NQ 1111/NQ-UBTVQH14 of 2020), and habits. */
export const FORMER_DISTRICTS: Readonly<Record<string, readonly (readonly [district: string, into: string])[]>> = {
  '79': [
    ['2', 'Thủ Đức'],
    ['9', 'Thủ Đức'],
  ],
  '66': [
    ['Buôn Mê Thuột', 'Buôn Ma Thuột'],
    ['Ban Mê Thuột', 'Buôn Ma Thuột'],
  ],
};
