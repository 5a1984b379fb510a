import { MOST_PEOPLE } from '#shared/domain/identity/registration.ts';
import { MOST_COMPANIES_OF_ACCOUNT } from './account-holders.ts';

/**
 * The reasons for rejecting a row: stable codes, each with the rest of a Vietnamese sentence whose subject is the
 * column. Codes occur in receipts and in the senders' programs, so their meaning never changes.
 */
const SENTENCES = {
  required: 'còn trống, đây là cột bắt buộc',
  nothing_named: 'còn trống, cần ít nhất một trong ba: số tài khoản (kèm ngân hàng), số điện thoại, mã số doanh nghiệp',
  characters: 'có ký tự không dùng được',
  length: 'không đủ hoặc thừa chữ số',
  checksum: 'sai chữ số kiểm tra',
  province: 'có mã tỉnh không tồn tại',
  several: 'có hai số trong một ô (hãy ghi mỗi số ở một dòng)',
  card: 'là số thẻ, không phải số tài khoản',
  serial: 'không thuộc dãy số được cấp',
  suffix: 'có phần đuôi đơn vị phụ thuộc không hợp lệ (001 đến 999)',
  date: 'không phải một ngày có thật (viết ngày/tháng/năm)',
  short_year: 'chỉ viết hai chữ số của năm (hãy định dạng cột ngày là dd/mm/yyyy rồi lưu lại)',
  future: 'ở sau ngày hôm nay',
  period: 'không phải một kỳ (viết 2025-01, 2025-Q1 hoặc 2025)',
  number: 'không đọc được thành số',
  range: 'ngoài khoảng cho phép',
  unknown: 'không có trong danh mục',
  not_yours: 'là của ngân hàng khác, thư mục này chỉ nhận dữ liệu của chính ngân hàng gửi',
  kind_not_yours:
    'thuộc loại dữ liệu của cơ quan khác, thư mục này chỉ nhận loại dữ liệu của chính cơ quan gửi (hãy để cơ quan đó tự gửi vào thư mục riêng của mình)',
  rounded: 'đã bị bảng tính làm tròn, mất chữ số (hãy định dạng cột là văn bản)',
  formula: 'là công thức bị lỗi',
  uncomputed: 'là công thức chưa có kết quả (hãy mở bằng Excel, lưu lại rồi gửi lại)',
  crossed_out: 'có chữ bị gạch ngang, không rõ còn tính hay không (hãy xóa phần bị gạch hoặc bỏ gạch rồi gửi lại)',
  narrow: 'chỉ còn dấu # vì cột quá hẹp khi lưu (hãy kéo rộng cột rồi lưu lại)',
  encoding: 'có ký tự hỏng do sai bảng mã',
  too_many: `có quá ${MOST_PEOPLE} người, hệ thống không nhận thêm người của doanh nghiệp này`,
  too_many_holders: `được ghi cho quá ${MOST_COMPANIES_OF_ACCOUNT} doanh nghiệp trong một tệp, mỗi tài khoản chỉ có một chủ (hãy kiểm tra lại cột số tài khoản rồi gửi lại)`,
  shape: 'không đúng cấu trúc',
  columns: 'có nhiều ô hơn dòng tiêu đề, các ô đã bị lệch cột',
  split_number:
    'có số bị dấu phẩy giữa các hàng nghìn tách thành nhiều ô (hãy xuất số không có dấu tách hàng nghìn, hoặc dùng dấu chấm phẩy giữa các cột)',
  currency: 'tính bằng đơn vị tiền khác đồng (hãy đổi ra đồng rồi gửi lại)',
  cut_off: 'bị cắt giữa chừng ở cuối tệp (hãy xuất hoặc tải lại cả tệp rồi gửi lại)',
  open_quote: 'có dấu ngoặc kép mở mà không đóng',
  too_long: 'dài quá mức cho phép',
  broken_json: 'không phải JSON đọc được',
  duplicate_key: 'có khóa lặp lại',
  duplicate_cell: 'có hai ô ở cùng một vị trí (hãy mở bằng Excel, lưu lại rồi gửi lại)',
} as const satisfies Readonly<Record<string, string>>;

export type RejectionCode = keyof typeof SENTENCES;

/** Makes a sentence about a column, such as `“Vai trò” không có trong danh mục: …`. */
export function rejectionSentence(code: RejectionCode, subject: string, allowed?: string): string {
  const list = (code === 'unknown' || code === 'range') && allowed !== undefined ? ` (${allowed})` : '';
  return `“${subject}” ${SENTENCES[code]}${list}.`;
}

/** Makes a sentence about a whole line, such as `Dòng không phải JSON đọc được.` */
export function lineSentence(code: RejectionCode): string {
  return `Dòng ${SENTENCES[code]}.`;
}
