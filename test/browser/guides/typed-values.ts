const csv = (...rows: string[]) => Buffer.from(['Mã số doanh nghiệp,Loại tín hiệu,Ngày,Giá trị', ...rows].join('\n'));

/** A file with one faulty row, as an officer sends it. */
export const FAULTY_FILE = {
  name: 'Lao động tháng 12.csv',
  mimeType: 'text/csv',
  buffer: csv('0100112437,BHXH,31/12/2025,5', 'x,BHXH,31/12/2025,5'),
};

/** A file that is stopped as a whole, because too many of its rows have the same fault. */
export const STOPPED_FILE = {
  name: 'Lao động năm 2025.csv',
  mimeType: 'text/csv',
  buffer: csv(...Array.from({ length: 40 }, (_, n) => (n < 5 ? '0100112437' : `x${n}`) + ',BHXH,31/12/2025,5')),
};

/** What the reader types or chooses in the fields that the guides name, by their labels. */
export const TYPED: Readonly<Record<string, string>> = {
  'Lý do': 'Đã kiểm tra trụ sở và hồ sơ',
  'Lý do, căn cứ': 'Theo văn bản của doanh nghiệp',
  'Lý do không sửa': 'Hồ sơ giấy ghi đúng như sổ',
  'Lý do (cần khi từ chối)': 'Chưa đủ căn cứ',
  Hạn: '31/12/2026',
  'Từ ngày': '01/12/2025',
  'Đến ngày': '31/12/2099',
  'Thêm ghi chú': 'Đã gọi điện cho doanh nghiệp',
  'Ngày hết hạn': '31/12/2099',
  'Số văn bản': '12/QĐ-CSHS',
  'Ngày văn bản': '30/12/2025',
  'Cơ quan ban hành': 'Công an tỉnh',
  'Nội dung khiếu nại': 'Doanh nghiệp có cửa hàng và hóa đơn',
  'Nội dung': '0994041001',
  'Mục đích': 'case',
  'Số vụ việc hoặc văn bản': 'VV-1',
  'Ghi chú': 'Đã gọi điện xác minh',
  'Vì sao thông báo này cần xem lại': 'Khách hàng đã nộp hợp đồng và hóa đơn',
  'Số tài khoản': '0011002233445',
  'Mã nghi ngờ': '1',
  'Từ tháng (năm-tháng)': '2025-08',
  'Đến tháng': '2025-12',
  'Số, ký hiệu văn bản chỉ đạo': '123/KH-UBND',
  'Mã của người đó': 'somebody',
};
