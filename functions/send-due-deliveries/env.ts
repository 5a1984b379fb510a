import * as z from 'zod';
import { resourceName } from '#shared/runtime/environment.ts';

export const SendDueDeliveriesEnv = z.object({
  DELIVERIES_TABLE: resourceName,
  PARKED_TABLE: resourceName,
  DELIVERIES_QUEUE_URL: resourceName,
});
export type SendDueDeliveriesEnv = z.infer<typeof SendDueDeliveriesEnv>;
