import * as z from 'zod';
import { resourceName, retentionDays } from '#shared/runtime/environment.ts';

export const Env = z.object({
  NOTICES_TABLE: resourceName,
  REPLIES_TABLE: resourceName,
  REPLIES_QUEUE_URL: resourceName,
  RETENTION_DAYS: retentionDays,
});
export type Env = z.infer<typeof Env>;
