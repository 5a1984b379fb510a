import * as z from 'zod';
import { resourceName, retentionDays } from '#shared/runtime/environment.ts';

export const ReceiverApiEnv = z.object({
  NOTICES_TABLE: resourceName,
  REPLIES_TABLE: resourceName,
  EVIDENCE_BUCKET: resourceName,
  CALLS_TABLE: resourceName,
  CURSOR_SECRET_ARN: resourceName,
  /** `off`, or the receivers' table, which says whose certificate the callers of this stage must show. */
  CLIENT_CERTIFICATES: z.union([z.literal('off'), resourceName]),
  REPLIES_QUEUE_URL: resourceName,
  RETENTION_DAYS: retentionDays,
  LOG_ENTRIES_QUEUE_URL: resourceName,
});
export type ReceiverApiEnv = z.infer<typeof ReceiverApiEnv>;
