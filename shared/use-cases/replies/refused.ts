import { dayInVietnam, type IsoDate } from '#shared/domain/vietnamese/dates.ts';
import type { Problem } from '#shared/contracts/replies.ts';

/** The body with which a call is refused. */
export const problemOf = ({ code, status, title, detail }: RefusedRequest): Problem => ({
  type: `urn:haukiem:problem:${code}`,
  title,
  status,
  ...(detail !== undefined && { detail }),
});

/** The reasons for refusing a call: an HTTP status and a sentence, which never repeats what was sent. */
const REFUSALS = {
  no_receiver: [403, 'Mã truy cập không phải của một đơn vị nhận.'],
  certificate_not_bound: [403, 'Chứng thư số không phải của đơn vị mà mã truy cập nêu.'],
  feed_not_yours: [403, 'Đơn vị không gửi loại dữ liệu này.'],
  not_yours: [403, 'Ngân hàng chỉ được báo tài khoản của chính mình.'],
  decision_not_yours: [403, 'Văn bản của cơ quan có thẩm quyền do cơ quan Công an báo.'],
  too_many_calls: [429, 'Đã gọi quá số lần cho phép trong một phút: hãy gọi lại sau.'],
  no_such_reply: [404, 'Không có phản hồi này.'],
  no_such_notice: [404, 'Không có thông báo này.'],
  dossier_not_written: [409, 'Hồ sơ của bản này chưa lập xong: hãy gọi lại sau ít phút.'],
  proof_not_ready: [409, 'Bản này chưa vào sổ kiểm chứng: hãy gọi lại sau ít phút.'],
  log_has_no_head: [409, 'Sổ kiểm chứng chưa có mục nào.'],
  no_such_tree: [400, 'Sổ kiểm chứng chưa từng có số mục này.'],
  no_witness_key: [403, 'Đơn vị chưa đăng ký khóa chứng kiến.'],
  cosignature_wrong: [400, 'Checkpoint không phải của sổ này, hoặc không có chữ ký chứng kiến đúng của đơn vị.'],
  no_such_route: [404, 'Không có địa chỉ này.'],
  body_too_large: [413, 'Nội dung gửi quá lớn.'],
  body_not_json: [400, 'Nội dung gửi không phải JSON.'],
  body_unexpected: [400, 'Nội dung gửi không đúng mẫu.'],
  cursor_unreadable: [400, 'Con trỏ (cursor) không đọc được: hãy gửi lại đúng giá trị iterator đã nhận.'],
  idempotency_key_unreadable: [400, 'Idempotency-Key phải gồm 1 đến 200 ký tự ASCII nhìn thấy được.'],
  idempotency_key_reused: [409, 'Idempotency-Key này đã dùng cho một nội dung khác.'],
  no_endpoint: [409, 'Đơn vị chưa đăng ký địa chỉ nhận tự động: hãy liên hệ người vận hành.'],
  decided_meanwhile: [409, 'Đồng nghiệp vừa ghi một quyết định khác: hãy xem lại rồi gửi nếu vẫn cần.'],
  decided_by_you: [409, 'Bạn đã ghi một quyết định khác ở cửa sổ khác: hãy xem lại rồi gửi nếu vẫn cần.'],
  review_waits: [409, 'Thông báo này đã có một đề nghị xem lại đang chờ.'],
  sequence_superseded: [409, 'Thông báo đã có bản mới hơn: hãy đọc bản mới rồi trả lời.'],
  notice_withdrawn: [409, 'Thông báo đã rút: chỉ ghi việc đã làm. Dấu hiệu mới thì báo riêng là tài khoản nghi vấn.'],
  sequence_unknown: [409, 'Thông báo chưa có bản mang số thứ tự (sequence) này.'],
  bank_unknown: [400, 'Không nhận ra ngân hàng hoặc ví điện tử.'],
  account_unreadable: [400, 'Số tài khoản không đọc được.'],
  account_is_card: [400, 'Đây là số thẻ, không phải số tài khoản: không được gửi và không được lưu.'],
  date_in_future: [400, 'Ngày chưa đến.'],
} as const satisfies Readonly<Record<string, readonly [status: number, title: string]>>;

/** A call that is answered with a problem (RFC 9457). */
export class RefusedRequest extends Error {
  override readonly name = 'Refused';
  readonly code: keyof typeof REFUSALS;
  readonly status: number;
  readonly title: string;
  readonly detail: string | undefined;

  /** @param detail names of fields and codes, but no values */
  constructor(code: keyof typeof REFUSALS, detail?: string) {
    super(code);
    const [status, title] = REFUSALS[code];
    this.code = code;
    this.status = status;
    this.title = title;
    this.detail = detail;
  }
}

/** @param field the field with the day @throws {RefusedRequest} where the day has not come yet */
export function refuseFuture(field: string, day: IsoDate | undefined, now: Date): void {
  if (day !== undefined && day > dayInVietnam(now)) throw new RefusedRequest('date_in_future', field);
}
