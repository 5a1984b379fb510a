import { HOME_PROVINCE } from '#shared/domain/vietnamese/home-province.ts';
import * as z from 'zod';
import { BankNoticeContentSchema } from './bank-notice.ts';
import { NoticeStateSchema } from './notice-parts.ts';

/** The kinds of event that a receiver's endpoint receives (CloudEvents `type`). */
export const NOTICE_EVENT_TYPES = {
  issued: `${HOME_PROVINCE.events}.notice.issued.v1`,
  updated: `${HOME_PROVINCE.events}.notice.updated.v1`,
  withdrawn: `${HOME_PROVINCE.events}.notice.withdrawn.v1`,
  expired: `${HOME_PROVINCE.events}.notice.expired.v1`,
} as const;

/** A test event that the receiver asked for; it concerns no notice. */
export const TEST_EVENT_TYPE = `${HOME_PROVINCE.events}.test.v1`;

/** The police ask something about an account that the bank has a notice of. */
export const QUESTION_EVENT_TYPE = `${HOME_PROVINCE.events}.question.asked.v1`;

const short = z.string().max(100);

/** The data of an event: numbers and codes without names of people. Unknown fields are left out. */
export const NoticeEventData = z.object({
  noticeId: short,
  /** The number of the notice's state, which rises with each change and which replies name. */
  sequence: z.int().positive(),
  state: NoticeStateSchema,
  /** The code of the reason for a withdrawal. */
  withdrawnBecause: short.optional(),
  ...BankNoticeContentSchema.partial().shape,
  issuedAt: short,
  /** The last day of the notice, unless a higher sequence gives another. */
  expiresOn: short.optional(),
});
export type NoticeEventData = z.infer<typeof NoticeEventData>;

/**
 * The body of a delivery: a CloudEvent 1.0 in JSON. Its size is bounded by its fields, far below 20 kB. `id` is also
 * the `webhook-id`, and is the same whenever the same state of a notice is sent.
 */
export const NoticeEvent = z.strictObject({
  specversion: z.literal('1.0'),
  id: z.string().regex(/^[\w-]{22}\.\d+$/u),
  source: z.literal(HOME_PROVINCE.source),
  type: z.enum(NOTICE_EVENT_TYPES),
  /** The notice, which is the same in all its events. */
  subject: z.string(),
  /** The instant at which the notice reached this state. */
  time: z.iso.datetime(),
  /** The CloudEvents extension `sequence`: of two events of one subject, the greater text is the newer state. */
  sequence: z.string().regex(/^\d{10}$/u),
  datacontenttype: z.literal('application/json'),
  data: NoticeEventData,
});
export type NoticeEvent = z.infer<typeof NoticeEvent>;

/** The body of a test event, which is a CloudEvent 1.0 like a notice's. */
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

/**
 * The body of a question, which is a CloudEvent 1.0 like a notice's. It contains fixed sentences and nothing about a
 * person or a suspicion.
 */
export const QuestionEvent = z.strictObject({
  specversion: z.literal('1.0'),
  id: z.string().regex(/^[\w-]{22}$/u),
  source: z.literal(HOME_PROVINCE.source),
  type: z.literal(QUESTION_EVENT_TYPE),
  /** The notice that the question concerns. */
  subject: z.string(),
  time: z.iso.datetime(),
  datacontenttype: z.literal('application/json'),
  data: z.strictObject({
    noticeId: short,
    asks: z.array(z.strictObject({ code: short, text: z.string().max(200) })).min(1),
    /** The last day for an answer; the bank answers by the notice's result with a remark. */
    dueOn: short,
  }),
});
export type QuestionEvent = z.infer<typeof QuestionEvent>;
