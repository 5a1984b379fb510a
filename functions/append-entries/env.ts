import * as z from 'zod';
import { buckets, resourceName, settings, tables } from '#shared/runtime/environment.ts';

export const AppendEntriesEnv = z.object({
  ...tables('LOG', 'PARKED'),
  ...buckets('LOG'),
  ...settings('RETENTION_DAYS'),
  LOG_KEY_ARN: resourceName,
  LOG_ORIGIN: resourceName,
});
export type AppendEntriesEnv = z.infer<typeof AppendEntriesEnv>;
