import { KEPT_DAYS } from './expiry.ts';
import type { TableName } from './table-designs.ts';

/**
 * The personal data of one table or bucket, with their purpose, basis and retention. The tables' modules read `days`;
 * `records` means the days that the stage sets for facts and the data made from them.
 */
export interface RetentionRule {
  readonly holds: string;
  readonly purpose: string;
  readonly basis: string;
  readonly days: number | 'records' | 'never ends';
  /**
   * The effect of an order to erase a person: the person's items are deleted, the person is removed from other items,
   * or the items are kept because of their basis.
   */
  readonly onErasure: 'remove' | 'redact' | 'keep';
}

const PREVENTION =
  'Luật Phòng, chống rửa tiền 2022; Luật Bảo vệ dữ liệu cá nhân 2025 (thực hiện nhiệm vụ của cơ quan nhà nước)';
const EVIDENCE =
  'Luật Lưu trữ 2024: hồ sơ, tài liệu của cơ quan nhà nước; Luật Tố tụng hành chính 2015: chứng cứ của việc khiếu nại';
const CONSENT = 'Luật Bảo vệ dữ liệu cá nhân 2025: người nhận tự chọn, thôi nhận lúc nào cũng được';

/**
 * The register of stored personal data in the words of its published page. Every table has a line, and `npm run erase`
 * follows it.
 */
export const RETENTION_REGISTER = {
  companies: line(
    'dòng dữ liệu đăng ký doanh nghiệp, thuế, bảo hiểm, kiểm tra; có người của doanh nghiệp',
    'xét doanh nghiệp',
    PREVENTION,
    'records',
    'remove',
  ),
  policeRecords: line(
    'trích dữ liệu dân cư về người của doanh nghiệp',
    'đối chiếu danh tính',
    PREVENTION,
    'records',
    'remove',
  ),
  accounts: line(
    'danh bạ, tổng tiền theo tháng và danh sách nghi ngờ của tài khoản doanh nghiệp; có người đại diện tài khoản',
    'xét doanh nghiệp; báo ngân hàng giữ tài khoản',
    PREVENTION,
    'records',
    'redact',
  ),
  subscribers: line(
    'mã băm có khóa của số điện thoại và của giấy tờ chủ thuê bao',
    'biết số điện thoại của tài khoản thuộc về ai',
    PREVENTION,
    'records',
    'remove',
  ),
  links: line(
    'mã băm có khóa của thông tin mà các doanh nghiệp dùng chung',
    'tìm nhóm doanh nghiệp liên quan',
    PREVENTION,
    'records',
    'remove',
  ),
  verifications: line(
    'kết quả đối chiếu từng người với dữ liệu của công an',
    'xét doanh nghiệp',
    PREVENTION,
    'records',
    'remove',
  ),
  assessments: line(
    'kết quả xét và dữ kiện làm căn cứ',
    'thông báo và danh sách việc cần xử lý',
    PREVENTION,
    'records',
    'redact',
  ),
  notices: line(
    'nội dung đã báo công an và ngân hàng: số giấy tờ đã che, số tài khoản, không có tên người',
    'chứng minh về sau đã báo gì cho ai',
    EVIDENCE,
    KEPT_DAYS.notices,
    'keep',
  ),
  replies: line('trả lời của công an và ngân hàng', 'thực hiện quyết định', EVIDENCE, 'records', 'keep'),
  receivers: line(
    'địa chỉ nhận, tài khoản ứng dụng và chứng thư của từng đơn vị',
    'gửi thông báo',
    'hợp đồng và quy chế phối hợp với từng đơn vị',
    'never ends',
    'keep',
  ),
  callers: line(
    'ứng dụng của từng đơn vị được gọi API, đơn vị nhận và thư mục được gửi tệp; không có gì về cá nhân',
    'biết ai đang gọi và được làm gì',
    'hợp đồng và quy chế phối hợp với từng đơn vị',
    'never ends',
    'keep',
  ),
  calls: line(
    'số lần gọi của một đơn vị trong một phút',
    'giữ phần của từng đơn vị',
    'an ninh của hệ thống',
    KEPT_DAYS.calls,
    'keep',
  ),
  log: line(
    'bản rõ bên cạnh nhật ký kiểm chứng được: mã và mã băm',
    'mở ra nội dung mà nhật ký đã cam kết',
    EVIDENCE,
    'records',
    'redact',
  ),
  deliveries: line(
    'các lần gửi một thông báo tới địa chỉ nhận',
    'gửi thông báo',
    EVIDENCE,
    KEPT_DAYS.deliveries,
    'keep',
  ),
  measures: line(
    'văn bản bật, tắt từng biện pháp khi có chỉ đạo, và ngày; không có gì về cá nhân, cán bộ có trong nhật ký',
    'biết biện pháp nào đang bật, theo văn bản nào',
    EVIDENCE,
    'never ends',
    'keep',
  ),
  sessions: line('ai đang đăng nhập ở bàn làm việc', 'đăng nhập', 'an ninh của hệ thống', KEPT_DAYS.sessions, 'keep'),
  files: line(
    'tên và trạng thái tệp, phạm vi dữ liệu đã nhận; không có gì về cá nhân ngoài mẫu không quá 32 dòng của tệp bằng mã băm có khóa riêng, không đọc ra được ai',
    'biết dữ liệu nào đã nhận, đến ngày nào; nhận ra tệp gửi lại đã sửa một cột',
    'an ninh của hệ thống',
    'never ends',
    'keep',
  ),
  takingsBack: line(
    'quyết định bỏ tệp đã đọc, lý do (số định danh đã che) và mã của cán bộ đồng ý hoặc từ chối',
    'chờ người thứ hai đồng ý; chứng minh ai đã quyết định',
    EVIDENCE,
    'records',
    'keep',
  ),
  mailChoices: line(
    'địa chỉ thư của người ở các bàn làm việc, loại thư họ muốn nhận',
    'báo cho họ việc mới và việc sắp hết hạn, chỉ bằng số việc và đường dẫn',
    CONSENT,
    KEPT_DAYS.mailChoices,
    'keep',
  ),
  dueMessages: line(
    'thông điệp chờ đến giờ gửi: mã và mã băm',
    'gửi lại khi nơi nhận hoặc dịch vụ của công an hoạt động trở lại',
    'an ninh của hệ thống',
    KEPT_DAYS.dueMessages,
    'keep',
  ),
  releases: line(
    'thay đổi thông báo phải có người duyệt và ai đã quyết định',
    'chứng minh ai đã cho gửi thông báo',
    EVIDENCE,
    'records',
    'keep',
  ),
  caseRecords: line(
    'ghi chú của cán bộ về vụ việc, ảnh và biên bản đính kèm, lần xem gần nhất của từng người, câu hỏi đã gửi ngân hàng',
    'người tiếp nhận vụ việc; cho biết điều gì đã thay đổi',
    EVIDENCE,
    'records',
    'keep',
  ),
  tasks: line(
    'quyết định của cơ quan đăng ký về đề nghị sửa; ai được giao việc nào',
    'tệp sửa dữ liệu đăng ký; chứng minh ai đã sửa gì',
    EVIDENCE,
    'records',
    'remove',
  ),
  outcomes: line(
    'diễn biến của từng cờ và thông báo: mã doanh nghiệp, mã dấu hiệu, mã xã, ngày, bên thực hiện; không có tên, số của ai',
    'báo cáo của tỉnh; các quy tắc đã sai bao nhiêu lần',
    EVIDENCE,
    KEPT_DAYS.outcomes,
    'keep',
  ),
  reviews: line(
    'đề nghị xem lại, khiếu nại của ngân hàng và doanh nghiệp; ai đã quyết định',
    'giải quyết; chứng minh về sau là đã được xem xét',
    EVIDENCE,
    KEPT_DAYS.reviews,
    'keep',
  ),
  rejections: line(
    'ô dữ liệu của dòng không đọc được, số đã che',
    'biên nhận cho đơn vị gửi',
    PREVENTION,
    'records',
    'remove',
  ),
  parked: line(
    'thông điệp không xử lý được: mã và mã băm',
    'xử lý lại; còn thông điệp là còn cảnh báo',
    'an ninh của hệ thống',
    KEPT_DAYS.parked,
    'keep',
  ),
} as const satisfies Readonly<Record<TableName, RetentionRule>>;

function line<D extends RetentionRule['days'], E extends RetentionRule['onErasure']>(
  holds: string,
  purpose: string,
  basis: string,
  days: D,
  onErasure: E,
) {
  return { holds, purpose, basis, days, onErasure } as const;
}
