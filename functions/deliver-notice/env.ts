import * as z from 'zod';
import { resourceName } from '#shared/runtime/environment.ts';

export const DeliverNoticeEnv = z.object({
  NOTICES_TABLE: resourceName,
  DELIVERIES_TABLE: resourceName,
  RECEIVERS_TABLE: resourceName,
  CASE_RECORDS_TABLE: resourceName,
  DUE_MESSAGES_TABLE: resourceName,
  PARKED_TABLE: resourceName,
  DELIVERIES_QUEUE_URL: resourceName,
  /** Allows endpoints on this machine, also without TLS: for stage `local` alone. */
  ALLOW_LOOPBACK: z.enum(['yes', 'no']),
});
export type DeliverNoticeEnv = z.infer<typeof DeliverNoticeEnv>;
