import type { TakingBackUse } from '#shared/domain/notification/release/release-policy.ts';
import type { TakingBackRefusal } from '#shared/use-cases/take-back-file.ts';

/** The decisions in words. */
export const TAKING_BACK_LABELS: Readonly<Record<TakingBackUse, string>> = {
  none: 'Bỏ cả tệp',
  alone: 'Chỉ tính lần gửi cuối',
};

export const TAKING_BACK_REFUSALS: Readonly<Record<TakingBackRefusal | 'refused', string>> = {
  asked_already: 'Tệp này đang có một quyết định chờ người thứ hai: hãy đồng ý hoặc từ chối quyết định đó trước.',
  changed_meanwhile: 'Quyết định này vừa đổi, đã xong hoặc tệp đã được gửi lại: hãy xem lại danh sách.',
  voted_already: 'Bạn đã đồng ý: cần một người khác đồng ý.',
  refused: 'Quyết định này đã bị từ chối.',
};

/** What was done, by the name in the address to which a form leads. */
export const TAKING_BACK_DONE: Readonly<Record<string, string>> = {
  waits: 'Đã ghi quyết định. Quyết định có hiệu lực khi một người khác đồng ý; đến lúc đó tệp vẫn được tính.',
  agreed: 'Đã đủ người đồng ý: đang bỏ, kết luận và thông báo được xét lại.',
  refused: 'Đã từ chối: tệp vẫn được tính.',
};
