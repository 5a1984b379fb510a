import * as z from 'zod';
import { queues, settings, tables } from '#shared/runtime/environment.ts';

export const RecordReplyEnv = z.object({
  ...tables('REPLIES', 'NOTICES', 'OUTCOMES', 'REVIEWS', 'COMPANIES', 'ACCOUNTS', 'PARKED'),
  ...queues('COMPANIES', 'BANK_NOTICES', 'LOG_ENTRIES'),
  ...settings('HASH_SECRET_ARN', 'HASH_KEYS', 'RULES_CLOCK', 'RETENTION_DAYS'),
});
export type RecordReplyEnv = z.infer<typeof RecordReplyEnv>;
