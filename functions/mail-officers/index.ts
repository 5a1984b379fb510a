import { documentClient } from '#shared/clients/dynamodb.ts';
import { MailAccess, mailer } from '#shared/clients/mail.ts';
import { rulesClock } from '#shared/runtime/clock.ts';
import { parkIn } from '#shared/runtime/park.ts';
import { caseRecordsTable } from '#shared/tables/case-records.ts';
import { mailChoicesTable } from '#shared/tables/mail-choices.ts';
import { measuresTable } from '#shared/tables/measures.ts';
import { noticesTable } from '#shared/tables/notices.ts';
import { parkedTable } from '#shared/tables/parked.ts';
import { releasesTable } from '#shared/tables/releases.ts';
import { reviewsTable } from '#shared/tables/reviews.ts';
import { takingsBackTable } from '#shared/tables/takings-back.ts';
import { tasksTable } from '#shared/tables/tasks.ts';
import { MailOfficersEnv } from './env.ts';
import { createHandler } from './handler.ts';

const env = MailOfficersEnv.parse(process.env);
const now = () => new Date();
const db = documentClient();

export const handler = createHandler({
  choices: mailChoicesTable(db, env.MAIL_CHOICES_TABLE),
  notices: noticesTable(db, env.NOTICES_TABLE),
  releases: releasesTable(db, env.RELEASES_TABLE),
  reviews: reviewsTable(db, env.REVIEWS_TABLE),
  tasks: tasksTable(db, env.TASKS_TABLE),
  caseRecords: caseRecordsTable(db, env.CASE_RECORDS_TABLE),
  takingsBack: takingsBackTable(db, env.TAKINGS_BACK_TABLE),
  directed: measuresTable(db, env.MEASURES_TABLE),
  send: mailer(MailAccess.parse(process.env), env.MAIL_FROM),
  origin: env.DESKS_URL,
  park: parkIn(parkedTable(db, env.PARKED_TABLE), now),
  rulesClock: rulesClock(env.RULES_CLOCK, now),
  now,
});
