import * as z from 'zod';
import { queues, settings, tables } from '#shared/runtime/environment.ts';

export const NotifyBankEnv = z.object({
  ...tables(
    'ACCOUNTS',
    'FILES',
    'ASSESSMENTS',
    'NOTICES',
    'OUTCOMES',
    'RELEASES',
    'DUE_MESSAGES',
    'PARKED',
    'MEASURES',
  ),
  ...queues('BANK_NOTICES', 'DELIVERIES', 'LOG_ENTRIES'),
  ...settings(
    'HASH_SECRET_ARN',
    'HASH_KEYS',
    'MEASURES',
    'NOTICE_DAYS',
    'LISTING_DAYS',
    'SETTLING_SECONDS',
    'RELEASE_POLICY',
    'RULES_CLOCK',
    'RETENTION_DAYS',
  ),
});
export type NotifyBankEnv = z.infer<typeof NotifyBankEnv>;
