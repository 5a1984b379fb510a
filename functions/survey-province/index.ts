import { documentClient } from '#shared/clients/dynamodb.ts';
import { companyQueue } from '#shared/clients/queue.ts';
import { readSecret } from '#shared/clients/secrets.ts';
import { keyedHash } from '#shared/runtime/keyed-hash.ts';
import { parkIn } from '#shared/runtime/park.ts';
import { assessmentsTable } from '#shared/tables/assessments.ts';
import { filesTable } from '#shared/tables/files.ts';
import { parkedTable } from '#shared/tables/parked.ts';
import { SurveyProvinceEnv } from './env.ts';
import { createHandler } from './handler.ts';

const env = SurveyProvinceEnv.parse(process.env);
const now = () => new Date();
const db = documentClient();
const hash = keyedHash(await readSecret(env.HASH_SECRET_ARN), env.HASH_KEYS);

export const handler = createHandler({
  assessments: assessmentsTable(db, env.ASSESSMENTS_TABLE),
  files: filesTable(db, env.FILES_TABLE),
  assess: companyQueue(env.COMPANIES_QUEUE_URL, hash),
  park: parkIn(parkedTable(db, env.PARKED_TABLE), now),
  now,
});
