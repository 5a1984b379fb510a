/** The tax statuses (TT 86/2024/TT-BTC, Phụ lục I). */
export const TAX_STATUSES: Readonly<Record<string, string>> = {
  '00': 'đang hoạt động',
  '01': 'ngừng hoạt động, đã chấm dứt hiệu lực mã số thuế',
  '02': 'đã chuyển cơ quan thuế quản lý',
  '03': 'ngừng hoạt động, chưa hoàn thành thủ tục chấm dứt hiệu lực mã số thuế',
  '04': 'đang hoạt động, chưa đủ thông tin đăng ký thuế',
  '05': 'tạm ngừng hoạt động, kinh doanh',
  '06': 'không hoạt động tại địa chỉ đã đăng ký',
  '07': 'chờ làm thủ tục phá sản',
  '09': 'chờ xác minh tình trạng hoạt động tại địa chỉ đã đăng ký',
  '10': 'chờ cập nhật số định danh cá nhân',
};

/** The legal statuses (NĐ 168/2025/NĐ-CP, Điều 35). */
export const LEGAL_STATUSES: Readonly<Record<string, string>> = {
  1: 'đang hoạt động',
  2: 'tạm ngừng kinh doanh',
  3: 'không hoạt động tại địa chỉ đã đăng ký',
  4: 'bị thu hồi do cưỡng chế về quản lý thuế',
  5: 'đang làm thủ tục giải thể, bị chia, bị hợp nhất, bị sáp nhập',
  6: 'đang làm thủ tục phá sản',
  7: 'đã giải thể, phá sản, chấm dứt tồn tại',
};
