import * as z from 'zod';
import { queues, settings, tables } from '#shared/runtime/environment.ts';

export const NotifyPoliceEnv = z.object({
  ...tables('ASSESSMENTS', 'LINKS', 'ACCOUNTS', 'FILES', 'NOTICES', 'OUTCOMES', 'RELEASES', 'DUE_MESSAGES', 'PARKED'),
  ...queues('POLICE_NOTICES', 'DELIVERIES', 'DOSSIERS', 'LOG_ENTRIES'),
  ...settings('HASH_SECRET_ARN', 'HASH_KEYS', 'RELEASE_POLICY', 'RETENTION_DAYS', 'SETTLING_SECONDS', 'RULES_CLOCK'),
});
export type NotifyPoliceEnv = z.infer<typeof NotifyPoliceEnv>;
