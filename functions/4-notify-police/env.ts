import * as z from 'zod';
import {
  hashKeys,
  releasePolicy,
  resourceName,
  retentionDays,
  rulesClockSetting,
  seconds,
} from '#shared/runtime/environment.ts';

export const NotifyPoliceEnv = z.object({
  ASSESSMENTS_TABLE: resourceName,
  LINKS_TABLE: resourceName,
  ACCOUNTS_TABLE: resourceName,
  FILES_TABLE: resourceName,
  NOTICES_TABLE: resourceName,
  OUTCOMES_TABLE: resourceName,
  RELEASES_TABLE: resourceName,
  RELEASE_POLICY: releasePolicy,
  RETENTION_DAYS: retentionDays,
  DUE_MESSAGES_TABLE: resourceName,
  PARKED_TABLE: resourceName,
  HASH_SECRET_ARN: resourceName,
  HASH_KEYS: hashKeys,
  POLICE_NOTICES_QUEUE_URL: resourceName,
  DELIVERIES_QUEUE_URL: resourceName,
  DOSSIERS_QUEUE_URL: resourceName,
  SETTLING_SECONDS: seconds,
  RULES_CLOCK: rulesClockSetting,
  LOG_ENTRIES_QUEUE_URL: resourceName,
});
export type NotifyPoliceEnv = z.infer<typeof NotifyPoliceEnv>;
