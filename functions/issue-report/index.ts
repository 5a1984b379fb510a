import { documentClient } from '#shared/clients/dynamodb.ts';
import { objectStore } from '#shared/clients/object-store.ts';
import { rulesClock } from '#shared/runtime/clock.ts';
import { parkIn } from '#shared/runtime/park.ts';
import { assessmentsTable } from '#shared/tables/assessments.ts';
import { filesTable } from '#shared/tables/files.ts';
import { logTable } from '#shared/tables/log.ts';
import { measuresTable } from '#shared/tables/measures.ts';
import { outcomesTable } from '#shared/tables/outcomes.ts';
import { parkedTable } from '#shared/tables/parked.ts';
import { readMeasureHistory } from '#shared/use-cases/read-measure-history.ts';
import { IssueReportEnv } from './env.ts';
import { createHandler } from './handler.ts';

const env = IssueReportEnv.parse(process.env);
const now = () => new Date();
const db = documentClient();

const clock = rulesClock(env.RULES_CLOCK, now);

export const handler = createHandler({
  outcomes: outcomesTable(db, env.OUTCOMES_TABLE),
  files: filesTable(db, env.FILES_TABLE),
  assessments: assessmentsTable(db, env.ASSESSMENTS_TABLE),
  log: logTable(db, env.LOG_TABLE),
  measures: () => readMeasureHistory(measuresTable(db, env.MEASURES_TABLE), env.MEASURES, clock),
  objects: objectStore(),
  evidenceBucket: env.EVIDENCE_BUCKET,
  outboxBucket: env.OUTBOX_BUCKET,
  park: parkIn(parkedTable(db, env.PARKED_TABLE), now),
  rulesClock: clock,
});
