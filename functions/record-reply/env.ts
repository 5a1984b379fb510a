import * as z from 'zod';
import { resourceName } from '#shared/runtime/environment.ts';

export const Env = z.object({
  NOTICES_TABLE: resourceName,
  ASSESSMENTS_TABLE: resourceName,
  ACCOUNTS_TABLE: resourceName,
  PARKED_TABLE: resourceName,
  COMPANIES_QUEUE_URL: resourceName,
  POLICE_NOTICES_QUEUE_URL: resourceName,
  BANK_NOTICES_QUEUE_URL: resourceName,
  HASH_SECRET_ARN: resourceName,
});
export type Env = z.infer<typeof Env>;
