import { documentClient } from '#shared/clients/dynamodb.ts';
import { companyQueue, queue } from '#shared/clients/queue.ts';
import { readSecret } from '#shared/clients/secrets.ts';
import { rulesClock } from '#shared/runtime/clock.ts';
import { keyedHash } from '#shared/runtime/keyed-hash.ts';
import { parkIn } from '#shared/runtime/park.ts';
import { expiresAfter } from '#shared/runtime/retention.ts';
import { accountsTable } from '#shared/tables/accounts.ts';
import { dropStates } from '#shared/tables/drop-states.ts';
import { assessmentsTable } from '#shared/tables/assessments.ts';
import { companiesTable } from '#shared/tables/companies.ts';
import { filesTable } from '#shared/tables/files.ts';
import { linksTable } from '#shared/tables/links.ts';
import { measuresTable } from '#shared/tables/measures.ts';
import { outcomesTable } from '#shared/tables/outcomes.ts';
import { parkedTable } from '#shared/tables/parked.ts';
import { subscribersTable } from '#shared/tables/subscribers.ts';
import { verificationsTable } from '#shared/tables/verifications.ts';
import { measuresInForce } from '#shared/use-cases/measures-in-force.ts';
import { AssessCompanyEnv } from './env.ts';
import { createHandler } from './handler.ts';

const env = AssessCompanyEnv.parse(process.env);
const now = () => new Date();
const db = documentClient();
const hash = keyedHash(await readSecret(env.HASH_SECRET_ARN), env.HASH_KEYS);
const drops = dropStates(db, env.FILES_TABLE);

export const handler = createHandler({
  renewDrops: drops.renew,
  enter: queue(env.LOG_ENTRIES_QUEUE_URL),
  companies: companiesTable(db, env.COMPANIES_TABLE, hash, drops),
  verifications: verificationsTable(db, env.VERIFICATIONS_TABLE, hash),
  accounts: accountsTable(db, env.ACCOUNTS_TABLE, hash, drops),
  subscribers: subscribersTable(db, env.SUBSCRIBERS_TABLE, hash, drops),
  links: linksTable(db, env.LINKS_TABLE, hash),
  assessments: assessmentsTable(db, env.ASSESSMENTS_TABLE, hash),
  outcomes: outcomesTable(db, env.OUTCOMES_TABLE),
  files: filesTable(db, env.FILES_TABLE),
  verify: companyQueue(env.REGISTRATIONS_QUEUE_URL, hash),
  survey: queue(env.SURVEYS_QUEUE_URL),
  assess: companyQueue(env.COMPANIES_QUEUE_URL, hash),
  notifyPolice: companyQueue(env.POLICE_NOTICES_QUEUE_URL, hash),
  notifyBanks: queue(env.BANK_NOTICES_QUEUE_URL),
  listingDays: env.LISTING_DAYS,
  settlingSeconds: env.SETTLING_SECONDS,
  measures: measuresInForce(measuresTable(db, env.MEASURES_TABLE), env.MEASURES, now),
  park: parkIn(parkedTable(db, env.PARKED_TABLE), now),
  hash,
  expiry: expiresAfter(env.RETENTION_DAYS, now),
  rulesClock: rulesClock(env.RULES_CLOCK, now),
  now,
});
