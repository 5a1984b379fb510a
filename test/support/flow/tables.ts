import type { KeyedHash } from '#shared/runtime/keyed-hash.ts';
import { accountsTable } from '#shared/tables/accounts.ts';
import { assessmentsTable } from '#shared/tables/assessments.ts';
import { companiesTable } from '#shared/tables/companies.ts';
import { dropStates } from '#shared/tables/drop-states.ts';
import { filesTable } from '#shared/tables/files.ts';
import { linksTable } from '#shared/tables/links.ts';
import { outcomesTable } from '#shared/tables/outcomes.ts';
import { noticesTable } from '#shared/tables/notices.ts';
import { parkedTable } from '#shared/tables/parked.ts';
import { policeRecordsTable } from '#shared/tables/police-records.ts';
import { rejectionsTable } from '#shared/tables/rejections.ts';
import { releasesTable } from '#shared/tables/releases.ts';
import { reviewsTable } from '#shared/tables/reviews.ts';
import { repliesTable } from '#shared/tables/replies.ts';
import { subscribersTable } from '#shared/tables/subscribers.ts';
import type { TableName } from '#shared/tables/table-designs.ts';
import { takingsBackTable } from '#shared/tables/takings-back.ts';
import { tasksTable } from '#shared/tables/tasks.ts';
import { verificationsTable } from '#shared/tables/verifications.ts';
import type { TestDatabase } from '#test/support/memory-database.ts';
import type { PassPoint } from '#test/support/flow/points.ts';
import { storedRows } from '#test/support/flow/stored-rows.ts';

/** The tables of the flow, some of which report each write. */
export async function flowTables(database: TestDatabase, hash: KeyedHash, passes: PassPoint) {
  const { db, createTable: create } = database;
  const names = new Map<TableName, string>();
  const createTable = async (name: TableName): Promise<string> => {
    const made = await create(name);
    names.set(name, made);
    return made;
  };
  /** A table whose facts are written after a point that a test may hold. */
  const heldBefore = <T extends { record(...facts: never[]): Promise<void> }>(point: string, table: T): T => ({
    ...table,
    async record(...facts: Parameters<T['record']>) {
      await passes(point);
      await table.record(...facts);
    },
  });
  const rows = storedRows();
  const filesName = await createTable('files');
  const allFiles = filesTable(db, filesName);
  const drops = dropStates(db, filesName);
  const policeRecords = heldBefore(
    'before people are recorded',
    rows.noted(policeRecordsTable(db, await createTable('policeRecords'), hash, drops)),
  );
  const allAssessments = assessmentsTable(db, await createTable('assessments'), hash);
  const assessments: typeof allAssessments = {
    ...allAssessments,
    async record(...assessed) {
      await passes('before an assessment is recorded');
      const recorded = await allAssessments.record(...assessed);
      await passes('after an assessment is recorded');
      return recorded;
    },
  };
  const allVerifications = verificationsTable(db, await createTable('verifications'), hash);
  const verifications: typeof allVerifications = {
    ...allVerifications,
    async record(...verified) {
      await passes('before a verification is recorded');
      return allVerifications.record(...verified);
    },
  };
  const files: typeof allFiles = {
    ...allFiles,
    async change(key, change) {
      const drop = await allFiles.drop(key);
      const next = change(drop);
      const what = !drop
        ? 'begins'
        : drop.state === 'reading' && next?.state !== 'reading' && next
          ? 'ends'
          : 'changes';
      await passes(`before a drop ${what}`);
      const changed = await allFiles.change(key, change);
      rows.standsAs(changed.drop);
      await passes(`after a drop ${what}`);
      return changed;
    },
  };
  const allNotices = noticesTable(db, await createTable('notices'));
  const notices: typeof allNotices = {
    ...allNotices,
    async write(...next) {
      await passes('before a notice is written');
      const written = await allNotices.write(...next);
      await passes('after a notice is written');
      return written;
    },
  };
  const parked = parkedTable(db, await createTable('parked'));
  const tables = {
    companies: heldBefore(
      'before companies are recorded',
      rows.noted(companiesTable(db, await createTable('companies'), hash, drops)),
    ),
    policeRecords,
    accounts: heldBefore(
      'before accounts are recorded',
      rows.noted(accountsTable(db, await createTable('accounts'), hash, drops)),
    ),
    subscribers: rows.noted(subscribersTable(db, await createTable('subscribers'), hash, drops)),
    links: linksTable(db, await createTable('links'), hash),
    verifications,
    files,
    releases: releasesTable(db, await createTable('releases')),
    takingsBack: takingsBackTable(db, await createTable('takingsBack')),
    rejections: rejectionsTable(db, await createTable('rejections')),
    assessments,
    notices,
    outcomes: outcomesTable(db, await createTable('outcomes')),
    reviews: reviewsTable(db, await createTable('reviews')),
    replies: repliesTable(db, await createTable('replies')),
    tasks: tasksTable(db, await createTable('tasks')),
  };
  return { tables, names, parked, renewDrops: drops.renew, checkReceipts: rows.checkReceipts };
}
