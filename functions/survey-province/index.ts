import { documentClient } from '#shared/clients/dynamodb.ts';
import { queue } from '#shared/clients/queue.ts';
import { parkIn } from '#shared/runtime/park.ts';
import { assessmentsTable } from '#shared/tables/assessments.ts';
import { filesTable } from '#shared/tables/files.ts';
import { parkedTable } from '#shared/tables/parked.ts';
import { SurveyProvinceEnv } from './env.ts';
import { createHandler } from './handler.ts';

const env = SurveyProvinceEnv.parse(process.env);
const now = () => new Date();
const db = documentClient();

export const handler = createHandler({
  assessments: assessmentsTable(db, env.ASSESSMENTS_TABLE),
  files: filesTable(db, env.FILES_TABLE),
  assess: queue(env.COMPANIES_QUEUE_URL),
  park: parkIn(parkedTable(db, env.PARKED_TABLE), now),
  now,
});
