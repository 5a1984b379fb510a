import type { NoticeLevel } from '../notice/bank-notice.ts';
import type { ComparedField, DocumentStatus, IdentityResult } from '#shared/domain/identity/person-verdict.ts';

/** The instruction to readers of a withdrawn notice's dossier. */
export const WITHDRAWAL =
  'Thông báo này đã được rút. Đề nghị không sử dụng nội dung dưới đây để xử lý doanh nghiệp; nội dung được giữ lại để đối chiếu.';

const WITHDRAWN_BECAUSE: Readonly<Record<string, string>> = {
  verdict_fell: 'Sau khi cập nhật dữ liệu, doanh nghiệp không còn đủ dấu hiệu.',
  by_one_sender:
    'Doanh nghiệp vẫn được theo dõi: dấu hiệu giảm hoặc không còn được nơi thứ hai xác nhận chỉ vì dữ liệu của một nơi gửi; cần người xác minh dữ liệu ấy.',
  dismissed: 'Cơ quan Công an đã bác bỏ thông báo.',
  not_registered:
    'Dữ liệu đăng ký của doanh nghiệp đã bị rút lại hoặc không còn trong tệp gửi lại, nên doanh nghiệp không còn được xét.',
};
/** The sentences on why a notice was withdrawn; a code without a sentence is shown as it is. */
export const withdrawalReason = (code: string): string => WITHDRAWN_BECAUSE[code] ?? code;

/** Explains a score in two sentences. */
export const scoreExplained = (score: number, ruleSet: string): string =>
  `Điểm ${scoreShown(score)}/100 xếp thứ tự mức cần rà soát (càng cao càng nên rà soát trước) và không phải xác suất doanh nghiệp này vi phạm, ` +
  'lấy từ tổng trọng số của các dấu hiệu; của các dấu hiệu trả lời cùng một câu hỏi chỉ tính dấu hiệu nặng nhất, còn cùng một khoản tiền có thể được nhiều câu hỏi xét. ' +
  `Trọng số nêu tại từng dấu hiệu là của bộ quy tắc ${ruleSet}, được hiệu chỉnh trên dữ liệu mô phỏng, chưa phải trên vụ việc đã có kết luận; trọng số âm là dấu hiệu có lợi cho doanh nghiệp.`;

/** A score that was rounded to 100 is no certainty. */
const scoreShown = (score: number): string => (score === 100 ? 'trên 99,99' : String(score).replace('.', ','));

export const LEVEL_LABELS: Readonly<Record<NoticeLevel, string>> = {
  watch: 'Đề nghị rà soát, xác minh',
  act: 'Cơ quan Công an đã xác nhận',
};

export const IDENTITY_RESULT_LABELS: Readonly<Record<IdentityResult, string>> = {
  match: 'Khớp',
  variation: 'Khớp, cách viết khác',
  correctable: 'Có sai sót cần sửa',
  mismatch: 'Không khớp: là người khác',
  not_found: 'Không có trong dữ liệu dân cư',
  unchecked: 'Chưa kiểm tra được',
};

/** Of a person whom the register's own export names. */
export const NAME_ALONE = 'Sổ đăng ký chỉ ghi họ tên, chưa có số giấy tờ và ngày sinh nên chưa đối chiếu được';

export const FIELD_LABELS: Readonly<Record<ComparedField, string>> = {
  documentNumber: 'số giấy tờ',
  fullName: 'họ và tên',
  dateOfBirth: 'ngày sinh',
  gender: 'giới tính',
};

/** The sentence on a document's status on the day on which its holder took the role. */
export const DOCUMENT_STATUS_LABELS: Readonly<Record<DocumentStatus, string>> = {
  valid: 'Còn giá trị',
  expired: 'Hết hạn',
  deceased: 'Người đã chết',
  missing: 'Người mất tích',
  reported_lost: 'Giấy tờ đã báo mất',
  wanted: 'Người bị truy nã',
  cancelled: 'Số đã hủy',
};

export const GENDER_LABELS: Readonly<Record<'male' | 'female', string>> = { male: 'Nam', female: 'Nữ' };
