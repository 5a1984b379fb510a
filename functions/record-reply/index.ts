import { documentClient } from '#shared/clients/dynamodb.ts';
import { companyQueue, queue } from '#shared/clients/queue.ts';
import { readSecret } from '#shared/clients/secrets.ts';
import { rulesClock } from '#shared/runtime/clock.ts';
import { keyedHash } from '#shared/runtime/keyed-hash.ts';
import { parkIn } from '#shared/runtime/park.ts';
import { expiresAfter } from '#shared/runtime/retention.ts';
import { accountsTable } from '#shared/tables/accounts.ts';
import { DROPS_NOT_ASKED } from '#shared/tables/drop-states.ts';
import { companiesTable } from '#shared/tables/companies.ts';
import { noticesTable } from '#shared/tables/notices.ts';
import { outcomesTable } from '#shared/tables/outcomes.ts';
import { parkedTable } from '#shared/tables/parked.ts';
import { repliesTable } from '#shared/tables/replies.ts';
import { reviewsTable } from '#shared/tables/reviews.ts';
import { RecordReplyEnv } from './env.ts';
import { createHandler } from './handler.ts';

const env = RecordReplyEnv.parse(process.env);
const now = () => new Date();
const db = documentClient();
const hash = keyedHash(await readSecret(env.HASH_SECRET_ARN), env.HASH_KEYS);

export const handler = createHandler({
  enter: queue(env.LOG_ENTRIES_QUEUE_URL),
  replies: repliesTable(db, env.REPLIES_TABLE),
  notices: noticesTable(db, env.NOTICES_TABLE),
  outcomes: outcomesTable(db, env.OUTCOMES_TABLE),
  reviews: reviewsTable(db, env.REVIEWS_TABLE),
  companies: companiesTable(db, env.COMPANIES_TABLE, hash, DROPS_NOT_ASKED),
  accounts: accountsTable(db, env.ACCOUNTS_TABLE, hash, DROPS_NOT_ASKED),
  assess: companyQueue(env.COMPANIES_QUEUE_URL, hash),
  notifyBanks: queue(env.BANK_NOTICES_QUEUE_URL),
  now,
  park: parkIn(parkedTable(db, env.PARKED_TABLE), now),
  hash,
  expiry: expiresAfter(env.RETENTION_DAYS, now),
  rulesDayOf: (instant) => rulesClock(env.RULES_CLOCK, () => instant).today(),
});
