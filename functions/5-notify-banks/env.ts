import * as z from 'zod';
import {
  hashKeys,
  days,
  measures,
  releasePolicy,
  resourceName,
  retentionDays,
  rulesClockSetting,
  seconds,
} from '#shared/runtime/environment.ts';

export const NotifyBankEnv = z.object({
  ACCOUNTS_TABLE: resourceName,
  FILES_TABLE: resourceName,
  ASSESSMENTS_TABLE: resourceName,
  NOTICES_TABLE: resourceName,
  OUTCOMES_TABLE: resourceName,
  RELEASES_TABLE: resourceName,
  DUE_MESSAGES_TABLE: resourceName,
  PARKED_TABLE: resourceName,
  HASH_SECRET_ARN: resourceName,
  HASH_KEYS: hashKeys,
  BANK_NOTICES_QUEUE_URL: resourceName,
  DELIVERIES_QUEUE_URL: resourceName,
  MEASURES: measures,
  MEASURES_TABLE: resourceName,
  NOTICE_DAYS: days,
  LISTING_DAYS: days,
  SETTLING_SECONDS: seconds,
  RELEASE_POLICY: releasePolicy,
  RULES_CLOCK: rulesClockSetting,
  RETENTION_DAYS: retentionDays,
  LOG_ENTRIES_QUEUE_URL: resourceName,
});
export type NotifyBankEnv = z.infer<typeof NotifyBankEnv>;
