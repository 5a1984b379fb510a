import * as z from 'zod';
import { measures, resourceName, rulesClockSetting } from '#shared/runtime/environment.ts';

export const IssueReportEnv = z.object({
  OUTCOMES_TABLE: resourceName,
  FILES_TABLE: resourceName,
  ASSESSMENTS_TABLE: resourceName,
  LOG_TABLE: resourceName,
  PARKED_TABLE: resourceName,
  EVIDENCE_BUCKET: resourceName,
  OUTBOX_BUCKET: resourceName,
  MEASURES: measures,
  MEASURES_TABLE: resourceName,
  RULES_CLOCK: rulesClockSetting,
});
export type IssueReportEnv = z.infer<typeof IssueReportEnv>;
