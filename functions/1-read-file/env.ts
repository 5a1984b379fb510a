import * as z from 'zod';
import {
  hashKeys,
  count,
  resourceName,
  retentionDays,
  rulesClockSetting,
  shareOfWhole,
} from '#shared/runtime/environment.ts';

export const ReadFileEnv = z.object({
  INBOX_BUCKET: resourceName,
  EVIDENCE_BUCKET: resourceName,
  OUTBOX_BUCKET: resourceName,
  COMPANIES_TABLE: resourceName,
  POLICE_RECORDS_TABLE: resourceName,
  ACCOUNTS_TABLE: resourceName,
  SUBSCRIBERS_TABLE: resourceName,
  LINKS_TABLE: resourceName,
  FILES_TABLE: resourceName,
  REJECTIONS_TABLE: resourceName,
  PARKED_TABLE: resourceName,
  FILES_QUEUE_URL: resourceName,
  REGISTRATIONS_QUEUE_URL: resourceName,
  COMPANIES_QUEUE_URL: resourceName,
  BANK_NOTICES_QUEUE_URL: resourceName,
  SWEEPS_QUEUE_URL: resourceName,
  HASH_SECRET_ARN: resourceName,
  HASH_KEYS: hashKeys,
  HELD_SHARE: shareOfWhole,
  HELD_ROWS: count,
  RULES_CLOCK: rulesClockSetting,
  RETENTION_DAYS: retentionDays,
  LOG_ENTRIES_QUEUE_URL: resourceName,
});
export type ReadFileEnv = z.infer<typeof ReadFileEnv>;
