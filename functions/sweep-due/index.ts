import { documentClient } from '#shared/clients/dynamodb.ts';
import { objectStore } from '#shared/clients/object-store.ts';
import { companyQueue, queue } from '#shared/clients/queue.ts';
import { readSecret } from '#shared/clients/secrets.ts';
import { rulesClock } from '#shared/runtime/clock.ts';
import { keyedHash } from '#shared/runtime/keyed-hash.ts';
import { parkIn } from '#shared/runtime/park.ts';
import { accountsTable } from '#shared/tables/accounts.ts';
import { freshDropStates } from '#shared/tables/drop-states.ts';
import { assessmentsTable } from '#shared/tables/assessments.ts';
import { measuresTable } from '#shared/tables/measures.ts';
import { noticesTable } from '#shared/tables/notices.ts';
import { filesTable } from '#shared/tables/files.ts';
import { parkedTable } from '#shared/tables/parked.ts';
import { verificationsTable } from '#shared/tables/verifications.ts';
import { measuresInForce } from '#shared/use-cases/measures-in-force.ts';
import { SweepDueEnv } from './env.ts';
import { createHandler } from './handler.ts';

const env = SweepDueEnv.parse(process.env);
const now = () => new Date();
const db = documentClient();
const hash = keyedHash(await readSecret(env.HASH_SECRET_ARN), env.HASH_KEYS);
const drops = freshDropStates(db, env.FILES_TABLE);

const directed = measuresTable(db, env.MEASURES_TABLE);

export const handler = createHandler({
  enter: queue(env.LOG_ENTRIES_QUEUE_URL),
  accounts: accountsTable(db, env.ACCOUNTS_TABLE, hash, drops),
  objects: objectStore(),
  outboxBucket: env.OUTBOX_BUCKET,
  assessments: assessmentsTable(db, env.ASSESSMENTS_TABLE, hash),
  verifications: verificationsTable(db, env.VERIFICATIONS_TABLE, hash),
  notices: noticesTable(db, env.NOTICES_TABLE),
  files: filesTable(db, env.FILES_TABLE),
  verify: companyQueue(env.REGISTRATIONS_QUEUE_URL, hash),
  assess: companyQueue(env.COMPANIES_QUEUE_URL, hash),
  notifyBanks: queue(env.BANK_NOTICES_QUEUE_URL),
  sweep: companyQueue(env.SWEEPS_QUEUE_URL, hash),
  pageSize: 5000,
  directed,
  measures: measuresInForce(directed, env.MEASURES, now),
  settings: { noticeDays: env.NOTICE_DAYS, listingDays: env.LISTING_DAYS },
  hash,
  park: parkIn(parkedTable(db, env.PARKED_TABLE), now),
  rulesClock: rulesClock(env.RULES_CLOCK, now),
  now,
});
