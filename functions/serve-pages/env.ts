import * as z from 'zod';
import { DirectedMeasures } from '#shared/contracts/directed-measures.ts';
import { json, queues, resourceName, settings, tables } from '#shared/runtime/environment.ts';

export const ServePagesEnv = z.object({
  ...tables(
    'SESSIONS',
    'MAIL_CHOICES',
    'NOTICES',
    'REPLIES',
    'FILES',
    'TAKINGS_BACK',
    'RELEASES',
    'COMPANIES',
    'ACCOUNTS',
    'POLICE_RECORDS',
    'SUBSCRIBERS',
    'CASE_RECORDS',
    'LINKS',
    'VERIFICATIONS',
    'ASSESSMENTS',
    'TASKS',
    'REVIEWS',
    'OUTCOMES',
    'MEASURES',
    'LOG',
    'PARKED',
    'RECEIVERS',
    'DELIVERIES',
  ),
  ...queues('LOG_ENTRIES'),
  ...settings(
    'HASH_SECRET_ARN',
    'HASH_KEYS',
    'RELEASE_POLICY',
    'RULES_CLOCK',
    'SWITCH_POLICY',
    'TAKING_BACK_POLICY',
    'STEP_QUEUES',
    'SETTLING_SECONDS',
    'RETENTION_DAYS',
    'ALLOW_LOOPBACK',
  ),
  /** The bucket in which the office may put files under some prefixes, and from which it gets receipts and rejected rows. */
  INBOX_BUCKET: resourceName,
  /** The bucket with the dossiers, the province's reports and cases' attached files. */
  EVIDENCE_BUCKET: resourceName,
  /** The measures, each with its document or `off`. */
  DIRECTED_MEASURES: json.pipe(DirectedMeasures),
  /** The people's sign-in provider, and the desks' client there. */
  SIGN_IN_ISSUER: resourceName,
  SIGN_IN_CLIENT_ID: resourceName,
  /** The secret that the distribution in front shows; empty where nothing stands in front. */
  EDGE_SECRET_ARN: z.string(),
  /** Whether attached files are searched for malware before somebody opens them. */
  SEARCHES_MALWARE: z.enum(['yes', 'no']),
});
export type ServePagesEnv = z.infer<typeof ServePagesEnv>;
