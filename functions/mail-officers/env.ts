import * as z from 'zod';
import { resourceName, rulesClockSetting } from '#shared/runtime/environment.ts';

export const MailOfficersEnv = z.object({
  MAIL_CHOICES_TABLE: resourceName,
  NOTICES_TABLE: resourceName,
  RELEASES_TABLE: resourceName,
  REVIEWS_TABLE: resourceName,
  TASKS_TABLE: resourceName,
  CASE_RECORDS_TABLE: resourceName,
  TAKINGS_BACK_TABLE: resourceName,
  MEASURES_TABLE: resourceName,
  PARKED_TABLE: resourceName,
  /** The sender's address of all mails. */
  MAIL_FROM: z.email(),
  DESKS_URL: resourceName,
  RULES_CLOCK: rulesClockSetting,
});
export type MailOfficersEnv = z.infer<typeof MailOfficersEnv>;
