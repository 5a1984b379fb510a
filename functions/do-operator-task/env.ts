import * as z from 'zod';
import { queues, settings, tables } from '#shared/runtime/environment.ts';

export const DoOperatorTaskEnv = z.object({
  ...tables('PARKED', 'NOTICES', 'DELIVERIES', 'RECEIVERS'),
  ...queues('DELIVERIES', 'SWEEPS', 'OPERATOR_TASKS'),
  ...settings('STEP_QUEUES'),
});
export type DoOperatorTaskEnv = z.infer<typeof DoOperatorTaskEnv>;
