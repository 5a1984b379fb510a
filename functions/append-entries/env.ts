import * as z from 'zod';
import { resourceName, retentionDays } from '#shared/runtime/environment.ts';

export const AppendEntriesEnv = z.object({
  LOG_TABLE: resourceName,
  LOG_BUCKET: resourceName,
  LOG_KEY_ARN: resourceName,
  LOG_ORIGIN: resourceName,
  PARKED_TABLE: resourceName,
  RETENTION_DAYS: retentionDays,
});
export type AppendEntriesEnv = z.infer<typeof AppendEntriesEnv>;
