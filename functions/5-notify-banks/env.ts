import * as z from 'zod';
import { days, measures, resourceName, rulesClock, seconds } from '#shared/runtime/environment.ts';

export const NotifyBankEnv = z.object({
  ACCOUNTS_TABLE: resourceName,
  ASSESSMENTS_TABLE: resourceName,
  NOTICES_TABLE: resourceName,
  PARKED_TABLE: resourceName,
  BANK_NOTICES_QUEUE_URL: resourceName,
  DELIVERIES_QUEUE_URL: resourceName,
  MEASURES: measures,
  NOTICE_DAYS: days,
  LISTING_DAYS: days,
  SETTLING_SECONDS: seconds,
  RULES_CLOCK: rulesClock,
  LOG_ENTRIES_QUEUE_URL: resourceName,
});
export type NotifyBankEnv = z.infer<typeof NotifyBankEnv>;
