import { documentClient } from '#shared/clients/dynamodb.ts';
import { companyQueue, queue } from '#shared/clients/queue.ts';
import type { LogEntry } from '#shared/contracts/log-entry.ts';
import { readSecret } from '#shared/clients/secrets.ts';
import { rulesClock } from '#shared/runtime/clock.ts';
import { keyedHash } from '#shared/runtime/keyed-hash.ts';
import { parkIn } from '#shared/runtime/park.ts';
import { accountsTable } from '#shared/tables/accounts.ts';
import { dropStates } from '#shared/tables/drop-states.ts';
import { assessmentsTable } from '#shared/tables/assessments.ts';
import { linksTable } from '#shared/tables/links.ts';
import { noticesTable } from '#shared/tables/notices.ts';
import { outcomesTable } from '#shared/tables/outcomes.ts';
import { parkedTable } from '#shared/tables/parked.ts';
import { expiresAfter } from '#shared/runtime/retention.ts';
import { releasesTable } from '#shared/tables/releases.ts';
import { holdForRelease } from '#shared/use-cases/hold-for-release.ts';
import { dueMessagesTable } from '#shared/tables/due-messages.ts';
import { sendLater } from '#shared/use-cases/send-later.ts';
import { NotifyPoliceEnv } from './env.ts';
import { createHandler } from './handler.ts';

const env = NotifyPoliceEnv.parse(process.env);
const now = () => new Date();
const db = documentClient();
const hash = keyedHash(await readSecret(env.HASH_SECRET_ARN), env.HASH_KEYS);
const drops = dropStates(db, env.FILES_TABLE);
const outcomes = outcomesTable(db, env.OUTCOMES_TABLE);

const enter = queue<LogEntry>(env.LOG_ENTRIES_QUEUE_URL);

export const handler = createHandler({
  renewDrops: drops.renew,
  enter,
  assessments: assessmentsTable(db, env.ASSESSMENTS_TABLE, hash),
  links: linksTable(db, env.LINKS_TABLE, hash),
  accounts: accountsTable(db, env.ACCOUNTS_TABLE, hash, drops),
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
  hash,
  notifyLater: sendLater({
    queue: 'police-notices',
    send: companyQueue(env.POLICE_NOTICES_QUEUE_URL, hash),
    sealed: hash.sealed,
    dueMessages: dueMessagesTable(db, env.DUE_MESSAGES_TABLE),
    now,
  }),
  deliver: queue(env.DELIVERIES_QUEUE_URL),
  issueDossier: queue(env.DOSSIERS_QUEUE_URL),
  settlingSeconds: env.SETTLING_SECONDS,
  park: parkIn(parkedTable(db, env.PARKED_TABLE), now),
  rulesClock: rulesClock(env.RULES_CLOCK, now),
  now,
});
