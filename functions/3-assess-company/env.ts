import * as z from 'zod';
import { queues, settings, tables } from '#shared/runtime/environment.ts';

export const AssessCompanyEnv = z.object({
  ...tables(
    'COMPANIES',
    'VERIFICATIONS',
    'ACCOUNTS',
    'SUBSCRIBERS',
    'LINKS',
    'ASSESSMENTS',
    'OUTCOMES',
    'FILES',
    'PARKED',
    'MEASURES',
  ),
  ...queues('COMPANIES', 'REGISTRATIONS', 'SURVEYS', 'POLICE_NOTICES', 'BANK_NOTICES', 'LOG_ENTRIES'),
  ...settings(
    'HASH_SECRET_ARN',
    'HASH_KEYS',
    'MEASURES',
    'SETTLING_SECONDS',
    'RULES_CLOCK',
    'LISTING_DAYS',
    'RETENTION_DAYS',
  ),
});
export type AssessCompanyEnv = z.infer<typeof AssessCompanyEnv>;
