/**
 * The laws that papers cite, by number, as NĐ 30/2020/NĐ-CP (Annex I) asks: a law by its name and day, another text also
 * by its number, its issuer and what it is about. Days and titles are those of the texts themselves.
 */
const TITLES: Readonly<Record<string, string>> = {
  '59/2020/QH14': 'Luật Doanh nghiệp ngày 17 tháng 6 năm 2020',
  '14/2022/QH15': 'Luật Phòng, chống rửa tiền ngày 15 tháng 11 năm 2022',
  '07/2012/QH13': 'Luật Phòng, chống rửa tiền ngày 18 tháng 6 năm 2012',
  '38/2019/QH14': 'Luật Quản lý thuế ngày 13 tháng 6 năm 2019',
  '108/2025/QH15': 'Luật Quản lý thuế ngày 10 tháng 12 năm 2025',
  '78/2006/QH11': 'Luật Quản lý thuế ngày 29 tháng 11 năm 2006',
  '48/2024/QH15': 'Luật Thuế giá trị gia tăng ngày 26 tháng 11 năm 2024',
  '13/2008/QH12': 'Luật Thuế giá trị gia tăng ngày 03 tháng 6 năm 2008',
  '91/2025/QH15': 'Luật Bảo vệ dữ liệu cá nhân ngày 26 tháng 6 năm 2025',
  '168/2025/NĐ-CP': 'Nghị định số 168/2025/NĐ-CP ngày 30 tháng 6 năm 2025 của Chính phủ về đăng ký doanh nghiệp',
  '01/2021/NĐ-CP': 'Nghị định số 01/2021/NĐ-CP ngày 04 tháng 01 năm 2021 của Chính phủ về đăng ký doanh nghiệp',
  '13/2023/NĐ-CP': 'Nghị định số 13/2023/NĐ-CP ngày 17 tháng 4 năm 2023 của Chính phủ về bảo vệ dữ liệu cá nhân',
  '52/2024/NĐ-CP':
    'Nghị định số 52/2024/NĐ-CP ngày 15 tháng 5 năm 2024 của Chính phủ quy định về thanh toán không dùng tiền mặt',
  '101/2012/NĐ-CP':
    'Nghị định số 101/2012/NĐ-CP ngày 22 tháng 11 năm 2012 của Chính phủ về thanh toán không dùng tiền mặt',
  '17/2024/TT-NHNN':
    'Thông tư số 17/2024/TT-NHNN ngày 28 tháng 6 năm 2024 của Thống đốc Ngân hàng Nhà nước Việt Nam quy định việc mở và sử dụng tài khoản thanh toán tại tổ chức cung ứng dịch vụ thanh toán',
  '23/2014/TT-NHNN':
    'Thông tư số 23/2014/TT-NHNN ngày 19 tháng 8 năm 2014 của Thống đốc Ngân hàng Nhà nước Việt Nam hướng dẫn việc mở và sử dụng tài khoản thanh toán tại tổ chức cung ứng dịch vụ thanh toán',
  '86/2024/TT-BTC':
    'Thông tư số 86/2024/TT-BTC ngày 23 tháng 12 năm 2024 của Bộ trưởng Bộ Tài chính quy định về đăng ký thuế',
  '105/2020/TT-BTC':
    'Thông tư số 105/2020/TT-BTC ngày 03 tháng 12 năm 2020 của Bộ trưởng Bộ Tài chính hướng dẫn về đăng ký thuế',
  '139/CĐ-TTg': 'Công điện số 139/CĐ-TTg ngày 23 tháng 12 năm 2024 của Thủ tướng Chính phủ',
};

/** How a paper cites a law; `asFound` serves where its day and title are not known. */
export const titleOfLaw = (number: string, asFound: string): string => TITLES[number] ?? asFound;
