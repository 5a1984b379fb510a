import type { StoredReview } from '#shared/tables/reviews.ts';

/** A bank's objection to its notice about `0101243150`, which nobody has decided on. */
export const anObjection = (more: Partial<StoredReview> = {}): StoredReview => ({
  noticeId: 'bank-notice',
  reviewId: 'review-1',
  askedBy: 'bank#970436',
  sequence: 1,
  reason: 'Khách hàng đã xuất trình hồ sơ',
  askedAt: '2026-01-02T02:00:00.000Z',
  enterpriseCode: '0101243150',
  dueOn: '2026-01-16',
  state: 'waiting',
  revision: 1,
  ...more,
});
