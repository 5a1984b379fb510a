import * as z from 'zod';
import { FORGED_DOSSIERS } from '#shared/domain/risk/decision.ts';
import { REVIEW_STATES } from '#shared/domain/notification/review/review.ts';
import { BankNoticeContentSchema } from './bank-notice.ts';
import { receiver, reference } from './ids.ts';
import { NamedDecisionSchema, NoticeStateSchema } from './notice-parts.ts';

const sequence = z.int().positive();
const suspicionCode = z.int().min(0).max(8);
const note = z.string().max(1000).optional();
/** Money kept back, recovered or returned to victims, in đồng, as far as the receiver knows until this reply. */
const recovered = z.int().nonnegative().max(1e15).optional();

/** A receiver's acknowledgement that it has seen a notice at this sequence. */
export const Acknowledgement = z.strictObject({ sequence });

/** A bank's decision: the account's status (1…5, 99) and its observations, in the State Bank's codes. */
export const BankDecisionSchema = z.strictObject({
  sequence,
  outcome: z.enum(['acted', 'rejected']),
  accountStatus: z.enum(['1', '2', '3', '4', '5', '99']),
  observed: z.array(z.int().min(1).max(8)).max(8).default([]),
  recovered,
  note,
});

/**
 * A decision of the police. A notice mentions blocking only with the written decision's number and date, and only while
 * their latest reply names it.
 */
export const PoliceDecisionSchema = z
  .strictObject({
    sequence,
    outcome: z.enum(['confirmed', 'dismissed']),
    decision: NamedDecisionSchema.optional(),
    /** The dossier that the written decision says is forged, on which the registration office then decides. */
    forged: z.enum(FORGED_DOSSIERS).optional(),
    recovered,
    reason: note,
  })
  .refine(({ forged, outcome, decision }) => forged === undefined || (outcome === 'confirmed' && decision), {
    message: 'forged needs a confirmation with its written decision',
    path: ['forged'],
  });

/** A receiver's objection to a notice at this sequence, on which an officer other than the first decides. */
export const ReviewRequest = z.strictObject({ sequence, reason: z.string().trim().min(1).max(1000) });
export type ReviewRequest = z.infer<typeof ReviewRequest>;

/**
 * A report of a suspicious account by its own bank or the police. Code 0 clears it, and code 8 needs a reason; `until`
 * is the last day. Only the police pass on a competent authority's decision on the account.
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
/** A stored reply: the API stores it, and record-reply acts on it. */
export const Reply = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('acknowledgement'), ...about, body: Acknowledgement }),
  z.strictObject({ kind: z.literal('bank-decision'), ...about, body: BankDecisionSchema }),
  z.strictObject({ kind: z.literal('police-decision'), ...about, body: PoliceDecisionSchema }),
  z.strictObject({ kind: z.literal('review-request'), ...about, body: ReviewRequest }),
  z.strictObject({ kind: z.literal('suspicious-account'), body: SuspiciousAccount }),
]);
export type Reply = z.infer<typeof Reply>;

/** A reply that answers a notice. */
export type NoticeReply = Exclude<Reply, { kind: 'suspicious-account' }>;

/** Message from receiver-api to record-reply: a receiver's reply was stored. */
export const ReplyRecorded = z.strictObject({
  receiver,
  /** The reply's id, which is made from the content or the caller's key and has no other meaning. */
  replyId: reference,
});
export type ReplyRecorded = z.infer<typeof ReplyRecorded>;

export const NoticeView = z.looseObject({
  id: z.string(),
  sequence,
  state: NoticeStateSchema,
  withdrawnBecause: z.string().optional(),
  /** How far the receiver has dealt with this sequence. */
  handlingStatus: z.enum(['issued', 'delivered', 'acknowledged', 'acted', 'rejected']),
  accountStatus: z.string().optional(),
  ...BankNoticeContentSchema.partial().shape,
  issuedAt: z.string(),
  /** The last day of the notice (Asia/Ho_Chi_Minh), unless a higher sequence gives another; absent for the police. */
  expiresOn: z.string().optional(),
  changedAt: z.string(),
  /** The proof (`c2sp.org/tlog-proof`) of this sequence; where absent, `/v1/notices/{id}/proof` gives it later. */
  proof: z.string().optional(),
});
export type NoticeView = z.infer<typeof NoticeView>;

/**
 * A page of the feed, oldest change first. `iterator` is the next page's parameter; `done` means no further changes
 * yet.
 */
export const FeedPage = z.strictObject({ data: z.array(NoticeView), iterator: z.string(), done: z.boolean() });
export type FeedPage = z.infer<typeof FeedPage>;

/** The id under which a reply is stored; a repeated reply has the same id. */
export const ReplyTaken = z.strictObject({ replyId: z.string() });
export type ReplyTaken = z.infer<typeof ReplyTaken>;

/** The state of a reply: its stored content, and the instant since which it counts, which is absent until then. */
export const ReplyView = z.strictObject({
  replyId: z.string(),
  reply: Reply,
  takenAt: z.string(),
  actedOnAt: z.string().optional(),
});
export type ReplyView = z.infer<typeof ReplyView>;

/** The result of one objection to a notice, without the officer who decided. */
export const ReviewView = z.strictObject({
  reviewId: z.string(),
  sequence,
  reason: z.string(),
  askedAt: z.string(),
  /** The last day for a decision on the objection (Asia/Ho_Chi_Minh). */
  dueOn: z.string(),
  state: z.enum(REVIEW_STATES),
  decidedAt: z.string().optional(),
});
/** All objections of a receiver to one of its notices, the latest first. */
export const ReviewsOfNotice = z.strictObject({ data: z.array(ReviewView) });
export type ReviewsOfNotice = z.infer<typeof ReviewsOfNotice>;

/** The id under which a test event is sent once, soon after the request. */
export const TestEventTaken = z.strictObject({ testEventId: z.string() });
export type TestEventTaken = z.infer<typeof TestEventTaken>;

/** A problem by RFC 9457; `detail` never contains what the caller sent. */
export const Problem = z.strictObject({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string().optional(),
});
export type Problem = z.infer<typeof Problem>;
