import * as z from 'zod';
import { hashKeys, days, measures, resourceName, rulesClockSetting } from '#shared/runtime/environment.ts';

export const SweepDueEnv = z.object({
  ACCOUNTS_TABLE: resourceName,
  OUTBOX_BUCKET: resourceName,
  ASSESSMENTS_TABLE: resourceName,
  VERIFICATIONS_TABLE: resourceName,
  NOTICES_TABLE: resourceName,
  FILES_TABLE: resourceName,
  PARKED_TABLE: resourceName,
  HASH_SECRET_ARN: resourceName,
  HASH_KEYS: hashKeys,
  COMPANIES_QUEUE_URL: resourceName,
  REGISTRATIONS_QUEUE_URL: resourceName,
  BANK_NOTICES_QUEUE_URL: resourceName,
  SWEEPS_QUEUE_URL: resourceName,
  MEASURES: measures,
  MEASURES_TABLE: resourceName,
  NOTICE_DAYS: days,
  LISTING_DAYS: days,
  RULES_CLOCK: rulesClockSetting,
  LOG_ENTRIES_QUEUE_URL: resourceName,
});
export type SweepDueEnv = z.infer<typeof SweepDueEnv>;
