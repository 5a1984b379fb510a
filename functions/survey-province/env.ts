import * as z from 'zod';
import { hashKeys, resourceName } from '#shared/runtime/environment.ts';

export const SurveyProvinceEnv = z.object({
  ASSESSMENTS_TABLE: resourceName,
  FILES_TABLE: resourceName,
  PARKED_TABLE: resourceName,
  HASH_SECRET_ARN: resourceName,
  HASH_KEYS: hashKeys,
  COMPANIES_QUEUE_URL: resourceName,
});
export type SurveyProvinceEnv = z.infer<typeof SurveyProvinceEnv>;
