import * as z from 'zod';
import { resourceName } from '#shared/runtime/environment.ts';

export const ReplayParkedEnv = z.object({
  PARKED_TABLE: resourceName,
  FILES_QUEUE_URL: resourceName,
  REGISTRATIONS_QUEUE_URL: resourceName,
  COMPANIES_QUEUE_URL: resourceName,
  POLICE_NOTICES_QUEUE_URL: resourceName,
  BANK_NOTICES_QUEUE_URL: resourceName,
  SWEEPS_QUEUE_URL: resourceName,
  SURVEYS_QUEUE_URL: resourceName,
  REPLIES_QUEUE_URL: resourceName,
  DELIVERIES_QUEUE_URL: resourceName,
  DUE_DELIVERIES_QUEUE_URL: resourceName,
  DOSSIERS_QUEUE_URL: resourceName,
  LOG_ENTRIES_QUEUE_URL: resourceName,
  REPORTS_QUEUE_URL: resourceName,
  OPERATOR_TASKS_QUEUE_URL: resourceName,
});
export type ReplayParkedEnv = z.infer<typeof ReplayParkedEnv>;
