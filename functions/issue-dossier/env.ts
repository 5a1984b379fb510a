import * as z from 'zod';
import { hashKeys, resourceName } from '#shared/runtime/environment.ts';

export const IssueDossierEnv = z.object({
  NOTICES_TABLE: resourceName,
  REPLIES_TABLE: resourceName,
  COMPANIES_TABLE: resourceName,
  ACCOUNTS_TABLE: resourceName,
  POLICE_RECORDS_TABLE: resourceName,
  SUBSCRIBERS_TABLE: resourceName,
  FILES_TABLE: resourceName,
  HASH_SECRET_ARN: resourceName,
  HASH_KEYS: hashKeys,
  EVIDENCE_BUCKET: resourceName,
  PARKED_TABLE: resourceName,
  LOG_ENTRIES_QUEUE_URL: resourceName,
});
export type IssueDossierEnv = z.infer<typeof IssueDossierEnv>;
