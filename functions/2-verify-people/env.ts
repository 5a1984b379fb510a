import * as z from 'zod';
import { hashKeys, resourceName, retentionDays, rulesClockSetting } from '#shared/runtime/environment.ts';

export const VerifyPeopleEnv = z.object({
  COMPANIES_TABLE: resourceName,
  POLICE_RECORDS_TABLE: resourceName,
  VERIFICATIONS_TABLE: resourceName,
  FILES_TABLE: resourceName,
  DUE_MESSAGES_TABLE: resourceName,
  PARKED_TABLE: resourceName,
  COMPANIES_QUEUE_URL: resourceName,
  HASH_SECRET_ARN: resourceName,
  HASH_KEYS: hashKeys,
  POLICE_SOURCE: z.enum(['extract', 'service']),
  POLICE_SERVICE_URL: z.string(),
  POLICE_SERVICE_SECRET_ARN: z.string(),
  REGISTRATIONS_QUEUE_URL: resourceName,
  RULES_CLOCK: rulesClockSetting,
  RETENTION_DAYS: retentionDays,
});
export type VerifyPeopleEnv = z.infer<typeof VerifyPeopleEnv>;
