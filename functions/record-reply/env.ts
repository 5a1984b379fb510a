import * as z from 'zod';
import { hashKeys, resourceName, retentionDays, rulesClockSetting } from '#shared/runtime/environment.ts';

export const RecordReplyEnv = z.object({
  REPLIES_TABLE: resourceName,
  NOTICES_TABLE: resourceName,
  OUTCOMES_TABLE: resourceName,
  REVIEWS_TABLE: resourceName,
  COMPANIES_TABLE: resourceName,
  ACCOUNTS_TABLE: resourceName,
  PARKED_TABLE: resourceName,
  COMPANIES_QUEUE_URL: resourceName,
  BANK_NOTICES_QUEUE_URL: resourceName,
  HASH_SECRET_ARN: resourceName,
  HASH_KEYS: hashKeys,
  RULES_CLOCK: rulesClockSetting,
  RETENTION_DAYS: retentionDays,
  LOG_ENTRIES_QUEUE_URL: resourceName,
});
export type RecordReplyEnv = z.infer<typeof RecordReplyEnv>;
