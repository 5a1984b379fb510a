import * as z from 'zod';
import { buckets, queues, settings, tables } from '#shared/runtime/environment.ts';

export const IssueDossierEnv = z.object({
  ...tables('NOTICES', 'REPLIES', 'COMPANIES', 'ACCOUNTS', 'POLICE_RECORDS', 'SUBSCRIBERS', 'FILES', 'PARKED'),
  ...buckets('EVIDENCE'),
  ...queues('LOG_ENTRIES'),
  ...settings('HASH_SECRET_ARN', 'HASH_KEYS'),
});
export type IssueDossierEnv = z.infer<typeof IssueDossierEnv>;
