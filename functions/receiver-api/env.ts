import * as z from 'zod';
import { buckets, queues, resourceName, settings, tables } from '#shared/runtime/environment.ts';

export const ReceiverApiEnv = z.object({
  ...tables('NOTICES', 'REPLIES', 'REVIEWS', 'CASE_RECORDS', 'DELIVERIES', 'CALLS', 'CALLERS', 'LOG', 'RECEIVERS'),
  ...buckets('EVIDENCE', 'LOG'),
  ...queues('DELIVERIES', 'REPLIES', 'LOG_ENTRIES'),
  ...settings('RETENTION_DAYS'),
  /** The bucket into which senders put their files, and from which they get their results. */
  INBOX_BUCKET: resourceName,
  CURSOR_SECRET_ARN: resourceName,
  /** Whether callers of this stage must show a certificate of the receiver's. */
  CLIENT_CERTIFICATES: z.enum(['off', 'on']),
});
export type ReceiverApiEnv = z.infer<typeof ReceiverApiEnv>;
