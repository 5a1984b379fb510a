import type { ReviewResult } from '#shared/use-cases/decide-review.ts';

/** Sentences for the officer that say why their decision on an objection was refused. */
export const REFUSALS: Readonly<Record<Exclude<ReviewResult, 'decided' | 'not_there'>, string>> = {
  decided_meanwhile: 'Đề nghị này đã được quyết định trước đó: hãy xem lại kết quả.',
  decided_first: 'Bạn đã quyết định vụ việc này lần đầu: cần người khác xem lại.',
  released_first: 'Bạn đã duyệt thông báo này: cần người khác xem lại.',
  listed_first: 'Bạn đã đưa tài khoản này vào danh sách nghi ngờ: cần người khác xem lại.',
  wrote_down: 'Bạn đã ghi nhận đề nghị này: cần người khác xem lại.',
};
