import * as z from 'zod';
import { resourceName, settings, tables } from '#shared/runtime/environment.ts';

export const MailOfficersEnv = z.object({
  ...tables(
    'MAIL_CHOICES',
    'NOTICES',
    'RELEASES',
    'REVIEWS',
    'TASKS',
    'CASE_RECORDS',
    'TAKINGS_BACK',
    'MEASURES',
    'PARKED',
  ),
  ...settings('RULES_CLOCK'),
  /** The sender's address of all mails. */
  MAIL_FROM: z.email(),
  DESKS_URL: resourceName,
});
export type MailOfficersEnv = z.infer<typeof MailOfficersEnv>;
