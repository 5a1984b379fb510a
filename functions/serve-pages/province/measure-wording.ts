import type { Measure } from '#shared/domain/risk/measure.ts';
import type { SwitchResult } from '#shared/use-cases/switch-measure.ts';

export const MEASURES_PAGE = '/province/measures';

export const MEASURE_LABELS: Readonly<Record<Measure, string>> = {
  suspiciousAccounts: 'Báo ngân hàng theo danh sách tài khoản nghi ngờ',
  accountReview: 'Đề nghị ngân hàng rà soát tài khoản có người đại diện khác đăng ký',
  foreignIp: 'Tính dấu hiệu truy cập từ nước ngoài',
};

/** The reasons why a switch was refused, each with the field to correct. */
export const SWITCH_REFUSALS: Readonly<
  Record<Exclude<SwitchResult, 'proposed' | 'in_force' | 'taken_back'>, Readonly<Record<string, string>>>
> = {
  changed_meanwhile: { measure: 'Có người vừa đổi biện pháp này: hãy xem lại tình trạng ở trên.' },
  own_proposal: { measure: 'Bạn là người đề xuất: cần một người khác đồng ý.' },
  stands_already: { to: 'Biện pháp đang như vậy rồi: hãy xem lại tình trạng ở trên.' },
  proposed_already: { measure: 'Biện pháp này đang có một đề xuất chờ: hãy đồng ý hoặc bỏ đề xuất đó trước.' },
  document_of_the_future: { date: 'Ngày văn bản ở sau hôm nay: hãy ghi ngày ký của văn bản.' },
};
