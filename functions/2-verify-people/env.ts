import * as z from 'zod';
import { queues, settings, tables } from '#shared/runtime/environment.ts';

export const VerifyPeopleEnv = z.object({
  ...tables('COMPANIES', 'POLICE_RECORDS', 'VERIFICATIONS', 'FILES', 'DUE_MESSAGES', 'PARKED'),
  ...queues('COMPANIES', 'REGISTRATIONS'),
  ...settings('HASH_SECRET_ARN', 'HASH_KEYS', 'RULES_CLOCK', 'RETENTION_DAYS'),
  POLICE_SOURCE: z.enum(['extract', 'service']),
  POLICE_SERVICE_URL: z.string(),
  POLICE_SERVICE_SECRET_ARN: z.string(),
});
export type VerifyPeopleEnv = z.infer<typeof VerifyPeopleEnv>;
