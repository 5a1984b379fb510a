import * as z from 'zod';
import { queues, settings, tables } from '#shared/runtime/environment.ts';

export const ReplayParkedEnv = z.object({
  ...tables('PARKED'),
  ...queues('LOG_ENTRIES'),
  ...settings('STEP_QUEUES'),
});
export type ReplayParkedEnv = z.infer<typeof ReplayParkedEnv>;
