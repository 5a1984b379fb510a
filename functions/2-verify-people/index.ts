import { documentClient } from '#shared/clients/dynamodb.ts';
import { policeVerification } from '#shared/clients/police-verification.ts';
import { companyQueue } from '#shared/clients/queue.ts';
import { readSecret } from '#shared/clients/secrets.ts';
import { rulesClock } from '#shared/runtime/clock.ts';
import { keyedHash } from '#shared/runtime/keyed-hash.ts';
import { parkIn } from '#shared/runtime/park.ts';
import { expiresAfter } from '#shared/runtime/retention.ts';
import { companiesTable } from '#shared/tables/companies.ts';
import { dropStates } from '#shared/tables/drop-states.ts';
import { filesTable } from '#shared/tables/files.ts';
import { parkedTable } from '#shared/tables/parked.ts';
import { policeRecordsTable } from '#shared/tables/police-records.ts';
import { verificationsTable } from '#shared/tables/verifications.ts';
import { dueMessagesTable } from '#shared/tables/due-messages.ts';
import { sendLater } from '#shared/use-cases/send-later.ts';
import { VerifyPeopleEnv } from './env.ts';
import { createHandler } from './handler.ts';
import { policeExtract } from './police-extract.ts';
import { policeService } from './police-service.ts';

const env = VerifyPeopleEnv.parse(process.env);
const now = () => new Date();
const db = documentClient();
const hash = keyedHash(await readSecret(env.HASH_SECRET_ARN), env.HASH_KEYS);
const drops = dropStates(db, env.FILES_TABLE);

const service = async () => {
  const settings = { url: env.POLICE_SERVICE_URL, secret: await readSecret(env.POLICE_SERVICE_SECRET_ARN) };
  return policeService(policeVerification(settings), hash);
};
const extract = () => policeExtract(policeRecordsTable(db, env.POLICE_RECORDS_TABLE, hash, drops));

export const handler = createHandler({
  renewDrops: drops.renew,
  companies: companiesTable(db, env.COMPANIES_TABLE, hash, drops),
  verifications: verificationsTable(db, env.VERIFICATIONS_TABLE, hash),
  files: filesTable(db, env.FILES_TABLE),
  police: env.POLICE_SOURCE === 'service' ? await service() : extract(),
  verifyLater: sendLater({
    queue: 'registrations',
    send: companyQueue(env.REGISTRATIONS_QUEUE_URL, hash),
    sealed: hash.sealed,
    dueMessages: dueMessagesTable(db, env.DUE_MESSAGES_TABLE),
    now,
  }),
  assess: companyQueue(env.COMPANIES_QUEUE_URL, hash),
  park: parkIn(parkedTable(db, env.PARKED_TABLE), now),
  hash,
  expiry: expiresAfter(env.RETENTION_DAYS, now),
  rulesClock: rulesClock(env.RULES_CLOCK, now),
  now,
});
