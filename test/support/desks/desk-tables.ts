import { freshDropStates } from '#shared/tables/drop-states.ts';
import { type Accounts, accountsTable } from '#shared/tables/accounts.ts';
import { type Assessments, assessmentsTable } from '#shared/tables/assessments.ts';
import { type CaseRecords, caseRecordsTable } from '#shared/tables/case-records.ts';
import { type Companies, companiesTable } from '#shared/tables/companies.ts';
import { type Deliveries, deliveriesTable } from '#shared/tables/deliveries.ts';
import { type Files, filesTable } from '#shared/tables/files.ts';
import { type Links, linksTable } from '#shared/tables/links.ts';
import { type Measures, measuresTable } from '#shared/tables/measures.ts';
import { type Log, logTable } from '#shared/tables/log.ts';
import type { Notices } from '#shared/tables/notices.ts';
import { type Outcomes, outcomesTable } from '#shared/tables/outcomes.ts';
import { type Parked, parkedTable } from '#shared/tables/parked.ts';
import { type PoliceRecords, policeRecordsTable } from '#shared/tables/police-records.ts';
import { type Receivers, receiversTable } from '#shared/tables/receivers.ts';
import { type Releases, releasesTable } from '#shared/tables/releases.ts';
import { type Replies, repliesTable } from '#shared/tables/replies.ts';
import { type Reviews, reviewsTable } from '#shared/tables/reviews.ts';
import { type Subscribers, subscribersTable } from '#shared/tables/subscribers.ts';
import { type MailChoices, mailChoicesTable } from '#shared/tables/mail-choices.ts';
import { type TakingsBack, takingsBackTable } from '#shared/tables/takings-back.ts';
import { type Tasks, tasksTable } from '#shared/tables/tasks.ts';
import { type Verifications, verificationsTable } from '#shared/tables/verifications.ts';
import type { KeyedHash } from '#shared/runtime/keyed-hash.ts';
import type { TestDatabase } from '#test/support/memory-database.ts';
import { newNoticesTable } from '#test/support/notices-table.ts';

export interface DeskTables {
  readonly notices: Notices;
  readonly replies: Replies;
  readonly reviews: Reviews;
  readonly outcomes: Outcomes;
  readonly log: Log;
  readonly parked: Parked;
  readonly receivers: Receivers;
  readonly deliveries: Deliveries;
  readonly files: Files;
  readonly companies: Companies;
  readonly accounts: Accounts;
  readonly policeRecords: PoliceRecords;
  readonly subscribers: Subscribers;
  readonly caseRecords: CaseRecords;
  readonly links: Links;
  readonly verifications: Verifications;
  readonly assessments: Assessments;
  readonly tasks: Tasks;
  readonly releases: Releases;
  readonly directed: Measures;
  readonly mailChoices: MailChoices;
  readonly takingsBack: TakingsBack;
}

/** The real tables that the desks read and write, empty. */
export async function deskTables(database: TestDatabase, hash: KeyedHash): Promise<DeskTables> {
  const { db, createTable } = database;
  const { notices } = await newNoticesTable(database);
  const filesName = await createTable('files');
  const drops = freshDropStates(db, filesName);
  return {
    notices,
    replies: repliesTable(db, await createTable('replies')),
    directed: measuresTable(db, await createTable('measures')),
    releases: releasesTable(db, await createTable('releases')),
    log: logTable(db, await createTable('log')),
    outcomes: outcomesTable(db, await createTable('outcomes')),
    parked: parkedTable(db, await createTable('parked')),
    receivers: receiversTable(db, await createTable('receivers')),
    deliveries: deliveriesTable(db, await createTable('deliveries')),
    reviews: reviewsTable(db, await createTable('reviews')),
    files: filesTable(db, filesName),
    mailChoices: mailChoicesTable(db, await createTable('mailChoices')),
    takingsBack: takingsBackTable(db, await createTable('takingsBack')),
    companies: companiesTable(db, await createTable('companies'), hash, drops),
    accounts: accountsTable(db, await createTable('accounts'), hash, drops),
    policeRecords: policeRecordsTable(db, await createTable('policeRecords'), hash, drops),
    subscribers: subscribersTable(db, await createTable('subscribers'), hash, drops),
    links: linksTable(db, await createTable('links'), hash),
    verifications: verificationsTable(db, await createTable('verifications'), hash),
    assessments: assessmentsTable(db, await createTable('assessments'), hash),
    tasks: tasksTable(db, await createTable('tasks')),
    caseRecords: caseRecordsTable(db, await createTable('caseRecords')),
  };
}
