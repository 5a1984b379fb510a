import * as z from 'zod';
import { ACTIVITY_SENDERS } from '#shared/contracts/feeds/activity-senders.ts';
import { buckets, json, queues, settings, tables } from '#shared/runtime/environment.ts';

/** Whose data the files directly in `activities/` may contain, as JSON. */
const sendersByPrefix = json.pipe(z.record(z.string(), z.array(z.enum(ACTIVITY_SENDERS))));

export const ReadFileEnv = z.object({
  ...tables(
    'COMPANIES',
    'POLICE_RECORDS',
    'ACCOUNTS',
    'SUBSCRIBERS',
    'LINKS',
    'FILES',
    'TAKINGS_BACK',
    'REJECTIONS',
    'PARKED',
    'CALLERS',
  ),
  ...buckets('INBOX', 'EVIDENCE', 'OUTBOX'),
  ...queues('FILES', 'REGISTRATIONS', 'COMPANIES', 'BANK_NOTICES', 'SWEEPS', 'LOG_ENTRIES'),
  ...settings(
    'HASH_SECRET_ARN',
    'HASH_KEYS',
    'HELD_SHARE',
    'HELD_ROWS',
    'TAKING_BACK_POLICY',
    'RULES_CLOCK',
    'RETENTION_DAYS',
  ),
  OFFICE_SENDERS: sendersByPrefix,
});
export type ReadFileEnv = z.infer<typeof ReadFileEnv>;
