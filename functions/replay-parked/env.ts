import * as z from 'zod';
import { resourceName } from '#shared/runtime/environment.ts';

export const ReplayParkedEnv = z.object({
  PARKED_TABLE: resourceName,
  LOG_ENTRIES_QUEUE_URL: resourceName,
  /** The names of all queues between the steps without the stack's, separated by commas. */
  STEP_QUEUES: resourceName,
});
export type ReplayParkedEnv = z.infer<typeof ReplayParkedEnv>;
