import * as z from 'zod';
import { resourceName } from '#shared/runtime/environment.ts';

export const SendDueDeliveriesEnv = z.object({
  DELIVERIES_TABLE: resourceName,
  PARKED_TABLE: resourceName,
  DUE_MESSAGES_TABLE: resourceName,
  DELIVERIES_QUEUE_URL: resourceName,
  /** The names of the queues whose functions store messages, without the stack's and separated by commas. */
  STEP_QUEUES: resourceName,
});
export type SendDueDeliveriesEnv = z.infer<typeof SendDueDeliveriesEnv>;
