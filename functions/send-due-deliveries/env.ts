import * as z from 'zod';
import { queues, settings, tables } from '#shared/runtime/environment.ts';

export const SendDueDeliveriesEnv = z.object({
  ...tables('DELIVERIES', 'PARKED', 'DUE_MESSAGES'),
  ...queues('DELIVERIES'),
  ...settings('STEP_QUEUES'),
});
export type SendDueDeliveriesEnv = z.infer<typeof SendDueDeliveriesEnv>;
