import * as z from 'zod';
import { resourceName, rulesClock } from '#shared/runtime/environment.ts';

export const Env = z.object({
  ASSESSMENTS_TABLE: resourceName,
  VERIFICATIONS_TABLE: resourceName,
  FILES_TABLE: resourceName,
  PARKED_TABLE: resourceName,
  COMPANIES_QUEUE_URL: resourceName,
  REGISTRATIONS_QUEUE_URL: resourceName,
  RULES_CLOCK: rulesClock,
});
export type Env = z.infer<typeof Env>;
