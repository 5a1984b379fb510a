import * as z from 'zod';
import { REPORT_KINDS } from '#shared/domain/outcomes/report/report.ts';
import { AWAITED_FEEDS } from '#shared/domain/risk/awaited.ts';
import { enterpriseCode, keyedReference, reference } from './ids.ts';

// Messages carry codes and references only: names and numbers stay in the tables. A household's code, which may be a number
// of its owner, is sealed on its way.

/**
 * Message from 1-read-file to 2-verify-people: a registration, or police data about one of its people, was recorded.
 * `tries` counts how often the police's service could not answer.
 */
export const RegistrationRecorded = z.strictObject({ enterpriseCode, tries: z.int().positive().optional() });
export type RegistrationRecorded = z.infer<typeof RegistrationRecorded>;

/**
 * Message to 3-assess-company: a fact of the company, its people, its accounts or a value that it shares has changed.
 * With `renotify`, after a table was restored, police and banks are notified again of a verdict that has not changed.
 */
export const CompanyTouched = z.strictObject({ enterpriseCode, renotify: z.literal(true).optional() });
export type CompanyTouched = z.infer<typeof CompanyTouched>;
/** The time limit of 3-assess-company. */
export const ASSESS_SECONDS = 120;

/**
 * Message from 3-assess-company to 4-notify-police: the verdict or its reasons changed; `assessmentId` identifies the
 * assessment.
 */
export const VerdictReached = z.strictObject({ enterpriseCode, assessmentId: reference });
export type VerdictReached = z.infer<typeof VerdictReached>;

/**
 * Message to 5-notify-banks: what its bank should know about an account may have changed. `bank`, the institution's id,
 * is present where a notice is to be reviewed, because the account's facts may have been deleted.
 */
export const AccountTouched = z.strictObject({
  accountRef: keyedReference,
  bank: z
    .string()
    .regex(/^[\w-]{1,40}$/u)
    .optional(),
});
export type AccountTouched = z.infer<typeof AccountTouched>;

/** One page of a sweep over everything, which begins after the given key of the given shard. */
export const SweepPart = z.strictObject({
  of: z.enum(['companies', 'notices', 'listings']),
  /** The bank, for a page of listings. */
  shard: z.string().regex(/^\w{1,40}$/u),
  after: z
    .string()
    .regex(/^(?:\d{4}-\d{2}-\d{2}#[\w#-]{1,100}|[\w-]{1,100})$/u)
    .optional(),
});
export type SweepPart = z.infer<typeof SweepPart>;

/**
 * Everything is assessed again, one page for each message: a measure was switched, or other rules or terms were
 * deployed (`settings-changed`), or an operator restored a table to an earlier second (`table-restored`), after which
 * notices may also no longer be those of their verdicts.
 */
export const WholeSweep = z.strictObject({
  reason: z.literal(['settings-changed', 'table-restored']),
  /** Present where officers switched a measure at the desk; the log names them. */
  by: z.literal('desk').optional(),
  part: SweepPart.optional(),
});
export type WholeSweep = z.infer<typeof WholeSweep>;

/**
 * Message to sweep-due: the daily clock and a completed feed sweep the companies and notices that they concern; changed
 * settings and a restored table sweep everything.
 */
export const SweepRequested = z.discriminatedUnion('reason', [
  z.strictObject({ reason: z.literal('clock') }),
  WholeSweep,
  z.strictObject({ reason: z.literal('feed-completed'), feed: z.enum(AWAITED_FEEDS) }),
]);
export type SweepRequested = z.infer<typeof SweepRequested>;

/**
 * Message to survey-province: the samples of companies changed, or the daily clock asks because an assessment may have
 * ended before it asked.
 */
export const SurveyRequested = z.strictObject({ reason: z.enum(['companies-assessed', 'clock']) });
export type SurveyRequested = z.infer<typeof SurveyRequested>;

/** Message to mail-officers: people are told by mail of what waits for them, if it is their time. */
export const MailsDue = z.strictObject({ reason: z.literal('clock') });
export type MailsDue = z.infer<typeof MailsDue>;

/**
 * Message to issue-report: a period has ended, or somebody asks for its report. Without days it means the last period
 * that ended.
 */
export const ReportDue = z.strictObject({
  kind: z.enum(REPORT_KINDS),
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
});
export type ReportDue = z.infer<typeof ReportDue>;

/**
 * Message from 4-notify-police to issue-dossier: a notice to the police was issued, updated or withdrawn; `sequence`
 * identifies the state.
 */
export const NoticeChanged = z.strictObject({ noticeId: reference, sequence: z.int().positive() });
export type NoticeChanged = z.infer<typeof NoticeChanged>;
