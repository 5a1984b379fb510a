import * as z from 'zod';
import { queues, settings, tables } from '#shared/runtime/environment.ts';

export const SurveyProvinceEnv = z.object({
  ...tables('ASSESSMENTS', 'FILES', 'PARKED'),
  ...queues('COMPANIES'),
  ...settings('HASH_SECRET_ARN', 'HASH_KEYS'),
});
export type SurveyProvinceEnv = z.infer<typeof SurveyProvinceEnv>;
