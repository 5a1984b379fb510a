import { documentClient } from '#shared/clients/dynamodb.ts';
import { objectStore } from '#shared/clients/object-store.ts';
import { companyQueue, queue } from '#shared/clients/queue.ts';
import { readSecret } from '#shared/clients/secrets.ts';
import { rulesClock } from '#shared/runtime/clock.ts';
import { keyedHash } from '#shared/runtime/keyed-hash.ts';
import { parkIn } from '#shared/runtime/park.ts';
import { expiresAfter } from '#shared/runtime/retention.ts';
import { accountsTable } from '#shared/tables/accounts.ts';
import { DROPS_NOT_ASKED } from '#shared/tables/drop-states.ts';
import { callersTable } from '#shared/tables/callers.ts';
import { companiesTable } from '#shared/tables/companies.ts';
import { filesTable } from '#shared/tables/files.ts';
import { linksTable } from '#shared/tables/links.ts';
import { parkedTable } from '#shared/tables/parked.ts';
import { policeRecordsTable } from '#shared/tables/police-records.ts';
import { rejectionsTable } from '#shared/tables/rejections.ts';
import { subscribersTable } from '#shared/tables/subscribers.ts';
import { takingsBackTable } from '#shared/tables/takings-back.ts';
import { ReadFileEnv } from './env.ts';
import { createHandler } from './handler.ts';

const env = ReadFileEnv.parse(process.env);
const now = () => new Date();
const db = documentClient();
const objects = objectStore();
const hash = keyedHash(await readSecret(env.HASH_SECRET_ARN), env.HASH_KEYS);

export const handler = createHandler({
  enter: queue(env.LOG_ENTRIES_QUEUE_URL),
  open: (bucket, key, versionId) => objects.open(bucket, key, versionId),
  objects,
  evidenceBucket: env.EVIDENCE_BUCKET,
  outboxBucket: env.OUTBOX_BUCKET,
  companies: companiesTable(db, env.COMPANIES_TABLE, hash, DROPS_NOT_ASKED),
  policeRecords: policeRecordsTable(db, env.POLICE_RECORDS_TABLE, hash, DROPS_NOT_ASKED),
  accounts: accountsTable(db, env.ACCOUNTS_TABLE, hash, DROPS_NOT_ASKED),
  subscribers: subscribersTable(db, env.SUBSCRIBERS_TABLE, hash, DROPS_NOT_ASKED),
  links: linksTable(db, env.LINKS_TABLE, hash),
  files: filesTable(db, env.FILES_TABLE),
  takingsBack: takingsBackTable(db, env.TAKINGS_BACK_TABLE),
  takingBackPolicy: env.TAKING_BACK_POLICY,
  rejections: rejectionsTable(db, env.REJECTIONS_TABLE),
  carryOn: queue(env.FILES_QUEUE_URL),
  verify: companyQueue(env.REGISTRATIONS_QUEUE_URL, hash),
  assess: companyQueue(env.COMPANIES_QUEUE_URL, hash),
  notifyBanks: queue(env.BANK_NOTICES_QUEUE_URL),
  sweep: queue(env.SWEEPS_QUEUE_URL),
  park: parkIn(parkedTable(db, env.PARKED_TABLE), now),
  hash,
  holdLimits: { share: env.HELD_SHARE, rows: env.HELD_ROWS },
  callers: callersTable(db, env.CALLERS_TABLE),
  officeSenders: env.OFFICE_SENDERS,
  expiry: expiresAfter(env.RETENTION_DAYS, now),
  rulesClock: rulesClock(env.RULES_CLOCK, now),
  processorMs: () => {
    const { user, system } = process.cpuUsage();
    return (user + system) / 1000;
  },
  now,
});
