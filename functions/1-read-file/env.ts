import * as z from 'zod';
import { ACTIVITY_SENDERS } from '#shared/contracts/feeds/activity-senders.ts';
import {
  hashKeys,
  count,
  releaseMode,
  resourceName,
  retentionDays,
  rulesClockSetting,
  shareOfWhole,
} from '#shared/runtime/environment.ts';

/** Whose data the files directly in `activities/` may contain, as JSON. */
const sendersByPrefix = z
  .string()
  .transform((text): unknown => JSON.parse(text))
  .pipe(z.record(z.string(), z.array(z.enum(ACTIVITY_SENDERS))));

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
  TAKINGS_BACK_TABLE: resourceName,
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
  CALLERS_TABLE: resourceName,
  OFFICE_SENDERS: sendersByPrefix,
  TAKING_BACK_POLICY: releaseMode,
  RULES_CLOCK: rulesClockSetting,
  RETENTION_DAYS: retentionDays,
  LOG_ENTRIES_QUEUE_URL: resourceName,
});
export type ReadFileEnv = z.infer<typeof ReadFileEnv>;
