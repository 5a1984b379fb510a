import { documentClient } from '#shared/clients/dynamodb.ts';
import { queue } from '#shared/clients/queue.ts';
import type { LogEntry } from '#shared/contracts/log-entry.ts';
import { readSecret } from '#shared/clients/secrets.ts';
import { rulesClock } from '#shared/runtime/clock.ts';
import { keyedHash } from '#shared/runtime/keyed-hash.ts';
import { parkIn } from '#shared/runtime/park.ts';
import { expiresAfter } from '#shared/runtime/retention.ts';
import { accountsTable } from '#shared/tables/accounts.ts';
import { dropStates } from '#shared/tables/drop-states.ts';
import { assessmentsTable } from '#shared/tables/assessments.ts';
import { measuresTable } from '#shared/tables/measures.ts';
import { noticesTable } from '#shared/tables/notices.ts';
import { outcomesTable } from '#shared/tables/outcomes.ts';
import { parkedTable } from '#shared/tables/parked.ts';
import { releasesTable } from '#shared/tables/releases.ts';
import { holdForRelease } from '#shared/use-cases/hold-for-release.ts';
import { measuresInForce } from '#shared/use-cases/measures-in-force.ts';
import { dueMessagesTable } from '#shared/tables/due-messages.ts';
import { sendLater } from '#shared/use-cases/send-later.ts';
import { NotifyBankEnv } from './env.ts';
import { createHandler } from './handler.ts';

const env = NotifyBankEnv.parse(process.env);
const now = () => new Date();
const db = documentClient();
const hash = keyedHash(await readSecret(env.HASH_SECRET_ARN), env.HASH_KEYS);
const drops = dropStates(db, env.FILES_TABLE);
const outcomes = outcomesTable(db, env.OUTCOMES_TABLE);

const enter = queue<LogEntry>(env.LOG_ENTRIES_QUEUE_URL);

export const handler = createHandler({
  renewDrops: drops.renew,
  enter,
  accounts: accountsTable(db, env.ACCOUNTS_TABLE, hash, drops),
  assessments: assessmentsTable(db, env.ASSESSMENTS_TABLE, hash),
  notices: noticesTable(db, env.NOTICES_TABLE),
  outcomes,
  isReleased: holdForRelease({
    releases: releasesTable(db, env.RELEASES_TABLE),
    outcomes,
    enter,
    rulesClock: rulesClock(env.RULES_CLOCK, now),
    policy: env.RELEASE_POLICY,
    expiry: expiresAfter(env.RETENTION_DAYS, now),
    now,
  }),
  notifyLater: sendLater({
    queue: 'bank-notices',
    send: queue(env.BANK_NOTICES_QUEUE_URL),
    dueMessages: dueMessagesTable(db, env.DUE_MESSAGES_TABLE),
    now,
  }),
  deliver: queue(env.DELIVERIES_QUEUE_URL),
  hash,
  measures: measuresInForce(measuresTable(db, env.MEASURES_TABLE), env.MEASURES, now),
  noticeDays: env.NOTICE_DAYS,
  listingDays: env.LISTING_DAYS,
  settlingSeconds: env.SETTLING_SECONDS,
  park: parkIn(parkedTable(db, env.PARKED_TABLE), now),
  rulesClock: rulesClock(env.RULES_CLOCK, now),
  now,
});
