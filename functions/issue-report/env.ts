import * as z from 'zod';
import { buckets, settings, tables } from '#shared/runtime/environment.ts';

export const IssueReportEnv = z.object({
  ...tables('OUTCOMES', 'FILES', 'ASSESSMENTS', 'LOG', 'PARKED', 'MEASURES'),
  ...buckets('EVIDENCE', 'OUTBOX'),
  ...settings('MEASURES', 'RULES_CLOCK'),
});
export type IssueReportEnv = z.infer<typeof IssueReportEnv>;
