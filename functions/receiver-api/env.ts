import * as z from 'zod';
import { resourceName, retentionDays } from '#shared/runtime/environment.ts';

export const ReceiverApiEnv = z.object({
  NOTICES_TABLE: resourceName,
  REPLIES_TABLE: resourceName,
  REVIEWS_TABLE: resourceName,
  CASE_RECORDS_TABLE: resourceName,
  DELIVERIES_TABLE: resourceName,
  EVIDENCE_BUCKET: resourceName,
  CALLS_TABLE: resourceName,
  CALLERS_TABLE: resourceName,
  /** The bucket into which senders put their files, and from which they get their results. */
  INBOX_BUCKET: resourceName,
  CURSOR_SECRET_ARN: resourceName,
  /** Whether callers of this stage must show a certificate of the receiver's. */
  CLIENT_CERTIFICATES: z.enum(['off', 'on']),
  DELIVERIES_QUEUE_URL: resourceName,
  REPLIES_QUEUE_URL: resourceName,
  RETENTION_DAYS: retentionDays,
  LOG_ENTRIES_QUEUE_URL: resourceName,
  LOG_TABLE: resourceName,
  LOG_BUCKET: resourceName,
  RECEIVERS_TABLE: resourceName,
});
export type ReceiverApiEnv = z.infer<typeof ReceiverApiEnv>;
