import * as z from 'zod';
import { DirectedMeasures } from '#shared/contracts/directed-measures.ts';
import {
  hashKeys,
  releaseMode,
  releasePolicy,
  resourceName,
  retentionDays,
  rulesClockSetting,
  seconds,
  switchPolicy,
} from '#shared/runtime/environment.ts';
import { parseJson } from '#shared/runtime/parse-json.ts';

export const ServePagesEnv = z.object({
  SESSIONS_TABLE: resourceName,
  MAIL_CHOICES_TABLE: resourceName,
  NOTICES_TABLE: resourceName,
  REPLIES_TABLE: resourceName,
  FILES_TABLE: resourceName,
  TAKINGS_BACK_TABLE: resourceName,
  /** The bucket in which the office may put files under some prefixes, and from which it gets receipts and rejected rows. */
  INBOX_BUCKET: resourceName,
  /** The bucket with the dossiers, the province's reports and cases' attached files. */
  EVIDENCE_BUCKET: resourceName,
  RELEASES_TABLE: resourceName,
  COMPANIES_TABLE: resourceName,
  ACCOUNTS_TABLE: resourceName,
  POLICE_RECORDS_TABLE: resourceName,
  SUBSCRIBERS_TABLE: resourceName,
  CASE_RECORDS_TABLE: resourceName,
  LINKS_TABLE: resourceName,
  VERIFICATIONS_TABLE: resourceName,
  ASSESSMENTS_TABLE: resourceName,
  TASKS_TABLE: resourceName,
  HASH_SECRET_ARN: resourceName,
  HASH_KEYS: hashKeys,
  REVIEWS_TABLE: resourceName,
  RELEASE_POLICY: releasePolicy,
  LOG_ENTRIES_QUEUE_URL: resourceName,
  OUTCOMES_TABLE: resourceName,
  RULES_CLOCK: rulesClockSetting,
  /** The measures, each with its document or `off`. */
  DIRECTED_MEASURES: z.string().transform((text) => DirectedMeasures.parse(parseJson(text))),
  MEASURES_TABLE: resourceName,
  SWITCH_POLICY: switchPolicy,
  /** How many people must agree before a file that was read is taken back. */
  TAKING_BACK_POLICY: releaseMode,
  LOG_TABLE: resourceName,
  PARKED_TABLE: resourceName,
  RECEIVERS_TABLE: resourceName,
  DELIVERIES_TABLE: resourceName,
  /** The names of all queues between the steps without the stack's, separated by commas. */
  STEP_QUEUES: resourceName,
  SETTLING_SECONDS: seconds,
  RETENTION_DAYS: retentionDays,
  /** The people's sign-in provider, and the desks' client there. */
  SIGN_IN_ISSUER: resourceName,
  SIGN_IN_CLIENT_ID: resourceName,
  /** The secret that the distribution in front shows; empty where nothing stands in front. */
  EDGE_SECRET_ARN: z.string(),
  /** Whether attached files are searched for malware before somebody opens them. */
  SEARCHES_MALWARE: z.enum(['yes', 'no']),
  /** Allows a sign-in provider on this machine and pages without TLS: for stage `local` alone. */
  ALLOW_LOOPBACK: z.enum(['yes', 'no']),
});
export type ServePagesEnv = z.infer<typeof ServePagesEnv>;
