import * as z from 'zod';
import { REPORT_KINDS } from '#shared/domain/outcomes/report/report.ts';
import { AWAITED_FEEDS } from '#shared/domain/risk/awaited.ts';
import { enterpriseCode, keyedReference, reference } from './ids.ts';

// Messages carry codes and references only: names and numbers stay in the tables. A household's code, which may be a number
// of its owner, is sealed on its way.

/** 1-read-file → 2-verify-people: a registration, or police data about one of its people, was recorded. */
export const RegistrationRecorded = z.strictObject({ enterpriseCode });
export type RegistrationRecorded = z.infer<typeof RegistrationRecorded>;

/** → 3-assess-company: a fact of the company, its people, its accounts or a value it shares has changed. */
export const CompanyTouched = z.strictObject({ enterpriseCode });
export type CompanyTouched = z.infer<typeof CompanyTouched>;

/** 3-assess-company → 4-notify-police: the verdict or its reasons changed; `assessmentId` names what was assessed. */
export const VerdictReached = z.strictObject({ enterpriseCode, assessmentId: reference });
export type VerdictReached = z.infer<typeof VerdictReached>;

/**
 * → 5-notify-banks: what its bank should know of an account may have changed. `bank`, the institution's id, comes with a
 * notice that is to be looked at again: nothing else may be known of its account any more.
 */
export const AccountTouched = z.strictObject({
  accountRef: keyedReference,
  bank: z
    .string()
    .regex(/^[\w-]{1,40}$/u)
    .optional(),
});
export type AccountTouched = z.infer<typeof AccountTouched>;

/** One page of a sweep after changed settings: it begins after that place in that shard. */
export const SweepPart = z.strictObject({
  of: z.enum(['companies', 'notices']),
  shard: z.string().regex(/^\d{1,2}$/u),
  after: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}#[\w#-]{1,100}$/u)
    .optional(),
});
export type SweepPart = z.infer<typeof SweepPart>;

/**
 * An operator has switched a measure or deployed other rules or terms: everything is assessed again, one page a
 * message.
 */
export const SettingsChanged = z.strictObject({
  reason: z.literal('settings-changed'),
  /** Present where officers switched a measure at the desk, who are named in the log. */
  by: z.literal('desk').optional(),
  part: SweepPart.optional(),
});
export type SettingsChanged = z.infer<typeof SettingsChanged>;

/**
 * → sweep-due: the daily clock or a completed feed sweeps what it concerns; changed settings sweep everything.
 */
export const SweepRequested = z.discriminatedUnion('reason', [
  z.strictObject({ reason: z.literal('clock') }),
  SettingsChanged,
  z.strictObject({ reason: z.literal('feed-completed'), feed: z.enum(AWAITED_FEEDS) }),
]);
export type SweepRequested = z.infer<typeof SweepRequested>;

/**
 * → survey-province: companies show something else than before; or the daily clock asks, since an assessment may have
 * ended before it had asked.
 */
export const SurveyRequested = z.strictObject({ reason: z.enum(['companies-assessed', 'clock']) });
export type SurveyRequested = z.infer<typeof SurveyRequested>;

/** → issue-report: a period has ended, or somebody asks for one; without its days it is the last one that ended. */
export const ReportDue = z.strictObject({
  kind: z.enum(REPORT_KINDS),
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
});
export type ReportDue = z.infer<typeof ReportDue>;

/** 4-notify-police → issue-dossier: a notice to the police was issued, updated or withdrawn; `sequence` names the state. */
export const NoticeChanged = z.strictObject({ noticeId: reference, sequence: z.int().positive() });
export type NoticeChanged = z.infer<typeof NoticeChanged>;
