import * as z from 'zod';
import { resourceName } from '#shared/runtime/environment.ts';

export const DoOperatorTaskEnv = z.object({
  PARKED_TABLE: resourceName,
  NOTICES_TABLE: resourceName,
  DELIVERIES_TABLE: resourceName,
  RECEIVERS_TABLE: resourceName,
  DELIVERIES_QUEUE_URL: resourceName,
  SWEEPS_QUEUE_URL: resourceName,
  OPERATOR_TASKS_QUEUE_URL: resourceName,
  /** The names of all queues between the steps without the stack's, separated by commas. */
  STEP_QUEUES: resourceName,
});
export type DoOperatorTaskEnv = z.infer<typeof DoOperatorTaskEnv>;
