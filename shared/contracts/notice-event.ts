import { HOME_PROVINCE } from '#shared/domain/vietnamese/home-province.ts';
import * as z from 'zod';
import { BankNoticeContentSchema } from './bank-notice.ts';
import { NoticeStateSchema } from './notice-parts.ts';

/** The kinds of event a receiver's endpoint is sent (CloudEvents `type`). */
export const NOTICE_EVENT_TYPES = {
  issued: `${HOME_PROVINCE.events}.notice.issued.v1`,
  updated: `${HOME_PROVINCE.events}.notice.updated.v1`,
  withdrawn: `${HOME_PROVINCE.events}.notice.withdrawn.v1`,
  expired: `${HOME_PROVINCE.events}.notice.expired.v1`,
} as const;

/** An event that a receiver asked for itself: it is about no notice. */
export const TEST_EVENT_TYPE = `${HOME_PROVINCE.events}.test.v1`;

/** The police ask something about an account that the bank has a notice of. */
export const QUESTION_EVENT_TYPE = `${HOME_PROVINCE.events}.question.asked.v1`;

const short = z.string().max(100);

/** The data of an event: numbers and codes, no name of a person. Unknown fields are left out. */
export const NoticeEventData = z.object({
  noticeId: short,
  /** Rises with each change; replies name it. */
  sequence: z.int().positive(),
  state: NoticeStateSchema,
  /** Why it was withdrawn: a code. */
  withdrawnBecause: short.optional(),
  ...BankNoticeContentSchema.partial().shape,
  issuedAt: short,
  /** The last day of the notice, unless a higher sequence gives another. */
  expiresOn: short.optional(),
});
export type NoticeEventData = z.infer<typeof NoticeEventData>;

/**
 * The body of a delivery: a CloudEvent 1.0 in JSON. Its size is bounded by its fields, far below 20 kB.
 * `id` is the `webhook-id` too: the same state of the same notice, sent again, has the same.
 */
export const NoticeEvent = z.strictObject({
  specversion: z.literal('1.0'),
  id: z.string().regex(/^[\w-]{22}\.\d+$/u),
  source: z.literal(HOME_PROVINCE.source),
  type: z.enum(NOTICE_EVENT_TYPES),
  /** The notice: whatever comes of it, in whatever order, has the same. */
  subject: z.string(),
  /** When the notice came to this state. */
  time: z.iso.datetime(),
  /** CloudEvents extension: of two events of one subject the greater text is the newer state. */
  sequence: z.string().regex(/^\d{10}$/u),
  datacontenttype: z.literal('application/json'),
  data: NoticeEventData,
});
export type NoticeEvent = z.infer<typeof NoticeEvent>;

/** The body of a test event, a CloudEvent 1.0 as a notice's. */
export const TestEvent = z.strictObject({
  specversion: z.literal('1.0'),
  id: z.string(),
  source: z.literal(HOME_PROVINCE.source),
  type: z.literal(TEST_EVENT_TYPE),
  time: z.iso.datetime(),
  datacontenttype: z.literal('application/json'),
  data: z.strictObject({ receiver: z.string() }),
});
export type TestEvent = z.infer<typeof TestEvent>;

/** The body of a question, a CloudEvent 1.0 as a notice's: fixed sentences, nothing of a person or a suspicion. */
export const QuestionEvent = z.strictObject({
  specversion: z.literal('1.0'),
  id: z.string().regex(/^[\w-]{22}$/u),
  source: z.literal(HOME_PROVINCE.source),
  type: z.literal(QUESTION_EVENT_TYPE),
  /** The notice that it is about. */
  subject: z.string(),
  time: z.iso.datetime(),
  datacontenttype: z.literal('application/json'),
  data: z.strictObject({
    noticeId: short,
    asks: z.array(z.strictObject({ code: short, text: z.string().max(200) })).min(1),
    /** The last day for an answer, which is the result of the notice with a remark. */
    dueOn: short,
  }),
});
export type QuestionEvent = z.infer<typeof QuestionEvent>;
