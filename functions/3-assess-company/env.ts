import * as z from 'zod';
import {
  hashKeys,
  days,
  measures,
  resourceName,
  retentionDays,
  rulesClockSetting,
  seconds,
} from '#shared/runtime/environment.ts';

export const AssessCompanyEnv = z.object({
  COMPANIES_TABLE: resourceName,
  VERIFICATIONS_TABLE: resourceName,
  ACCOUNTS_TABLE: resourceName,
  SUBSCRIBERS_TABLE: resourceName,
  LINKS_TABLE: resourceName,
  ASSESSMENTS_TABLE: resourceName,
  OUTCOMES_TABLE: resourceName,
  FILES_TABLE: resourceName,
  PARKED_TABLE: resourceName,
  COMPANIES_QUEUE_URL: resourceName,
  REGISTRATIONS_QUEUE_URL: resourceName,
  SURVEYS_QUEUE_URL: resourceName,
  POLICE_NOTICES_QUEUE_URL: resourceName,
  BANK_NOTICES_QUEUE_URL: resourceName,
  HASH_SECRET_ARN: resourceName,
  HASH_KEYS: hashKeys,
  MEASURES: measures,
  MEASURES_TABLE: resourceName,
  SETTLING_SECONDS: seconds,
  RULES_CLOCK: rulesClockSetting,
  LISTING_DAYS: days,
  RETENTION_DAYS: retentionDays,
  LOG_ENTRIES_QUEUE_URL: resourceName,
});
export type AssessCompanyEnv = z.infer<typeof AssessCompanyEnv>;
