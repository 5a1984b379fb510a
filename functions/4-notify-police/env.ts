import * as z from 'zod';
import { measures, resourceName, rulesClock, seconds } from '#shared/runtime/environment.ts';

export const Env = z.object({
  ASSESSMENTS_TABLE: resourceName,
  LINKS_TABLE: resourceName,
  NOTICES_TABLE: resourceName,
  PARKED_TABLE: resourceName,
  EVIDENCE_BUCKET: resourceName,
  POLICE_NOTICES_QUEUE_URL: resourceName,
  MEASURES: measures,
  SETTLING_SECONDS: seconds,
  RULES_CLOCK: rulesClock,
});
export type Env = z.infer<typeof Env>;
