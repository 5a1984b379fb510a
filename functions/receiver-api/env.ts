import * as z from 'zod';
import { resourceName, retentionDays, rulesClock } from '#shared/runtime/environment.ts';

export const Env = z.object({
  NOTICES_TABLE: resourceName,
  REPLIES_TABLE: resourceName,
  REPLIES_QUEUE_URL: resourceName,
  RULES_CLOCK: rulesClock,
  RETENTION_DAYS: retentionDays,
});
export type Env = z.infer<typeof Env>;
