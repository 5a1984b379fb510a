import * as z from 'zod';
import { buckets, queues, settings, tables } from '#shared/runtime/environment.ts';

export const SweepDueEnv = z.object({
  ...tables('ACCOUNTS', 'ASSESSMENTS', 'VERIFICATIONS', 'NOTICES', 'FILES', 'PARKED', 'MEASURES'),
  ...buckets('OUTBOX'),
  ...queues('COMPANIES', 'REGISTRATIONS', 'BANK_NOTICES', 'SWEEPS', 'LOG_ENTRIES'),
  ...settings('HASH_SECRET_ARN', 'HASH_KEYS', 'MEASURES', 'NOTICE_DAYS', 'LISTING_DAYS', 'RULES_CLOCK'),
});
export type SweepDueEnv = z.infer<typeof SweepDueEnv>;
