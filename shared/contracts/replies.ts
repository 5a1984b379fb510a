import * as z from 'zod';
import { REVIEW_STATES } from '#shared/domain/notification/review/review.ts';
import { receiver, reference } from './ids.ts';
import { AuthorityDecisionSchema, NamedDecisionSchema, NoticeScopeSchema, NoticeStateSchema } from './notice-parts.ts';

const sequence = z.int().positive();
const suspicionCode = z.int().min(0).max(8);
const note = z.string().max(1000).optional();

/** A receiver has seen a notice at this sequence. */
export const Acknowledgement = z.strictObject({ sequence });

/** A bank's decision: account status 1…5, 99, and what it saw, in the State Bank's codes. */
export const BankDecisionSchema = z.strictObject({
  sequence,
  outcome: z.enum(['acted', 'rejected']),
  accountStatus: z.enum(['1', '2', '3', '4', '5', '99']),
  observed: z.array(z.int().min(1).max(8)).max(8).default([]),
  note,
});

/**
 * A decision of the police. A notice mentions blocking only with the written decision's number and date, and only while
 * their latest reply names it.
 */
export const PoliceDecisionSchema = z.strictObject({
  sequence,
  outcome: z.enum(['confirmed', 'dismissed']),
  decision: NamedDecisionSchema.optional(),
  reason: note,
});

/** A receiver objects to a notice at this sequence: a person other than the first looks at the matter again. */
export const ReviewRequest = z.strictObject({ sequence, reason: z.string().trim().min(1).max(1000) });
export type ReviewRequest = z.infer<typeof ReviewRequest>;

/**
 * An account under suspicion, by its own bank or by the police; code 0 clears, 8 needs a reason; `until` is its last
 * day. A competent authority's decision on the account comes from the police alone.
 */
export const SuspiciousAccount = z
  .strictObject({
    bank: z.string().min(1).max(40),
    accountNumber: z.string().min(1).max(36),
    code: suspicionCode,
    reason: note,
    on: z.iso.date(),
    until: z.iso.date().optional(),
    decision: NamedDecisionSchema.optional(),
  })
  .refine(({ code, reason }) => code !== 8 || reason !== undefined, {
    message: 'code 8 needs a reason',
    path: ['reason'],
  })
  .refine(({ on, until = on }) => until >= on, { message: 'it ends before it begins', path: ['until'] });
export type SuspiciousAccount = z.infer<typeof SuspiciousAccount>;

const about = { noticeId: z.string() };
/** A reply as it is kept: the API takes it in, the reply's step acts on it. */
export const Reply = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('acknowledgement'), ...about, body: Acknowledgement }),
  z.strictObject({ kind: z.literal('bank-decision'), ...about, body: BankDecisionSchema }),
  z.strictObject({ kind: z.literal('police-decision'), ...about, body: PoliceDecisionSchema }),
  z.strictObject({ kind: z.literal('review-request'), ...about, body: ReviewRequest }),
  z.strictObject({ kind: z.literal('suspicious-account'), body: SuspiciousAccount }),
]);
export type Reply = z.infer<typeof Reply>;

/** receiver-api → record-reply: a receiver's reply was taken in. */
export const ReplyRecorded = z.strictObject({
  receiver,
  /** Made from the content or from the caller's key; has no meaning of its own. */
  replyId: reference,
});
export type ReplyRecorded = z.infer<typeof ReplyRecorded>;

/** A notice as its receiver reads it, newest state only. */
export const NoticeView = z.looseObject({
  id: z.string(),
  sequence,
  state: NoticeStateSchema,
  withdrawnBecause: z.string().optional(),
  /** How far its receiver has dealt with this sequence. */
  handlingStatus: z.enum(['issued', 'delivered', 'acknowledged', 'acted', 'rejected']),
  accountStatus: z.string().optional(),
  enterpriseCode: z.string().optional(),
  /** Banks: the account's own bank and number, and the State Bank's suspicion codes (mã nghi ngờ). */
  bank: z.string().optional(),
  accountNumber: z.string().optional(),
  reasonCodes: z.array(z.int().min(0).max(8)).readonly().optional(),
  request: z.string().optional(),
  level: z.enum(['watch', 'act']).optional(),
  scope: NoticeScopeSchema.optional(),
  decision: AuthorityDecisionSchema.optional(),
  issuedAt: z.string(),
  /** The last day of the notice (Asia/Ho_Chi_Minh), unless a higher sequence gives another; none for the police. */
  expiresOn: z.string().optional(),
  changedAt: z.string(),
  /** That this sequence is in the verifiable log (`c2sp.org/tlog-proof`), once it is; later from `/v1/notices/{id}/proof`. */
  proof: z.string().optional(),
});
export type NoticeView = z.infer<typeof NoticeView>;

/** A page of the pull feed, oldest change first. `iterator` asks for what comes after it; `done` where nothing does yet. */
export const FeedPage = z.strictObject({ data: z.array(NoticeView), iterator: z.string(), done: z.boolean() });
export type FeedPage = z.infer<typeof FeedPage>;

/** A reply is kept under this id; sent again it has the same. */
export const ReplyTaken = z.strictObject({ replyId: z.string() });
export type ReplyTaken = z.infer<typeof ReplyTaken>;

/** The state of a reply: its content as it was kept, and since when it counts; absent until then. */
export const ReplyView = z.strictObject({
  replyId: z.string(),
  reply: Reply,
  takenAt: z.string(),
  actedOnAt: z.string().optional(),
});
export type ReplyView = z.infer<typeof ReplyView>;

/** The result of one objection to a notice; who decided stays with the police. */
export const ReviewView = z.strictObject({
  reviewId: z.string(),
  sequence,
  reason: z.string(),
  askedAt: z.string(),
  /** The last day on which it should have been decided (Asia/Ho_Chi_Minh). */
  dueOn: z.string(),
  state: z.enum(REVIEW_STATES),
  decidedAt: z.string().optional(),
});
/** All objections of a receiver to one of its notices, the latest first. */
export const ReviewsOfNotice = z.strictObject({ data: z.array(ReviewView) });
export type ReviewsOfNotice = z.infer<typeof ReviewsOfNotice>;

/** A test event is sent under this id once, soon after it was asked for. */
export const TestEventTaken = z.strictObject({ testEventId: z.string() });
export type TestEventTaken = z.infer<typeof TestEventTaken>;

/** RFC 9457; `detail` never carries what was sent. */
export const Problem = z.strictObject({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string().optional(),
});
export type Problem = z.infer<typeof Problem>;
